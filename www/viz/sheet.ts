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
  const whole = `Images ${first} to ${last}. Point at one to see its class.`;
  caption.textContent = whole;
  figure.append(canvas, caption);

  canvas.addEventListener("pointermove", (event) => {
    const shown = canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - shown.left) / shown.width) * (sheet.width / SIDE));
    const row = Math.floor(((event.clientY - shown.top) / shown.height) * (sheet.height / SIDE));
    const place = row * sheet.columns + column;
    const label = sheet.labels[place];
    caption.textContent = label === undefined ? whole : `Image ${(sheet.offset + place).toLocaleString("en")}: ${classNames[label] ?? `label ${label}`}`;
  });
  canvas.addEventListener("pointerleave", () => (caption.textContent = whole));
  return figure;
}
