// Draws a pixel's way as a table: each array's shape and strides, the pixel's index in it, its byte offset,
// and whether it lies over the file's bytes. A function of the trace.

import type { PixelStage, PixelTrace } from "../protocol.ts";
import { shapeText } from "./shape.ts";

export function drawTraceTable(document: Document, trace: PixelTrace): HTMLElement {
  const holder = document.createElement("div");
  holder.className = "viz-trace";
  holder.tabIndex = 0;
  holder.setAttribute("role", "region");
  holder.setAttribute("aria-label", "The pixel in every array");
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const title of ["array", "dtype", "shape", "strides (bytes)", "index of red", "byte offset of red, green, blue", "memory"]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const stage of trace.stages) {
    const row = body.insertRow();
    row.className = stage.in_file ? "is-view" : "is-own";
    const name = document.createElement("th");
    name.scope = "row";
    name.textContent = stage.name;
    name.title = stage.expression;
    row.append(name);
    for (const text of [stage.dtype, shapeText(stage.shape), shapeText(stage.strides), indexText(stage), offsetText(stage), stage.in_file ? "the file's bytes" : "its own"]) {
      row.insertCell().textContent = text;
    }
  }
  holder.append(table);
  return holder;
}

function indexText(stage: PixelStage): string {
  const all = stage.indices.map(([red]) => `[${(red ?? []).join(", ")}]`);
  return all.length === 0 ? "cut off" : all.join(" ");
}

function offsetText(stage: PixelStage): string {
  return stage.offsets.map((channels) => channels.map((offset) => offset.toLocaleString("en")).join(", ")).join("; ") || "–";
}
