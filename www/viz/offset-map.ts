// Draws how often each crop offset (dy, dx) was drawn: a grid of counts. A function of the counts.

const SVG = "http://www.w3.org/2000/svg";
const CELL = 30;
const MARGIN = 18;

/** `counts` has `side`² numbers, row by row: dy down, dx across. */
export function drawOffsetMap(document: Document, title: string, counts: ArrayLike<number>, side: number): HTMLElement {
  const figure = document.createElement("figure");
  figure.className = "viz-offsets";
  const all = Array.from(counts);
  const most = Math.max(1, ...all);
  const outcomes = all.filter((count) => count > 0).length;
  const size = side * CELL + MARGIN;
  const svg = element("svg", {
    viewBox: `0 0 ${size} ${size}`,
    role: "img",
    "aria-label": `${title}: ${outcomes} of ${side * side} crops occur, at most ${most.toLocaleString("en")} times`,
  });
  for (let at = 0; at < side; at += 1) {
    svg.append(text(MARGIN + (at + 0.5) * CELL, 12, String(at), "is-axis"), text(8, MARGIN + (at + 0.5) * CELL + 4, String(at), "is-axis"));
  }
  all.forEach((count, place) => {
    const [row, column] = [Math.floor(place / side), place % side];
    const [x, y] = [MARGIN + column * CELL, MARGIN + row * CELL];
    const cell = element("rect", { x: x + 1, y: y + 1, width: CELL - 2, height: CELL - 2, rx: 2, class: count === 0 ? "is-never" : "is-some", style: `--share: ${(count / most).toFixed(3)}` });
    const name = element("title", {});
    name.textContent = `dy ${row}, dx ${column}: ${count.toLocaleString("en")}`;
    cell.append(name);
    svg.append(cell, text(x + CELL / 2, y + CELL / 2 + 4, short(count), count === 0 ? "is-never" : "is-count"));
  });
  const caption = document.createElement("figcaption");
  caption.textContent = `${title}: ${outcomes} of ${side * side} crops occur`;
  figure.append(svg, caption);
  return figure;

  function text(x: number, y: number, content: string, kind: string): SVGElement {
    const made = element("text", { x, y, class: kind, "text-anchor": "middle" });
    made.textContent = content;
    return made;
  }

  function element(tag: string, attributes: Record<string, string | number>): SVGElement {
    const made = document.createElementNS(SVG, tag) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }
}

/** 1234 as 1.2k: what a cell has room for. */
function short(count: number): string {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`;
}
