// A picture of 32 × 32 pixels in which one can be pointed out: by click, by arrow keys, by a frame.
// Knows rows and columns; knows no data set.

const SIDE = 32;

export interface Spot {
  y: number;
  x: number;
}

export interface Pickable {
  readonly dom: HTMLElement;
  /** Frames these pixels; the first is where the arrow keys go on from. */
  mark(spots: readonly Spot[]): void;
}

/** `side` is the picture's own, where it is not 32: the frame counts in its pixels. */
export function pickable(document: Document, canvas: HTMLCanvasElement, onPick: ((spot: Spot) => void) | null, side = SIDE): Pickable {
  const dom = document.createElement("div");
  dom.className = "viz-pick";
  dom.append(canvas);
  let at: Spot = { y: 0, x: 0 };
  const frames: HTMLElement[] = [];

  if (onPick) {
    dom.classList.add("is-live");
    canvas.tabIndex = 0;
    canvas.addEventListener("click", (event) => {
      const shown = canvas.getBoundingClientRect();
      onPick({ y: within(((event.clientY - shown.top) / shown.height) * side), x: within(((event.clientX - shown.left) / shown.width) * side) });
    });
    const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    canvas.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const by = event.shiftKey ? 8 : 1;
      onPick({ y: within(at.y + by * step[0]), x: within(at.x + by * step[1]) });
    });
  }

  function within(value: number): number {
    return Math.min(side - 1, Math.max(0, Math.floor(value)));
  }

  return {
    dom,
    mark(spots) {
      at = spots[0] ?? at;
      while (frames.length > spots.length) frames.pop()?.remove();
      while (frames.length < spots.length) {
        const frame = document.createElement("span");
        frame.className = "viz-pick-frame";
        dom.append(frame);
        frames.push(frame);
      }
      spots.forEach(({ y, x }, place) => {
        const frame = frames[place];
        if (!frame) return;
        Object.assign(frame.style, { top: `${(100 * y) / side}%`, left: `${(100 * x) / side}%`, width: `${100 / side}%`, height: `${100 / side}%` });
      });
    },
  };
}
