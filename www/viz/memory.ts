// Draws an array in memory: its grid as indices see it, and its bytes as they lie, each item in
// the colour of its row in both. Pointing at an item, or moving to it by the arrow keys, shows
// where it lies and why. A function of the map; reads no array.

import type { MemoryCell, MemoryMap } from "../protocol.ts";
import { shapeText } from "./shape.ts";
import { drawStrip, type Strip } from "./strip.ts";

const HUES = 6;

export function drawMemory(document: Document, map: MemoryMap): HTMLElement {
  const figure = element("div", "viz-memory");
  const formula = element("p", "viz-memory-formula", "Point at an item, or use the arrow keys, to see its byte.");
  formula.setAttribute("aria-live", "polite");
  const cells = new Map<string, HTMLElement>();
  const strip: Strip = drawStrip(document, map, hueOf);

  figure.append(facts(), grids(), strip.dom, formula);
  figure.addEventListener("pointerover", (event) => choose(event.target, false));
  figure.addEventListener("focusin", (event) => choose(event.target, true));
  figure.addEventListener("keydown", move);
  return figure;

  function element(name: string, className: string, text = ""): HTMLElement {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function facts(): HTMLElement {
    const list = element("dl", "viz-memory-facts");
    const whose = map.owns_data ? "owns its data" : "a view of another array's data";
    const order = map.c_contiguous && map.f_contiguous ? "C and F" : map.c_contiguous ? "C" : map.f_contiguous ? "F" : "neither C nor F";
    const entries: [string, string][] = [
      ["shape", shapeText(map.shape)],
      ["strides", `${shapeText(map.strides)} bytes`],
      ["dtype", `${map.dtype}, ${map.itemsize} ${map.itemsize === 1 ? "byte" : "bytes"} an item`],
      ["contiguous", order],
      ["memory", map.writeable ? whose : `${whose}, read-only`],
    ];
    if (map.shares_with.length > 0) entries.push(["same memory", map.shares_with.join(", ")]);
    for (const [term, text] of entries) {
      const entry = element("div", "");
      entry.append(element("dt", "", term), element("dd", "", text));
      list.append(entry);
    }
    return list;
  }

  /** One grid for each index of the axes before the last two. */
  function grids(): HTMLElement {
    const all = element("div", "viz-memory-grids");
    const blocks = new Map<string, MemoryCell[]>();
    for (const cell of map.cells) {
      const leading = cell.index.slice(0, -2).join(", ");
      blocks.set(leading, [...(blocks.get(leading) ?? []), cell]);
    }
    for (const [leading, members] of blocks) all.append(grid(leading, members));
    if (map.truncated) all.append(element("p", "viz-memory-note", `The corners of ${map.nbytes / map.itemsize} items are shown.`));
    if (map.cells.length === 0) all.append(element("p", "viz-memory-note", "The array has no items."));
    return all;
  }

  function grid(leading: string, members: MemoryCell[]): HTMLElement {
    const table = document.createElement("table");
    table.className = "viz-memory-grid";
    if (leading) {
      const caption = document.createElement("caption");
      caption.textContent = `${map.name}[${leading}]`;
      table.append(caption);
    }
    const rows = new Map<number, MemoryCell[]>();
    for (const cell of members) {
      const row = cell.index.at(-2) ?? 0;
      rows.set(row, [...(rows.get(row) ?? []), cell]);
    }
    const body = document.createElement("tbody");
    let lastRow = -1;
    for (const [row, items] of rows) {
      if (row > lastRow + 1) body.append(gapRow());
      lastRow = row;
      body.append(gridRow(items));
    }
    table.append(body);
    return table;
  }

  function gridRow(items: MemoryCell[]): HTMLElement {
    const made = document.createElement("tr");
    let lastColumn = -1;
    for (const cell of items) {
      const column = cell.index.at(-1) ?? 0;
      if (column > lastColumn + 1) made.append(element("td", "viz-memory-gap", "…"));
      lastColumn = column;
      const box = element("td", `viz-memory-item ${hueOf(cell)}`, cell.text);
      box.dataset["index"] = cell.index.join(",");
      box.tabIndex = cells.size === 0 ? 0 : -1;
      box.setAttribute("aria-label", `${map.name}${subscript(cell)} is ${cell.text}, at byte ${cell.offset}`);
      cells.set(cell.index.join(","), box);
      made.append(box);
    }
    return made;
  }

  function gapRow(): HTMLElement {
    const made = document.createElement("tr");
    made.append(element("td", "viz-memory-gap", "⋮"));
    return made;
  }

  /** Rows have hues in turn; a single row has one. */
  function hueOf(cell: MemoryCell): string {
    return `hue-${((cell.index.at(-2) ?? 0) % HUES) + 1}`;
  }

  function subscript(cell: MemoryCell): string {
    return cell.index.length === 0 ? "" : `[${cell.index.join(", ")}]`;
  }

  function choose(target: EventTarget | null, scroll: boolean): void {
    const box = (target as Element | null)?.closest<HTMLElement>("[data-index]");
    if (!box) return;
    const cell = map.cells.find(({ index }) => index.join(",") === box.dataset["index"]);
    if (!cell) return;
    for (const chosen of figure.querySelectorAll(".is-chosen")) chosen.classList.remove("is-chosen");
    cells.get(cell.index.join(","))?.classList.add("is-chosen");
    strip.choose(cell, scroll || cells.has(box.dataset["index"] ?? "") && box.tagName === "TD");
    formula.textContent = formulaText(map, cell);
  }

  function move(event: KeyboardEvent): void {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const from = (event.target as Element | null)?.closest<HTMLElement>("td[data-index]");
    if (!step || !from) return;
    event.preventDefault();
    const row = from.parentElement as HTMLTableRowElement;
    const rows = [...figure.querySelectorAll("tr")].filter((candidate) => candidate.querySelector("[data-index]"));
    const nextRow = rows[rows.indexOf(row) + (step[0] ?? 0)];
    const items = [...(nextRow?.querySelectorAll<HTMLElement>("[data-index]") ?? [])];
    const place = [...row.querySelectorAll("[data-index]")].indexOf(from) + (step[1] ?? 0);
    const next = items[Math.min(place, items.length - 1)];
    if (!next || place < 0) return;
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}

/** "grid[1, 2]: 1·32 + 2·8 = byte 48 of the buffer", with the offset of a view's first item if it has one. */
export function formulaText(map: MemoryMap, cell: MemoryCell): string {
  const terms = cell.index.map((index, axis) => `${index}·${parenthesised(map.strides[axis] ?? 0)}`);
  if (map.offset !== 0 || terms.length === 0) terms.unshift(String(map.offset));
  const subscript = cell.index.length === 0 ? "" : `[${cell.index.join(", ")}]`;
  return `${map.name}${subscript} is ${cell.text}: ${terms.join(" + ")} = byte ${cell.offset} of the buffer`;
}

function parenthesised(stride: number): string {
  return stride < 0 ? `(${stride})` : String(stride);
}
