// The memory panel: choose an array of the session, see where its items lie.
// Follows the session: what a cell changes is drawn anew. The drawing itself is handed in.

import type { Session } from "../kernel/session.ts";
import type { ArrayInfo, MemoryMap } from "../protocol.ts";
import type { Sessions } from "./sessions.ts";

/** Draws one array's memory. */
export type DrawMemory = (document: Document, map: MemoryMap) => Element;

export interface MemoryPanel {
  readonly dom: HTMLElement;
  /** Asks the session again, if it may have changed. */
  refresh(): Promise<void>;
}

let panels = 0;

export function memoryPanel(document: Document, session: Session, draw: DrawMemory, wanted: string | null): MemoryPanel {
  panels += 1;
  const dom = element("div", "ai-memory-panel");
  const row = element("div", "ai-memory-choice");
  const label = document.createElement("label");
  label.textContent = "Array";
  const select = document.createElement("select");
  select.id = `ai-memory-choice-${panels}`;
  label.htmlFor = select.id;
  const status = element("span", "ai-memory-status");
  status.setAttribute("role", "status");
  const drawing = element("div", "ai-memory-drawing");
  row.append(label, select, status);
  dom.append(row, drawing);

  let chosen = wanted;
  let seen = "";
  select.addEventListener("change", () => {
    chosen = select.value;
    seen = "";
    void refresh();
  });

  function element(name: string, className: string): HTMLElement {
    const made = document.createElement(name);
    made.className = className;
    return made;
  }

  async function refresh(): Promise<void> {
    const version = `${session.generation}.${session.runs}`;
    if (version === seen) return;
    seen = version;
    const arrays = await session.arrays();
    fillChoice(arrays);
    const name = arrays.some((array) => array.name === chosen) ? chosen : (arrays[0]?.name ?? null);
    row.hidden = arrays.length === 0;
    if (name === null) {
      drawing.replaceChildren(sentence(wanted));
      return;
    }
    select.value = name;
    const map = await session.memoryMap(name);
    if (map) drawing.replaceChildren(draw(document, map));
  }

  function fillChoice(arrays: ArrayInfo[]): void {
    const options = arrays.map((array) => {
      const option = document.createElement("option");
      option.value = array.name;
      option.textContent = `${array.name}: ${array.dtype} (${array.shape.join(", ")}${array.shape.length === 1 ? "," : ""})`;
      return option;
    });
    select.replaceChildren(...options);
  }

  function sentence(name: string | null): HTMLElement {
    const note = element("p", "ai-memory-note");
    note.textContent = name
      ? `${name} will be drawn here once a cell has made it.`
      : "The session has no array yet: run a cell that makes one.";
    return note;
  }

  return {
    dom,
    async refresh() {
      try {
        await refresh();
        status.textContent = "";
      } catch (problem) {
        status.textContent = problem instanceof Error ? problem.message : String(problem);
      }
    },
  };
}

/** Upgrades `<div class="ai-memory" data-array="a">`: what stands in it is shown until the array exists. */
export function upgradeMemory(host: HTMLElement, sessions: Sessions, draw: DrawMemory): void {
  const { array = null, session: name = null } = host.dataset;
  const session = sessions.open(name);
  const panel = memoryPanel(host.ownerDocument, session, draw, array);
  host.classList.add("is-live");
  host.setAttribute("role", "group");
  host.setAttribute("aria-label", array ? `Memory of ${array}` : "Memory of an array");

  async function update(): Promise<void> {
    if (session.state.kind !== "idle") return;
    await panel.refresh();
    if (panel.dom.isConnected) return;
    const arrays = await session.arrays();
    if (array === null ? arrays.length > 0 : arrays.some((info) => info.name === array)) host.replaceChildren(panel.dom);
  }

  session.onChange(() => void update());
  void update();
}
