// Draws a batch: each image as it is stored beside the same image augmented, and what was drawn for it.
// A function of the batch; draws no random number.

import type { Batch, Sample } from "../protocol.ts";
import { pixelCanvas } from "./pixels.ts";

const SIDE = 32;

export function drawBatch(document: Document, batch: Batch, classNames: readonly string[]): HTMLElement {
  const list = document.createElement("ol");
  list.className = "viz-batch";
  for (const sample of batch.samples) list.append(drawSample(document, sample, classNames));
  return list;
}

function drawSample(document: Document, sample: Sample, classNames: readonly string[]): HTMLElement {
  const item = document.createElement("li");
  const name = classNames[sample.label] ?? `label ${sample.label}`;
  const pair = document.createElement("div");
  pair.className = "viz-batch-pair";
  pair.append(
    pixelCanvas(document, sample.original, SIDE, SIDE, null, `Image ${sample.index}, ${name}, as stored`),
    pixelCanvas(document, sample.augmented, SIDE, SIDE, null, `Image ${sample.index}, ${name}, augmented`),
  );
  const title = document.createElement("strong");
  title.textContent = name;
  const draw = document.createElement("span");
  draw.textContent = drawText(sample);
  draw.title = `Record at byte ${sample.offset.toLocaleString("en")} of ${sample.file}`;
  item.append(pair, title, draw);
  return item;
}

/** "image 7: crop from (3, 5), flipped" */
export function drawText(sample: Sample): string {
  return `image ${sample.index}: crop from (${sample.dy}, ${sample.dx})${sample.flip ? ", flipped" : ""}`;
}
