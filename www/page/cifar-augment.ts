// Augmenting: one image beside its draws in several epochs, the crop offsets that occur, and the mistake of workers
// that share a seed. Which image is followed is the panel's.

import type { CoreDataset } from "../kernel/core.ts";
import type { Batch, BatchOptions, DatasetInfo } from "../protocol.ts";
import { drawDraws } from "../viz/draws.ts";
import { drawOffsetMap } from "../viz/offset-map.ts";
import { section } from "./cifar-section.ts";
import { numberField } from "./fields.ts";

/** Epochs whose draws are shown, and epochs counted for the map of offsets. */
const EPOCHS = 9;
const COUNTED_DRAWS = 20_000;
/** A larger map has cells too small to read. */
const LARGEST_MAP_PAD = 8;

export interface AugmentSection {
  readonly dom: HTMLElement;
  draw(set: CoreDataset, batch: Batch, options: BatchOptions, info: DatasetInfo, slot: number): void;
}

export function augmentSection(document: Document, fields: HTMLElement): AugmentSection {
  const part = section(
    document,
    "Augmenting: the same image, drawn again",
    "Every draw is made from (seed, epoch, index) alone, so any of them can be had again, whichever worker made it.",
    "augmentation",
  );
  part.note.after(fields);
  let shown: { set: CoreDataset; options: BatchOptions; info: DatasetInfo } | null = null;
  const index = numberField(document, "Replay image", 0, [0, 999_999, 1], () => {
    if (shown && !index.problem()) replay(shown.set, shown.options, shown.info);
  });
  const draws = document.createElement("div");
  const mistake = document.createElement("p");
  mistake.className = "cifar-content";
  const maps = document.createElement("div");
  maps.className = "cifar-maps";
  part.drawing.append(index.dom, draws, mistake, maps);

  function replay(set: CoreDataset, options: BatchOptions, info: DatasetInfo): void {
    try {
      const samples = set.replay(options, index.value(), EPOCHS);
      const [first] = samples;
      if (!first) return;
      draws.replaceChildren(drawDraws(document, first, samples.map((sample, later) => ({ sample, name: `epoch ${options.epoch + later}` }))));
      const same = samples.every((sample) => sample.dy === first.dy && sample.dx === first.dx && sample.flip === first.flip);
      part.note.textContent =
        `Image ${first.index} (${info.class_names[first.label] ?? first.label}) with seed ${options.seed}: each draw is (dy, dx, flip).` +
        (same && options.shared_seed_workers > 0 ? " Every epoch repeats the same draw: that is the mistake." : "");
    } catch (problem) {
      part.note.textContent = problem instanceof Error ? problem.message : String(problem);
    }
  }

  return {
    dom: part.dom,
    draw(set, batch, options, info, slot) {
      shown = { set, options, info };
      const followed = batch.samples[slot];
      if (followed) index.set(followed.index);
      replay(set, options, info);
      mistake.textContent = mistakeText(set, batch, options);
      maps.replaceChildren();
      if (options.pad > LARGEST_MAP_PAD) {
        maps.textContent = `The map of offsets is drawn for up to ${LARGEST_MAP_PAD} pixels of padding.`;
        return;
      }
      const epochs = Math.max(1, Math.min(40, Math.round(COUNTED_DRAWS / Math.max(1, info.train_images || info.images))));
      for (const [title, inclusive] of [["randint(0, 2 * pad)", false], ["randint(0, 2 * pad + 1)", true]] as const) {
        const counts = set.offset_counts({ ...options, inclusive_offsets: inclusive }, epochs);
        maps.append(drawOffsetMap(document, title, counts, 2 * options.pad + 1));
      }
    },
  };
}

/** What the shared seed does to this batch, in figures. */
function mistakeText(set: CoreDataset, batch: Batch, options: BatchOptions): string {
  const { shared_seed_workers: workers } = options;
  if (workers === 0) return "Each image of each batch has a draw of its own.";
  const group = Math.floor(batch.batch_index / workers) * workers;
  const others = Array.from({ length: Math.min(workers, batch.batches - group) }, (_, at) => group + at).filter((at) => at !== batch.batch_index);
  const drawn = (one: Batch): string => one.samples.map(({ dy, dx, flip }) => `${dy},${dx},${flip}`).join(" ");
  const mine = drawn(batch);
  const same = others.filter((batch_index) => drawn(set.batch({ ...options, batch_index })).startsWith(mine.slice(0, 40)));
  return same.length === 0
    ? `${workers} processes start from one seed, and each makes its first draws alike.`
    : `${workers} processes start from one seed: batch ${batch.batch_index + 1} has the very draws of ${same.length === 1 ? "batch" : "batches"} ${same.map((at) => at + 1).join(", ")}, and of every other epoch.`;
}
