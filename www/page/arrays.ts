// The folded part under a cell that shows the session's arrays in memory, once it has any.

import type { Session } from "../kernel/session.ts";
import { memoryPanel, type DrawMemory } from "./memory.ts";

export interface ArraysPart {
  readonly dom: HTMLElement;
  /** Shows or hides the part, after a run of its cell; draws only while it is open. */
  update(): Promise<void>;
}

export function arraysPart(document: Document, session: Session, draw: DrawMemory): ArraysPart {
  const dom = document.createElement("details");
  dom.className = "ai-repl-arrays";
  dom.hidden = true;
  const summary = document.createElement("summary");
  summary.textContent = "Arrays in memory";
  const panel = memoryPanel(document, session, draw, null);
  dom.append(summary, panel.dom);
  dom.addEventListener("toggle", () => void refresh());
  session.onChange(() => void refresh());

  async function refresh(): Promise<void> {
    if (dom.open && session.state.kind === "idle") await panel.refresh();
  }

  return {
    dom,
    async update() {
      // Without an answer there is nothing to show; the cell's own result stands.
      const arrays = await session.arrays().catch(() => []);
      dom.hidden = arrays.length === 0;
      await refresh();
    },
  };
}
