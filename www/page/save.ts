// Gives the reader files to keep: drawings as one PNG, arrays as .npy. All of it is made in the page.

const SCALE = 8;
const GAP = 16;
const CAPTION = 18;
const WIDEST = 1600;

/** Hands a file over as a download. */
export function download(document: Document, blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** float32 values of this shape in C order, as `np.save` writes them (format 1.0). */
export function npy(values: Float32Array<ArrayBuffer>, shape: readonly number[]): Blob {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(", ")}${shape.length === 1 ? "," : ""}), }`;
  // Magic, version, length and text together are a multiple of 64, and end in a line break.
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const header = new TextEncoder().encode(`??????????${text.padEnd(length - 1)}\n`);
  header.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 255, length >> 8]);
  return new Blob([header, values], { type: "application/octet-stream" });
}

/** A frame that the page lays over a picture; places and sizes as parts of the picture's. */
interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
  inner: string;
  outer: string;
}

/** Every canvas and chart in `drawing` with its caption or label under it; small pictures enlarged without smoothing. */
export async function pictureOf(drawing: Element): Promise<Blob> {
  const { ownerDocument: document } = drawing;
  const parts: { image: CanvasImageSource; width: number; height: number; label: string; frames: Frame[] }[] = [];
  for (const one of drawing.querySelectorAll<HTMLCanvasElement | SVGSVGElement>("canvas, svg")) {
    const label = captionOf(one) || (one.getAttribute("aria-label") ?? "");
    if (one instanceof HTMLCanvasElement) {
      const scale = one.width > 200 ? 2 : one.width > 64 ? 4 : SCALE;
      parts.push({ image: one, width: one.width * scale, height: one.height * scale, label, frames: framesOver(one) });
    } else {
      const { width, height } = one.viewBox.baseVal;
      parts.push({ image: await imageOf(one, width * 2, height * 2), width: width * 2, height: height * 2, label, frames: [] });
    }
  }
  const places: { x: number; y: number }[] = [];
  let [x, y, rowHeight, width] = [GAP, GAP, 0, 0];
  for (const part of parts) {
    if (x > GAP && x + part.width > WIDEST) [x, y, rowHeight] = [GAP, y + rowHeight + GAP, 0];
    places.push({ x, y });
    x += Math.max(part.width, 120) + GAP;
    rowHeight = Math.max(rowHeight, part.height + CAPTION);
    width = Math.max(width, x);
  }
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = y + rowHeight + GAP;
  const context = canvas.getContext("2d");
  if (!context || parts.length === 0) throw new Error("there is nothing drawn here yet");
  const style = getComputedStyle(drawing);
  context.fillStyle = style.getPropertyValue("--sl-surface") === "" ? "Canvas" : surfaceOf(drawing);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  context.font = "12px system-ui, sans-serif";
  context.fillStyle = style.color;
  parts.forEach((part, at) => {
    const place = places[at] ?? { x: 0, y: 0 };
    context.drawImage(part.image, place.x, place.y, part.width, part.height);
    for (const frame of part.frames) {
      const [left, top] = [place.x + frame.x * part.width, place.y + frame.y * part.height];
      const [wide, high] = [frame.width * part.width, frame.height * part.height];
      context.lineWidth = 2;
      context.strokeStyle = frame.inner;
      context.strokeRect(left, top, wide, high);
      context.strokeStyle = frame.outer;
      context.strokeRect(left - 2, top - 2, wide + 4, high + 4);
    }
    context.fillText(part.label, place.x, place.y + part.height + CAPTION - 5, Math.max(part.width, 120));
  });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no PNG"))), "image/png"));
}

/** What stands with a picture in its figure or list item, where it is alone there. */
function captionOf(picture: Element): string {
  const holder = picture.closest("figure, li");
  if (holder?.querySelectorAll("canvas, svg").length !== 1) return "";
  const texts = [...holder.querySelectorAll(":scope > figcaption, :scope > strong, :scope > span")];
  return texts.map((one) => one.textContent ?? "").filter(Boolean).join(" ");
}

/** What the page marks on a picture: a pixel, a crop, the whole of a chosen one. */
function framesOver(picture: HTMLCanvasElement): Frame[] {
  const ground = picture.getBoundingClientRect();
  if (ground.width === 0 || ground.height === 0) return [];
  const marks = [...(picture.parentElement?.children ?? [])].filter((one) => getComputedStyle(one).position === "absolute");
  if (picture.classList.contains("is-chosen")) marks.push(picture);
  return marks.map((mark) => {
    const [at, style] = [mark.getBoundingClientRect(), getComputedStyle(mark)];
    return {
      x: (at.left - ground.left) / ground.width,
      y: (at.top - ground.top) / ground.height,
      width: at.width / ground.width,
      height: at.height / ground.height,
      inner: mark === picture ? style.outlineColor : style.borderTopColor,
      outer: style.outlineColor,
    };
  });
}

/** The ground that the drawing stands on. */
function surfaceOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
  }
  return "Canvas";
}

const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "opacity", "fill-opacity"] as const;

/** A chart as an image of its own: the styles that the page gives it are written into it. */
async function imageOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  [svg, ...svg.querySelectorAll<SVGElement>("*")].forEach((one, at) => {
    const style = getComputedStyle(one);
    for (const look of LOOKS) copies[at]?.style.setProperty(look, style.getPropertyValue(look));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
