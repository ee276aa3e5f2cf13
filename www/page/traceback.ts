// Turns a traceback into text in which each line of a cell leads to that line in its editor.

/** Finds the place a traceback names; null when the page has no such cell. */
export type Locate = (cell: string, line: number) => (() => void) | null;

const PLACE = /File "([^"]+)", line (\d+)/g;

export function tracebackNode(document: Document, traceback: string, locate: Locate): HTMLElement {
  const block = document.createElement("span");
  block.className = "ai-repl-traceback";
  let shown = 0;
  for (const match of traceback.matchAll(PLACE)) {
    const [text, cell = "", line = "0"] = match;
    const go = locate(cell, Number(line));
    if (!go) continue;
    block.append(traceback.slice(shown, match.index));
    const link = document.createElement("button");
    link.type = "button";
    link.className = "ai-repl-place";
    link.textContent = text;
    link.title = `Go to line ${line} of ${cell}`;
    link.addEventListener("click", go);
    block.append(link);
    shown = match.index + text.length;
  }
  block.append(traceback.slice(shown));
  return block;
}
