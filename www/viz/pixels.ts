// Puts pixels on a canvas, crisp at any size. Knows no data set.

/** A canvas of exactly these pixels, four bytes each, shown `scale` times as large; null leaves that to the styles. */
export function pixelCanvas(document: Document, rgba: Uint8Array, width: number, height: number, scale: number | null, label: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "viz-pixels";
  canvas.width = width;
  canvas.height = height;
  if (scale !== null) canvas.style.width = `${width * scale}px`;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser gives no canvas to draw on");
  context.putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0);
  return canvas;
}
