// Draws how shapes meet: one row an operand, one column an axis, aligned from the right.
// A function of the steps; computes nothing about shapes itself.

import type { BroadcastSteps } from "../protocol.ts";
import { drawGhosts } from "./ghosts.ts";
import { shapeText } from "./shape.ts";

const VERDICTS = {
  equal: "equal",
  stretched: "1 stretches",
  missing: "missing counts as 1",
  mismatch: "do not meet",
} as const;

export function drawBroadcast(document: Document, steps: BroadcastSteps): HTMLElement {
  const figure = element("div", "viz-broadcast");
  const table = document.createElement("table");
  const body = document.createElement("tbody");
  table.append(head(), body);
  steps.operands.forEach((operand, at) => body.append(operandRow(operand, at)));
  body.append(resultRow(), verdictRow());
  const ghosts = drawGhosts(document, steps);
  figure.append(table, ...(ghosts ? [ghosts] : []), conclusion());
  return figure;

  function element(name: string, className: string, text = ""): HTMLElement {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function row(className: string, label: string): HTMLTableRowElement {
    const made = document.createElement("tr");
    made.className = className;
    const header = element("th", "", label);
    header.setAttribute("scope", "row");
    made.append(header);
    return made;
  }

  function head(): HTMLElement {
    const made = document.createElement("thead");
    const cells = document.createElement("tr");
    cells.append(element("td", ""));
    // Axes have their numbers from the right here, since that is how they are matched.
    steps.axes.forEach((_, at) => {
      const header = element("th", "", `axis ${at - steps.axes.length}`);
      header.setAttribute("scope", "col");
      cells.append(header);
    });
    made.append(cells);
    return made;
  }

  function operandRow(operand: BroadcastSteps["operands"][number], at: number): HTMLElement {
    const made = row("viz-broadcast-operand", shapeText(operand.shape));
    made.dataset["operand"] = String(at);
    operand.padded.forEach((size, axis) => {
      const result = steps.axes[axis]?.result ?? null;
      const stretched = operand.stretched[axis] === true;
      const verdict = steps.axes[axis]?.verdict;
      const state = size === null ? "missing" : verdict === "mismatch" ? "mismatch" : stretched ? "stretched" : "equal";
      const cell = element("td", `is-${state}`, size === null ? "·" : String(size));
      if (size === null) cell.setAttribute("aria-label", "no such axis: counts as 1");
      if (stretched && result !== null) cell.append(element("span", "viz-broadcast-to", ` → ${result}`));
      made.append(cell);
    });
    return made;
  }

  function resultRow(): HTMLElement {
    const made = row("viz-broadcast-result", "result");
    for (const axis of steps.axes) {
      made.append(element("td", axis.result === null ? "is-mismatch" : "", axis.result === null ? "✗" : String(axis.result)));
    }
    return made;
  }

  function verdictRow(): HTMLElement {
    const made = row("viz-broadcast-verdict", "why");
    for (const axis of steps.axes) made.append(element("td", `is-${axis.verdict}`, VERDICTS[axis.verdict]));
    return made;
  }

  function conclusion(): HTMLElement {
    if (steps.result) return element("p", "viz-broadcast-conclusion", `The result has shape ${shapeText(steps.result)}.`);
    return element("p", "viz-broadcast-conclusion is-mismatch", `ValueError: ${steps.error ?? "the shapes do not meet"}`);
  }
}
