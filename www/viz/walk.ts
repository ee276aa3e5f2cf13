// Draws the way of one image through the pipeline in seven stages: bytes, record, planes, view, normalised,
// batch, augmented; and marks one pixel in each. A function of sample, batch and trace.

import type { Batch, BatchOptions, DatasetInfo, PixelTrace, Sample } from "../protocol.ts";
import { paddedPixels } from "./padded.ts";
import { pickable, type Pickable, type Spot } from "./pick.ts";
import { pixelCanvas } from "./pixels.ts";
import { drawRecordStrip } from "./record-strip.ts";
import { shapeText } from "./shape.ts";

const SIDE = 32;
const PLANE = SIDE * SIDE;
const CHANNELS = ["red", "green", "blue"] as const;

export interface Walk {
  readonly dom: HTMLElement;
  /** Marks the pixel in every stage, and writes where it lies. */
  mark(trace: PixelTrace): void;
}

export interface WalkData {
  batch: Batch;
  /** The place in the batch of the image to follow. */
  slot: number;
  info: DatasetInfo;
  options: BatchOptions;
  onPick(spot: Spot): void;
}

export function drawWalk(document: Document, { batch, slot, info, options, onPick }: WalkData): Walk | null {
  const sample = batch.samples[slot];
  if (!sample) return null;
  const name = info.class_names[sample.label] ?? `label ${sample.label}`;
  const dom = document.createElement("ol");
  dom.className = "viz-walk";

  const dump = document.createElement("pre");
  dump.className = "viz-walk-dump";
  const strip = document.createElement("div");
  const planes = CHANNELS.map((channel, at) => pickable(document, canvas(planeOf(sample, at), SIDE, `${channel} plane`), onPick));
  const view = pickable(document, canvas(sample.original, SIDE, `image ${sample.index}, ${name}: choose a pixel`), onPick);
  const clipped = pickable(document, canvas(new Uint8Array(PLANE * 4), SIDE, "normalised values, cut off at 0 and 1"), null);
  const restored = pickable(document, canvas(sample.original, SIDE, "de-normalised"), null);
  const values = document.createElement("ul");
  values.className = "viz-walk-values";
  const side = SIDE + 2 * options.pad;
  const padded = pickable(document, canvas(paddedPixels(sample, options), side, `padded image with the crop's window at row ${sample.dy}, column ${sample.dx}`), null, side);
  padded.dom.append(cropWindow());
  const augmented = pickable(document, canvas(sample.augmented, SIDE, `image ${sample.index} as the batch has it`), null);

  const notes: Record<string, HTMLElement> = {};
  dom.append(
    stage("bytes", "Bytes", [dump]),
    stage("record", "Record", [strip]),
    stage("planes", "Planes", planes.map((plane) => plane.dom)),
    stage("view", "View, channels last", [view.dom]),
    stage("normalised", "Normalised", [captioned(clipped, "as a picture: cut off"), captioned(restored, "de-normalised")], values),
    stage("batch", "Batch", [neighbours()]),
    stage("augmented", "Augmented", [padded.dom, augmented.dom]),
  );
  return { dom, mark };

  function stage(key: string, title: string, drawings: readonly Element[], more?: Element): HTMLElement {
    const item = document.createElement("li");
    item.dataset["stage"] = key;
    const heading = document.createElement("strong");
    heading.textContent = title;
    const row = document.createElement("div");
    row.className = "viz-walk-drawings";
    row.append(...drawings);
    const note = document.createElement("p");
    notes[key] = note;
    item.append(heading, row, ...(more ? [more] : []), note);
    return item;
  }

  function canvas(rgba: Uint8Array, width: number, label: string): HTMLCanvasElement {
    return pixelCanvas(document, rgba, width, width, null, label);
  }

  function captioned(picture: Pickable, text: string): HTMLElement {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = text;
    figure.append(picture.dom, caption);
    return figure;
  }

  function cropWindow(): HTMLElement {
    const frame = document.createElement("span");
    frame.className = "viz-walk-window";
    for (const [property, value] of [["left", sample?.dx ?? 0], ["top", sample?.dy ?? 0], ["width", SIDE], ["height", SIDE]] as const) {
      frame.style[property] = `${(100 * value) / side}%`;
    }
    return frame;
  }

  /** The images around this one in the batch, this one framed. */
  function neighbours(): HTMLElement {
    const row = document.createElement("div");
    row.className = "viz-walk-batch";
    batch.samples.forEach((one, place) => {
      const picture = canvas(one.original, SIDE, `place ${place} of the batch: image ${one.index}`);
      picture.classList.toggle("is-chosen", place === slot);
      row.append(picture);
    });
    return row;
  }

  function mark(trace: PixelTrace): void {
    const spot = { y: trace.y, x: trace.x };
    for (const picture of [...planes, view, clipped, restored]) picture.mark([spot]);
    padded.mark([{ y: trace.y + options.pad, x: trace.x + options.pad }]);
    const last = trace.stages.at(-1);
    augmented.mark((last?.indices ?? []).map(([red]) => ({ y: red?.[1] ?? 0, x: red?.[2] ?? 0 })));
    dump.textContent = dumpText(trace);
    strip.replaceChildren(drawRecordStrip(document, trace));
    paintClipped(trace);
    values.replaceChildren(...CHANNELS.map((channel, at) => line(channel, trace, at)));

    const [bytes, , planesStage, viewStage, normalised, , crop] = trace.stages;
    say("bytes", `${fileText(trace)}${unpacked(trace) ? ` As records they lie at ${(bytes?.offsets[0] ?? []).map(count).join(", ")}.` : ""}`);
    say("record", `Record ${count(trace.record)}: label ${trace.label}, ${name}; then 1,024 red, green and blue bytes each.`);
    say("planes", `${shapeText(planesStage?.shape ?? [])}, strides ${shapeText(planesStage?.strides ?? [])}: rows of 32 bytes, a view.`);
    say("view", `${shapeText(viewStage?.shape ?? [])}, strides ${shapeText(viewStage?.strides ?? [])}: the same bytes, no byte was moved.`);
    say("normalised", `float32, ${count(4 * product(normalised?.shape ?? []))} bytes of its own.`);
    say("batch", `Place ${slot} of ${batch.size}, copied by fancy indexing.`);
    const shown = crop?.indices.length ?? 0;
    const where = shown === 0 ? "cut off by the crop" : shown === 1 ? `at ${shapeText((crop?.indices[0]?.[0] ?? []).slice(1, 3))}` : `there ${shown} times: the border repeats it`;
    say("augmented", `Crop from (${sample?.dy}, ${sample?.dx})${sample?.flip ? ", flipped" : ", not flipped"}: the pixel is ${where}.`);
  }

  function say(key: string, text: string): void {
    const note = notes[key];
    if (note) note.textContent = text;
  }

  function line(channel: string, trace: PixelTrace, at: number): HTMLElement {
    const item = document.createElement("li");
    const mean = trace.mean[at] ?? 0;
    const std = trace.std[at] ?? 0;
    item.textContent = `${channel} ${trace.bytes[at]} → (${trace.bytes[at]}/255 − ${mean.toFixed(3)}) / ${std.toFixed(3)} = ${signed(trace.normalised[at] ?? 0)}`;
    return item;
  }

  /** What a picture of the values themselves would show: below 0 black, above 1 full. */
  function paintClipped(trace: PixelTrace): void {
    const picture = clipped.dom.querySelector("canvas");
    const context = picture?.getContext("2d");
    if (!context || !sample) return;
    const rgba = new Uint8ClampedArray(sample.original.length);
    for (let at = 0; at < rgba.length; at += 1) {
      const channel = at % 4;
      const byte = sample.original[at] ?? 0;
      rgba[at] = channel === 3 ? 255 : 255 * ((byte / 255 - (trace.mean[channel] ?? 0)) / ((trace.std[channel] ?? 1) + 1e-7));
    }
    context.putImageData(new ImageData(rgba, SIDE, SIDE), 0, 0);
  }

  /** The bytes around each of the three, this one in brackets. */
  function dumpText(trace: PixelTrace): string {
    return CHANNELS.map((channel, at) => {
      const offset = trace.stages[0]?.offsets[0]?.[at] ?? 0;
      const around = [-2, -1, 0, 1, 2].map((by) => {
        const pixel = trace.y * SIDE + trace.x + by;
        const byte = pixel < 0 || pixel >= PLANE ? "··" : (sample?.original[4 * pixel + at] ?? 0).toString(16).padStart(2, "0");
        return by === 0 ? `[${byte}]` : ` ${byte} `;
      });
      return `${channel.padEnd(6)}${count(offset).padStart(11)} ${around.join("")}`;
    }).join("\n");
  }
}

/** One channel alone, as light of that colour. */
function planeOf(sample: Sample, channel: number): Uint8Array {
  return sample.original.map((byte, at) => (at % 4 === channel || at % 4 === 3 ? byte : 0));
}

/** Where the bytes are in the file itself. */
export function fileText({ file, file_offsets }: PixelTrace): string {
  return file_offsets ? `${file}: the pixel's bytes are at ${file_offsets.map(count).join(", ")}.` : `${file} has no byte for each pixel.`;
}

/** The file was no run of records: a pickle, say. */
function unpacked(trace: PixelTrace): boolean {
  return trace.file_offsets?.join() !== trace.stages[0]?.offsets[0]?.join();
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, one) => all * one, 1);
}

function signed(value: number): string {
  return value.toFixed(4).replace("-", "−");
}
