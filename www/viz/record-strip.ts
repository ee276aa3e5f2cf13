// Draws one record as a strip of bytes: the label, then the three planes, with a mark at each of a pixel's
// three bytes. A function of the trace.

import type { PixelTrace } from "../protocol.ts";

const SVG = "http://www.w3.org/2000/svg";
const PLANE = 1024;
const WIDTH = 308;
const LABEL_WIDTH = 26;
const HEIGHT = 24;
const TOP = 16;

export function drawRecordStrip(document: Document, trace: PixelTrace): SVGElement {
  const planeWidth = (WIDTH - LABEL_WIDTH) / 3;
  const indices = trace.stages[1]?.indices[0]?.map((index) => index[1] ?? 0) ?? [];
  const svg = element("svg", {
    viewBox: `0 0 ${WIDTH} ${TOP + HEIGHT + 18}`,
    class: "viz-record",
    role: "img",
    "aria-label": `Record of 3,073 bytes: label ${trace.label}, then red, green, blue; the pixel at bytes ${indices.join(", ")}`,
  });
  svg.append(box(0, LABEL_WIDTH, "is-label"), text(LABEL_WIDTH / 2, TOP - 4, "label"), text(LABEL_WIDTH / 2, TOP + 16, String(trace.label)));
  ["red", "green", "blue"].forEach((name, channel) => {
    const left = LABEL_WIDTH + channel * planeWidth;
    svg.append(box(left, planeWidth, `is-${name}`), text(left + planeWidth / 2, TOP + 16, name));
    const inPlane = trace.y * 32 + trace.x;
    const x = left + ((inPlane + 0.5) / PLANE) * planeWidth;
    svg.append(
      element("line", { x1: x, x2: x, y1: TOP - 3, y2: TOP + HEIGHT + 4, class: "viz-record-mark" }),
      text(Math.min(WIDTH - 16, x), TOP + HEIGHT + 15, String(indices[channel] ?? "")),
    );
  });
  return svg;

  function box(x: number, width: number, kind: string): SVGElement {
    return element("rect", { x: x + 0.5, y: TOP, width: width - 1, height: HEIGHT, class: kind });
  }

  function text(x: number, y: number, content: string): SVGElement {
    const made = element("text", { x: Math.max(13, x), y, "text-anchor": "middle" });
    made.textContent = content;
    return made;
  }

  function element(tag: string, attributes: Record<string, string | number>): SVGElement {
    const made = document.createElementNS(SVG, tag) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }
}
