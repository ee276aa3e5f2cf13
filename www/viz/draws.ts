// Draws an image beside several of its augmentations, each with what was drawn for it.
// A function of the samples; draws no random number.

import type { Sample } from "../protocol.ts";
import { pixelCanvas } from "./pixels.ts";

const SIDE = 32;

export interface DrawnAs {
  sample: Sample;
  /** "epoch 3", or what else tells this draw from the others. */
  name: string;
}

export function drawDraws(document: Document, original: Sample, draws: readonly DrawnAs[]): HTMLElement {
  const list = document.createElement("ol");
  list.className = "viz-draws";
  list.append(item("as stored", original.original, `image ${original.index} as stored`, "no draw"));
  for (const { sample, name } of draws) {
    const text = `(${sample.dy}, ${sample.dx}, ${sample.flip ? "flip" : "no flip"})`;
    list.append(item(name, sample.augmented, `image ${sample.index}, drawn ${text}`, text));
  }
  return list;

  function item(title: string, rgba: Uint8Array, label: string, text: string): HTMLElement {
    const made = document.createElement("li");
    const heading = document.createElement("strong");
    heading.textContent = title;
    const told = document.createElement("span");
    told.textContent = text;
    made.append(pixelCanvas(document, rgba, SIDE, SIDE, null, label), heading, told);
    return made;
  }
}
