// An image with its padding around it, as pixels: what the crop's window moves over.

import type { BatchOptions, Sample } from "../protocol.ts";

const SIDE = 32;

/** RGBA of (32 + 2 · pad)² pixels; where the padding is not the image, the sample's border colour. */
export function paddedPixels(sample: Sample, { pad, padding }: Pick<BatchOptions, "pad" | "padding">): Uint8Array {
  const side = SIDE + 2 * pad;
  const border = new Uint8Array([...sample.border, 255]);
  const made = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [inside(y - pad), inside(x - pad)];
      const from = 4 * (row * SIDE + column);
      made.set(row < 0 || column < 0 ? border : sample.original.subarray(from, from + 4), 4 * (y * side + x));
    }
  }
  return made;

  /** Reflection leaves out the edge itself; −1 where nothing is read. */
  function inside(at: number): number {
    if (at >= 0 && at < SIDE) return at;
    if (padding !== "reflect") return -1;
    return at < 0 ? -at : 2 * (SIDE - 1) - at;
  }
}
