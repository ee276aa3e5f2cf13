// Draws small operands as grids of the result's shape: each item that is there, and, dashed, the
// places where broadcasting reads it again. A function of the steps; for results of at most two axes.

import type { BroadcastSteps } from "../protocol.ts";
import { shapeText } from "./shape.ts";

const MOST_ROWS = 8;
const MOST_COLUMNS = 8;
const CELL = 22;
const SVG = "http://www.w3.org/2000/svg";

/** Rows and columns of a shape of at most two axes. */
interface Extent {
  rows: number;
  columns: number;
}

/** Null where the shapes do not meet, or are too large or too deep to draw. */
export function drawGhosts(document: Document, steps: BroadcastSteps): Element | null {
  const { result } = steps;
  if (!result || result.length === 0 || result.length > 2) return null;
  const whole = extent(result);
  if (whole.rows < 1 || whole.columns < 1 || whole.rows > MOST_ROWS || whole.columns > MOST_COLUMNS) return null;

  const row = document.createElement("div");
  row.className = "viz-ghosts";
  steps.operands.forEach((operand, position) => {
    if (position > 0) row.append(sign("with"));
    row.append(grid(document, whole, extent(operand.shape), shapeText(operand.shape), `hue-${(position % 6) + 1}`));
  });
  row.append(sign("→"), grid(document, whole, whole, shapeText(result), "hue-6"));
  return row;

  function sign(text: string): HTMLElement {
    const made = document.createElement("span");
    made.textContent = text;
    return made;
  }
}

function extent(shape: readonly number[]): Extent {
  return { rows: shape.length === 2 ? (shape[0] ?? 1) : 1, columns: shape.at(-1) ?? 1 };
}

function grid(document: Document, whole: Extent, own: Extent, name: string, hue: string): HTMLElement {
  const size = { width: whole.columns * CELL + 2, height: whole.rows * CELL + 2 };
  const stored = own.rows * own.columns;
  const read = whole.rows * whole.columns;
  const label = stored === read ? `${name}: ${read} items` : `${name}: ${stored} stored, read as ${read}`;
  const picture = element("svg", { ...size, class: hue, role: "img", "aria-label": label });
  for (let y = 0; y < whole.rows; y += 1) {
    for (let x = 0; x < whole.columns; x += 1) {
      const kind = y < own.rows && x < own.columns ? "is-own" : "is-ghost";
      // The same number is the same item, read again.
      const item = Math.min(y, own.rows - 1) * own.columns + Math.min(x, own.columns - 1);
      const text = element("text", { x: x * CELL + 1 + CELL / 2, y: y * CELL + CELL / 2 + 5, class: kind, "text-anchor": "middle" });
      text.textContent = String(item);
      picture.append(element("rect", { x: x * CELL + 2, y: y * CELL + 2, width: CELL - 2, height: CELL - 2, rx: 3, class: kind }), text);
    }
  }
  const made = document.createElement("div");
  const caption = document.createElement("small");
  caption.textContent = label;
  made.append(picture, caption);
  return made;

  function element(tag: string, attributes: Record<string, string | number>): Element {
    const one = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, String(value));
    return one;
  }
}
