// Draws how often each value occurs in each channel, before normalising and after, on one scale a drawing.
// A function of the counts.

import type { Histogram } from "../protocol.ts";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 360;
const HEIGHT = 120;
const AXIS = 18;
const NAMES = ["red", "green", "blue"] as const;

export function drawValueHistogram(document: Document, histogram: Histogram): HTMLElement {
  const holder = document.createElement("div");
  holder.className = "viz-values";
  const bytes = [0, 1, 2].map(() => Array.from({ length: 256 }, (_, byte) => byte));
  holder.append(
    chart("before: bytes", bytes, 0, 255, [0, 64, 128, 192, 255]),
    chart("after: (byte / 255 − mean) / std", histogram.values, -3, 3, [-3, -2, -1, 0, 1, 2, 3]),
  );
  return holder;

  function chart(title: string, values: readonly (readonly number[])[], low: number, high: number, ticks: readonly number[]): HTMLElement {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = title;
    const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT + AXIS}`, role: "img", "aria-label": `${title}: ${summary(values)}` });
    const scale = (value: number): number => ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * WIDTH;
    const densities = values.map((channel, at) => channel.map((value, byte) => (histogram.counts[at]?.[byte] ?? 0) / spacing(channel, byte, value)));
    const most = Math.max(1e-12, ...densities.map((channel) => quantile(channel)));
    values.forEach((channel, at) => {
      const points = channel.map((value, byte) => `${scale(value).toFixed(1)},${(HEIGHT - Math.min(1, (densities[at]?.[byte] ?? 0) / most) * (HEIGHT - 4)).toFixed(1)}`);
      svg.append(element("polyline", { points: points.join(" "), class: `is-${NAMES[at] ?? ""}` }));
    });
    svg.append(element("line", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT, class: "viz-values-axis" }));
    for (const tick of ticks) {
      const label = element("text", { x: Math.min(WIDTH - 8, Math.max(8, scale(tick))), y: HEIGHT + 14, "text-anchor": "middle" });
      label.textContent = String(tick).replace("-", "−");
      svg.append(label);
    }
    figure.append(caption, svg);
    return figure;
  }

  function summary(values: readonly (readonly number[])[]): string {
    return NAMES.map((name, at) => {
      const counts = histogram.counts[at] ?? [];
      const total = counts.reduce((sum, count) => sum + count, 0) || 1;
      const mean = counts.reduce((sum, count, byte) => sum + count * (values[at]?.[byte] ?? 0), 0) / total;
      return `${name} mean ${mean.toFixed(2)}`;
    }).join(", ");
  }

  function element(tag: string, attributes: Record<string, string | number>): SVGElement {
    const made = document.createElementNS(SVG, tag) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }
}

/** The step from this value to the next: counts a unit, so that areas compare. */
function spacing(channel: readonly number[], byte: number, value: number): number {
  const next = channel[byte + 1];
  return Math.abs(next === undefined ? value - (channel[byte - 1] ?? value - 1) : next - value) || 1;
}

/** High enough for nearly all: pure black and pure white may stand out by far. */
function quantile(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.985)] ?? 0;
}
