// What a picture can say of an error: shapes that do not meet, drawn axis by axis under the cell.
// Reads the shapes out of NumPy's own sentence; the steps come from the small wasm module.

import type { Core } from "../kernel/core.ts";
import type { BroadcastSteps, PythonError } from "../protocol.ts";
import type { DrawBroadcast } from "./broadcast.ts";

/** The rule of broadcasting, step by step, where the error is about it; else null. */
export type Explain = (error: PythonError) => Promise<BroadcastSteps | null>;

const SENTENCE = /could not be broadcast together with shapes ((?:\([\d,]*\) ?)+)/;

/** Without the module, which is a file more, there is an error all the same: then it has no picture. */
export function explainer(loadCore: () => Promise<Core>): Explain {
  return async (error) => {
    const shapes = error.kind === "ValueError" && SENTENCE.exec(error.message)?.[1];
    if (!shapes) return null;
    const core = await loadCore().catch(() => null);
    return core && core.broadcast_steps(shapes.trim().replaceAll(" ", ", "));
  };
}

/** The part of a cell that the picture stands in. */
export function explanationPart(document: Document, draw: DrawBroadcast): { dom: HTMLElement; show(steps: BroadcastSteps | null): void } {
  const dom = document.createElement("div");
  dom.className = "ai-repl-explanation";
  dom.setAttribute("role", "group");
  dom.setAttribute("aria-label", "How the shapes meet");
  dom.hidden = true;
  return {
    dom,
    show(steps) {
      dom.hidden = steps === null;
      dom.replaceChildren(...(steps ? [draw(document, steps)] : []));
    },
  };
}
