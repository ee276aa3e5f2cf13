// Draws an epoch as a strip of its batches, the last one as short as it is, and the epoch's boundary; and the
// images of one batch in the order in which they come. A function of counts and indices.

import type { Batch } from "../protocol.ts";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 640;
const HEIGHT = 22;
/** More than these become one box each side of the chosen one. */
const MOST_BOXES = 40;

export function drawOrder(document: Document, batch: Batch, batchSize: number, images: number, dropLast: boolean): HTMLElement {
  const holder = document.createElement("div");
  holder.className = "viz-order";
  const first = Math.max(0, Math.min(batch.batch_index - MOST_BOXES / 2, batch.batches - MOST_BOXES));
  const last = Math.min(batch.batches, first + MOST_BOXES);
  const rest = images % batchSize;
  const svg = element("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT + 18}`,
    role: "img",
    "aria-label": `${batch.batches} batches of ${batchSize}${rest > 0 ? `, ${rest} images left over, ${dropLast ? "dropped" : "in the last batch"}` : ""}`,
  });
  const boxWidth = Math.min(40, (WIDTH - 70) / Math.max(1, last - first + (last === batch.batches && dropLast && rest > 0 ? 1 : 0)));
  for (let at = first; at < last; at += 1) {
    const short = at === batch.batches - 1 && rest > 0 && !dropLast;
    svg.append(box((at - first) * boxWidth, boxWidth * (short ? Math.max(0.12, rest / batchSize) : 1), at === batch.batch_index ? "is-chosen" : short ? "is-short" : "is-batch"));
  }
  let end = (last - first) * boxWidth;
  if (last === batch.batches && dropLast && rest > 0) {
    svg.append(box(end, boxWidth * Math.max(0.12, rest / batchSize), "is-dropped"));
    end += boxWidth;
  }
  svg.append(text(0, HEIGHT + 14, `batch ${first}`, "start"));
  if (last === batch.batches) {
    svg.append(element("line", { x1: end + 3, x2: end + 3, y1: 0, y2: HEIGHT + 4, class: "viz-order-boundary" }), text(end + 8, 15, `epoch ${batch.epoch + 1}`, "start"));
  } else {
    svg.append(text(end + 4, 15, "…", "start"));
  }
  const list = document.createElement("p");
  list.className = "viz-order-indices";
  const most = 48;
  list.textContent = `batch_idx = [${batch.indices.slice(0, most).join(", ")}${batch.indices.length > most ? ", …" : ""}]`;
  holder.append(svg, list);
  return holder;

  function box(x: number, width: number, kind: string): SVGElement {
    return element("rect", { x: x + 1, y: 1, width: Math.max(1, width - 2), height: HEIGHT - 2, rx: 2, class: kind });
  }

  function text(x: number, y: number, content: string, anchor: string): SVGElement {
    const made = element("text", { x, y, "text-anchor": anchor });
    made.textContent = content;
    return made;
  }

  function element(tag: string, attributes: Record<string, string | number>): SVGElement {
    const made = document.createElementNS(SVG, tag) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }
}
