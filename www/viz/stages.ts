// Draws the way of one image through the pipeline: record, planes, normalised values, padded image
// with the crop's window, flip. A function of the sample; draws no random number.

import type { DatasetInfo, Sample } from "../protocol.ts";
import { pixelCanvas } from "./pixels.ts";

const SIDE = 32;
const PLANE = SIDE * SIDE;
const CHANNELS = ["red", "green", "blue"] as const;

export function drawStages(document: Document, sample: Sample, info: DatasetInfo, pad: number): HTMLElement {
  const name = info.class_names[sample.label] ?? `label ${sample.label}`;
  const list = document.createElement("ol");
  list.className = "viz-stages";
  list.append(
    stage("Decode", decodeText(), CHANNELS.map((channel, at) => canvas(planeOf(at), SIDE, `${channel} plane`))),
    stage("To rows of pixels", `(3, 32, 32) transposed to (32, 32, 3): three bytes a pixel.`, [canvas(sample.original, SIDE, `image ${sample.index}, ${name}`)]),
    stage("Normalise", "The first pixel, each channel by (byte / 255 − mean) / std.", [normalised()]),
    stage("Crop", cropText(), [window()]),
    stage("Flip", sample.flip ? "Left and right change places." : "Not this time.", [canvas(sample.augmented, SIDE, `image ${sample.index} as the batch has it`)]),
  );
  return list;

  function stage(title: string, text: string, drawings: readonly Element[]): HTMLElement {
    const item = document.createElement("li");
    const heading = document.createElement("strong");
    heading.textContent = title;
    const sentence = document.createElement("span");
    sentence.textContent = text;
    const row = document.createElement("div");
    row.className = "viz-stages-drawings";
    row.append(...drawings);
    item.append(heading, row, sentence);
    return item;
  }

  function canvas(rgba: Uint8Array, side: number, label: string): HTMLCanvasElement {
    return pixelCanvas(document, rgba, side, side, null, label);
  }

  function decodeText(): string {
    const at = sample.offset;
    const place = (from: number): string => (at + from).toLocaleString("en");
    return `${sample.file}, byte ${place(0)}: label ${sample.label}, ${name}. Red from byte ${place(1)}, green from ${place(1 + PLANE)}, blue from ${place(1 + 2 * PLANE)}.`;
  }

  /** One channel alone, as light of that colour. */
  function planeOf(channel: number): Uint8Array {
    return sample.original.map((byte, at) => (at % 4 === channel || at % 4 === 3 ? byte : 0));
  }

  function normalised(): HTMLElement {
    const values = document.createElement("ul");
    CHANNELS.forEach((channel, at) => {
      const byte = sample.original[at] ?? 0;
      const value = (byte / 255 - (info.mean[at] ?? 0)) / ((info.std[at] ?? 0) + 1e-7);
      const item = document.createElement("li");
      item.textContent = `${channel} ${byte} → ${value.toFixed(3).replace("-", "−")}`;
      values.append(item);
    });
    return values;
  }

  function cropText(): string {
    const side = SIDE + 2 * pad;
    return `Padded by reflection to ${side} × ${side}; the 32 × 32 from row ${sample.dy}, column ${sample.dx}.`;
  }

  /** The padded image and the window that the crop takes from it. */
  function window(): HTMLElement {
    const side = SIDE + 2 * pad;
    const holder = document.createElement("div");
    holder.className = "viz-stages-window";
    const frame = document.createElement("div");
    for (const [property, value] of [["left", sample.dx], ["top", sample.dy], ["width", SIDE], ["height", SIDE]] as const) {
      frame.style[property] = `${(100 * value) / side}%`;
    }
    holder.append(canvas(padded(sample.original, pad), side, `padded image with the crop's window at row ${sample.dy}, column ${sample.dx}`), frame);
    return holder;
  }
}

/** The image with `pad` pixels around it, mirrored at the edge, which is not repeated. */
function padded(rgba: Uint8Array, pad: number): Uint8Array {
  const side = SIDE + 2 * pad;
  const inside = (at: number): number => (at < 0 ? -at : at >= SIDE ? 2 * (SIDE - 1) - at : at);
  const made = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const from = 4 * (inside(y - pad) * SIDE + inside(x - pad));
      made.set(rgba.subarray(from, from + 4), 4 * (y * side + x));
    }
  }
  return made;
}
