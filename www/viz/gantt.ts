// Draws who did what when in a loader's run: a row for the trainer, one for each worker; and under them how many
// batches lay ready. A function of the log.

import { loaderFigures, type LoggedRun, type LoggedSpan } from "./loader-figures.ts";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 720;
const LEFT = 66;
const ROW = 24;
const QUEUE = 56;
const AXIS = 20;
const KINDS = ["decode", "augment", "wait", "train"] as const;

/** Shows `window_ms` from the start, or all; the queue's depth over the same time. */
export function drawGantt(document: Document, run: LoggedRun, window_ms: number | null): HTMLElement {
  const figures = loaderFigures(run);
  const begin = Math.min(...run.spans.map((span) => span.start));
  const shown_ms = Math.min(figures.total_ms, window_ms ?? figures.total_ms);
  const rows = ["trainer", ...Array.from({ length: run.workers }, (_, who) => `worker ${who}`)];
  const queueTop = rows.length * ROW + 14;
  const height = queueTop + QUEUE + AXIS;
  const scale = (time_ms: number): number => LEFT + (time_ms / shown_ms) * (WIDTH - LEFT - 4);

  const holder = document.createElement("figure");
  holder.className = "viz-gantt";
  const percent = Math.round(100 * figures.starved);
  const svg = element("svg", {
    viewBox: `0 0 ${WIDTH} ${height}`,
    role: "img",
    "aria-label": `${rows.length - 1} beside the trainer, which starved ${percent} % of ${figures.total_ms.toFixed(0)} ms; at most ${figures.deepest} batches lay ready`,
  });
  rows.forEach((name, row) => svg.append(text(LEFT - 6, row * ROW + 16, name, "end"), element("line", { x1: LEFT, x2: WIDTH, y1: row * ROW + ROW - 1, y2: row * ROW + ROW - 1, class: "viz-gantt-row" })));
  for (const span of run.spans) {
    if (span.start - begin < shown_ms) svg.append(bar(span));
  }
  drawQueue();
  for (const tick of ticks(shown_ms)) {
    const x = scale(tick);
    svg.append(element("line", { x1: x, x2: x, y1: 0, y2: queueTop + QUEUE, class: "viz-gantt-tick" }), text(Math.min(x, WIDTH - 24), height - 4, `${Number(tick.toPrecision(6))} ms`, "middle"));
  }
  holder.append(svg, legend());
  return holder;

  function bar(span: LoggedSpan): SVGElement {
    const [from, to] = [scale(span.start - begin), scale(Math.min(shown_ms, span.end - begin))];
    const made = element("rect", { x: from, y: (span.who + 1) * ROW + 3, width: Math.max(0.4, to - from), height: ROW - 7, class: `is-${span.kind}` });
    const title = element("title", {});
    title.textContent = `${span.kind}, batch ${span.at}: ${(span.end - span.start).toFixed(2)} ms`;
    made.append(title);
    return made;
  }

  function drawQueue(): void {
    const most = Math.max(1, figures.deepest);
    const y = (depth: number): number => queueTop + QUEUE - (depth / most) * (QUEUE - 12);
    let path = `M${LEFT},${y(0)}`;
    let last = 0;
    for (const { time_ms, depth } of figures.queue) {
      if (time_ms > shown_ms) break;
      const x = scale(time_ms).toFixed(1);
      path += `L${x},${y(last).toFixed(1)}L${x},${y(depth).toFixed(1)}`;
      last = depth;
    }
    path += `L${scale(shown_ms)},${y(last).toFixed(1)}L${scale(shown_ms)},${y(0)}Z`;
    svg.append(element("path", { d: path, class: "is-queue" }), text(LEFT - 6, queueTop + QUEUE - 2, "ready: 0", "end"), text(LEFT - 6, y(most) + 6, String(most), "end"));
  }

  function legend(): HTMLElement {
    const list = document.createElement("figcaption");
    for (const kind of [...KINDS, "queue"]) {
      const item = document.createElement("span");
      item.className = `is-${kind}`;
      item.textContent = kind === "queue" ? "batches that lie ready" : kind;
      list.append(item);
    }
    return list;
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

/** Four to eight round times. */
function ticks(shown_ms: number): number[] {
  const rough = shown_ms / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.floor(shown_ms / step) + 1 }, (_, at) => at * step);
}
