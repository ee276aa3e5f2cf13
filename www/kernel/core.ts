// The small wasm module, without Python: fetched once, when a drawing first needs it, and run on
// the page itself.

import type { Batch, BatchOptions, BroadcastSteps, DatasetInfo, FileReport, Sheet } from "../protocol.ts";

/** What `src/wasm/core.rs` exports, as far as the page uses it. */
export interface Core {
  /** `shapes` as a reader writes them: "(3, 4), (4,)". Throws a sentence where they are no shapes. */
  broadcast_steps(shapes: string): BroadcastSteps;
  /** Images of the reader's files, or `sample` drawn ones a file until there are any. */
  Dataset: new (sample: number) => CoreDataset;
}

/** A data set in the module's memory. */
export interface CoreDataset {
  /** A file that is not CIFAR-10 changes nothing, and the report says what it is. */
  add_file(name: string, bytes: Uint8Array): FileReport;
  info(): DatasetInfo;
  /** Null when there is no image at `offset`. */
  contact_sheet(columns: number, rows: number, offset: number): Sheet | null;
  /** Throws a sentence for options that make no batch. */
  batch(options: BatchOptions): Batch;
}

interface CoreGlue extends Core {
  default(options: { module_or_path: URL }): Promise<unknown>;
}

/** Returns a function that loads at its first call. A failed attempt is forgotten. */
export function coreLoader(glueUrl: URL, wasmUrl: URL): () => Promise<Core> {
  let attempt: Promise<Core> | null = null;

  async function load(): Promise<Core> {
    const glue = (await import(glueUrl.href)) as CoreGlue;
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
