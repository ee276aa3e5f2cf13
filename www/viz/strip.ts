// Draws the buffer as a strip of items in the order in which they lie, with an arc for each axis:
// how far one step along that axis jumps.

import type { MemoryCell, MemoryMap } from "../protocol.ts";

export interface Strip {
  readonly dom: HTMLElement;
  /** Marks the item; `scroll` brings it into view inside the strip. */
  choose(cell: MemoryCell, scroll: boolean): void;
}

const SVG = "http://www.w3.org/2000/svg";
const BOX_HEIGHT = 30;
const LEAST_BOX_WIDTH = 40;
const CHARACTER_WIDTH = 8;
const ARC_ROW = 22;
const OFFSET_ROW = 18;
const MARGIN = 8;

export function drawStrip(document: Document, map: MemoryMap, hueOf: (cell: MemoryCell) => string): Strip {
  const longest = Math.max(1, ...map.buffer.map((item) => item.text?.length ?? 1));
  const boxWidth = Math.max(LEAST_BOX_WIDTH, longest * CHARACTER_WIDTH + 10);
  const byOffset = new Map<number, MemoryCell>();
  for (const cell of map.cells) if (!byOffset.has(cell.offset)) byOffset.set(cell.offset, cell);
  const place = new Map(map.buffer.map((item, at) => [item.offset, at]));
  const arcs = jumps();
  const top = MARGIN + arcs.length * ARC_ROW;
  const boxes = new Map<number, SVGElement>();

  const dom = document.createElement("div");
  dom.className = "viz-strip";
  const svg = shape("svg", {
    width: map.buffer.length * boxWidth + 2 * MARGIN,
    height: top + BOX_HEIGHT + OFFSET_ROW + MARGIN,
    role: "img",
    "aria-label": `The buffer of ${map.name}: ${map.buffer_bytes} bytes. ${arcs.map((arc) => arc.label).join(". ")}`,
  });
  dom.append(svg);
  map.buffer.forEach((item, at) => svg.append(box(item, at)));
  arcs.forEach((arc, row) => svg.append(arcShape(arc, row)));

  return {
    dom,
    choose(cell, scroll) {
      const chosen = boxes.get(cell.offset);
      chosen?.classList.add("is-chosen");
      if (!scroll || !chosen) return;
      const left = MARGIN + (place.get(cell.offset) ?? 0) * boxWidth;
      if (left < dom.scrollLeft || left + boxWidth > dom.scrollLeft + dom.clientWidth) {
        dom.scrollLeft = left - (dom.clientWidth - boxWidth) / 2;
      }
    },
  };

  function shape(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text) made.textContent = text;
    return made;
  }

  function box(item: MemoryMap["buffer"][number], at: number): SVGElement {
    const x = MARGIN + at * boxWidth;
    const middle = x + boxWidth / 2;
    const cell = byOffset.get(item.offset);
    const group = shape("g", { class: item.text === null ? "viz-strip-gap" : cell ? `viz-strip-item ${hueOf(cell)}` : "viz-strip-other" });
    if (cell) group.setAttribute("data-index", cell.index.join(","));
    if (item.text === null) {
      group.append(shape("text", { x: middle, y: top + BOX_HEIGHT / 2 + 5, "text-anchor": "middle" }, "…"));
      return group;
    }
    group.append(
      shape("rect", { x: x + 1, y: top, width: boxWidth - 2, height: BOX_HEIGHT, rx: 3 }),
      shape("text", { x: middle, y: top + BOX_HEIGHT / 2 + 5, "text-anchor": "middle" }, item.text),
      shape("text", { class: "viz-strip-offset", x: middle, y: top + BOX_HEIGHT + 13, "text-anchor": "middle" }, String(item.offset)),
    );
    boxes.set(item.offset, group);
    return group;
  }

  interface Arc {
    axis: number;
    from: number;
    to: number;
    label: string;
  }

  /** The step from the first item to its neighbour along each axis that has one. */
  function jumps(): Arc[] {
    const found: Arc[] = [];
    map.shape.forEach((size, axis) => {
      const stride = map.strides[axis] ?? 0;
      if (size < 2) return;
      const [from, to] = [place.get(map.offset), place.get(map.offset + stride)];
      if (from === undefined || to === undefined) return;
      found.push({ axis, from, to, label: `axis ${axis}: ${stride} bytes` });
    });
    return found;
  }

  function arcShape(arc: Arc, row: number): SVGElement {
    const [start, end] = [arc.from, arc.to].map((at) => MARGIN + (at + 0.5) * boxWidth) as [number, number];
    const y = MARGIN + row * ARC_ROW + ARC_ROW / 2;
    const group = shape("g", { class: `viz-strip-arc hue-${(arc.axis % 6) + 1}` });
    const foot = top - 3;
    const direction = end >= start ? 1 : -1;
    group.append(
      shape("path", { d: `M${start} ${foot}V${y}H${end}V${foot}`, fill: "none" }),
      shape("path", { d: `M${end - 4} ${foot - 6}L${end} ${foot}L${end + 4} ${foot - 6}`, fill: "none" }),
      shape("text", { x: Math.max(start, end) + 6 * Math.max(direction, 1), y: y + 4 }, arc.label),
    );
    return group;
  }
}
