// The broadcast panel: write shapes, see how they meet, axis by axis.
// The steps come from the small wasm module; the drawing is handed in.

import type { Core } from "../kernel/core.ts";
import type { BroadcastSteps } from "../protocol.ts";

/** Draws how shapes meet. */
export type DrawBroadcast = (document: Document, steps: BroadcastSteps) => Element;

let panels = 0;

/** Upgrades `<div class="ai-broadcast" data-shapes="(3, 4), (4,)">`. What stands in it stays if loading fails. */
export function upgradeBroadcast(host: HTMLElement, loadCore: () => Promise<Core>, draw: DrawBroadcast): void {
  panels += 1;
  const document = host.ownerDocument;
  const label = document.createElement("label");
  label.textContent = "Shapes";
  const input = document.createElement("input");
  input.type = "text";
  input.id = `ai-broadcast-shapes-${panels}`;
  input.value = host.dataset["shapes"] ?? "(3, 4), (4,)";
  input.spellcheck = false;
  input.autocomplete = "off";
  label.htmlFor = input.id;
  const status = document.createElement("p");
  status.className = "ai-broadcast-status";
  status.setAttribute("role", "status");
  const row = document.createElement("div");
  row.className = "ai-broadcast-choice";
  row.append(label, input);
  const drawing = document.createElement("div");
  drawing.className = "ai-broadcast-drawing";

  let latest = 0;

  async function update(): Promise<boolean> {
    latest += 1;
    const turn = latest;
    try {
      const core = await loadCore();
      if (turn !== latest) return true;
      drawing.replaceChildren(draw(document, core.broadcast_steps(input.value)));
      input.removeAttribute("aria-invalid");
      status.textContent = "";
    } catch (problem) {
      if (turn !== latest) return true;
      input.setAttribute("aria-invalid", "true");
      status.textContent = problem instanceof Error ? problem.message : String(problem);
      return false;
    }
    return true;
  }

  input.addEventListener("input", () => void update());
  void update().then((drawn) => {
    host.classList.add("is-live");
    host.setAttribute("role", "group");
    host.setAttribute("aria-label", "Broadcasting of shapes");
    if (drawn) host.replaceChildren(row, drawing, status);
    else host.append(row, drawing, status);
  });
}
