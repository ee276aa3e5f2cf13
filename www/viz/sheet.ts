// Draws a contact sheet: many images at once, with the class of the one pointed at.
// A function of the sheet; fetches nothing.

import type { Sheet } from "../protocol.ts";
import { pixelCanvas } from "./pixels.ts";

const SIDE = 32;
const SCALE = 2;

export function drawSheet(document: Document, sheet: Sheet, classNames: readonly string[]): HTMLElement {
  const figure = document.createElement("figure");
  figure.className = "viz-sheet";
  const first = sheet.offset.toLocaleString("en");
  const last = (sheet.offset + sheet.labels.length - 1).toLocaleString("en");
  const canvas = pixelCanvas(document, sheet.rgba, sheet.width, sheet.height, SCALE, `Contact sheet of images ${first} to ${last}`);
  const caption = document.createElement("figcaption");
  const whole = `Images ${first} to ${last}. Point at one, or use the arrow keys, to see its class.`;
  caption.textContent = whole;
  figure.append(canvas, caption);

  let chosen = 0;
  const tell = (place: number): void => {
    const label = sheet.labels[place];
    caption.textContent = label === undefined ? whole : `Image ${(sheet.offset + place).toLocaleString("en")}: ${classNames[label] ?? `label ${label}`}`;
  };
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -sheet.columns, ArrowDown: sheet.columns };
  canvas.tabIndex = 0;
  caption.setAttribute("aria-live", "polite");
  canvas.addEventListener("focus", () => tell(chosen));
  canvas.addEventListener("keydown", (event) => {
    const next = chosen + (steps[event.key] ?? 0);
    if (next === chosen || sheet.labels[next] === undefined) return;
    event.preventDefault();
    chosen = next;
    tell(chosen);
  });

  canvas.addEventListener("pointermove", (event) => {
    const shown = canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - shown.left) / shown.width) * (sheet.width / SIDE));
    const row = Math.floor(((event.clientY - shown.top) / shown.height) * (sheet.height / SIDE));
    tell(row * sheet.columns + column);
  });
  canvas.addEventListener("pointerleave", () => (caption.textContent = whole));
  return figure;
}
