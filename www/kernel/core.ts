// The small wasm module, without Python: fetched once, when a drawing first needs it, and run on
// the page itself. What it offers beyond this is the drawings' affair.

import type { BroadcastSteps } from "../protocol.ts";

/** What `src/wasm/core.rs` exports, as far as the page itself uses it. */
export interface Core {
  /** `shapes` as a reader writes them: "(3, 4), (4,)". Throws a sentence where they are no shapes. */
  broadcast_steps(shapes: string): BroadcastSteps;
}

interface CoreGlue extends Core {
  default(options: { module_or_path: URL }): Promise<unknown>;
}

/** Returns a function that loads at its first call. A failed attempt is forgotten. */
export function coreLoader<T extends Core = Core>(glueUrl: URL, wasmUrl: URL): () => Promise<T> {
  let attempt: Promise<T> | null = null;

  async function load(): Promise<T> {
    const glue = (await import(glueUrl.href)) as CoreGlue & T;
    await glue.default({ module_or_path: wasmUrl });
    return glue;
  }

  return () => {
    attempt ??= load().catch((problem: unknown) => {
      attempt = null;
      const reason = problem instanceof Error ? problem.message : String(problem);
      throw new Error(`The drawings could not be loaded (${reason}).`);
    });
    return attempt;
  };
}
