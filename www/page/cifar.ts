// The CIFAR panel: the reader's files or the sample set, walked through step by step. Puts the sections together
// and keeps what they share: the settings, the image that is followed, the pixel that is pointed at.
// Parsing, shuffling and augmenting are the module's, drawing is viz's.

import type { Assets } from "../kernel/assets.ts";
import type { CoreDataset } from "../kernel/core.ts";
import type { Batch, BatchOptions, DatasetInfo } from "../protocol.ts";
import { drawBatch } from "../viz/batch.ts";
import { drawDoctor } from "../viz/doctor.ts";
import { drawHistogram } from "../viz/histogram.ts";
import { drawOrder } from "../viz/order.ts";
import type { Spot } from "../viz/pick.ts";
import { drawSheet } from "../viz/sheet.ts";
import { drawTraceTable } from "../viz/trace-table.ts";
import { drawValueHistogram } from "../viz/value-histogram.ts";
import { drawWalk, type Walk } from "../viz/walk.ts";
import { augmentSection } from "./cifar-augment.ts";
import { cifarControls, type CifarControls } from "./cifar-controls.ts";
import { loaderSection } from "./cifar-loader.ts";
import { section } from "./cifar-section.ts";
import { createSettings } from "./cifar-settings.ts";
import type { PageDataset } from "./dataset.ts";
import type { DroppedFile } from "./drop.ts";
import { button, choiceField } from "./fields.ts";
import { download, npy } from "./save.ts";

const SHEET_COLUMNS = 10;
const SHEET_ROWS = 5;
/** Images that the histogram of values counts. */
const COUNTED_IMAGES = 5000;

export interface CifarContext {
  dataset: PageDataset;
  assets: Assets;
  /** Where files picked here go: to the data set, and to Python as well. */
  take(files: DroppedFile[]): Promise<string>;
}

export function upgradeCifar(host: HTMLElement, { dataset, assets, take }: CifarContext): void {
  const document = host.ownerDocument;
  const controls: CifarControls = cifarControls(document, {
    onFiles: (files) => void take(files.map((file) => ({ path: file.webkitRelativePath || file.name, file }))),
    onCancel: () => dataset.cancel(),
    onFamily: (family) => void redraw((set) => {
      set.show(family);
      controls.restart();
      settings.pager.reset();
      showAll(set);
    }),
    onSheet: () => void redraw(showSheet),
  });
  const settings = createSettings(document, () => void redraw(showPipeline));
  const batchPart = section(document, "Batching", "An epoch visits every image once, in an order of its own; batches are cut from it.", "batch");
  const walkPart = section(document, "One image, step by step", "Point at a pixel, or move with the arrow keys (Shift: eight at once), and follow its three bytes through every array.", "pixel");
  const valuesPart = section(document, "Normalising", "Each channel's values before and after. De-normalising is the way back: value × std + mean.", "values");
  const augmenting = augmentSection(document, settings.augment);
  const loader = loaderSection(document, assets, dataset.open, settings);

  const follow = choiceField<string>(document, "Follow", [], () => void redraw(showPipeline));
  const traced = document.createElement("div");
  const spoken = document.createElement("p");
  spoken.className = "cifar-content";
  spoken.setAttribute("aria-live", "polite");
  let spot: Spot = { y: 9, x: 16 };
  let walk: Walk | null = null;

  batchPart.note.before(settings.batch, settings.pager.dom);
  batchPart.bar.append(button(document, "Download the batch as .npy", () => void redraw(saveBatch)));
  walkPart.note.before(follow.dom);
  walkPart.drawing.after(spoken, traced);
  valuesPart.note.before(settings.statistics);
  controls.dom.append(walkPart.dom, valuesPart.dom, batchPart.dom, augmenting.dom, loader.dom);

  dataset.onChange((sentences) => {
    controls.restart();
    settings.pager.reset();
    void redraw((set) => {
      showAll(set);
      controls.say(sentences);
    });
  });

  dataset.onProgress((progress) => controls.files.progress(progress));

  host.setAttribute("role", "group");
  host.setAttribute("aria-label", "CIFAR-10 pipeline");
  void redraw((set) => {
    showAll(set);
    host.classList.add("is-live");
    host.replaceChildren(controls.dom);
  });

  /** A panel that cannot draw says why and keeps what it shows. */
  async function redraw(work: (set: CoreDataset) => void): Promise<void> {
    try {
      work(await dataset.open());
    } catch (problem) {
      if (!host.contains(controls.dom)) host.append(controls.dom);
      controls.say([problem instanceof Error ? problem.message : String(problem)]);
    }
  }

  function showAll(set: CoreDataset): void {
    const info = set.info();
    showInfo(info);
    controls.files.setFamilies(info.families, info.family);
    const doctor = drawDoctor(document, set.examine());
    controls.files.doctor.replaceChildren(...(doctor ? [doctor] : []));
    showSheet(set);
    showPipeline(set);
  }

  function showInfo(info: DatasetInfo): void {
    controls.describe(contentText(info));
    const classes = info.class_names.map((name, label) => ({ name, count: info.class_counts[label] ?? 0 }));
    controls.classes.replaceChildren(drawHistogram(document, classes));
  }

  function showSheet(set: CoreDataset): void {
    const info = set.info();
    const pageSize = SHEET_COLUMNS * SHEET_ROWS;
    controls.setSheetPages(Math.max(1, Math.ceil(info.images / pageSize)));
    const sheet = set.contact_sheet(SHEET_COLUMNS, SHEET_ROWS, controls.sheetPage() * pageSize);
    if (sheet) controls.sheet.replaceChildren(drawSheet(document, sheet, info.class_names));
  }

  function showPipeline(set: CoreDataset): void {
    const problem = settings.problem();
    if (problem) {
      controls.say([problem]);
      return;
    }
    const info = set.info();
    const options = settings.options();
    const batch = set.batch(options);
    showBatch(batch, options, info);
    showFollowed(set, batch, options, info);
    const histogram = set.histogram(options.statistics, COUNTED_IMAGES);
    valuesPart.drawing.replaceChildren(drawValueHistogram(document, histogram));
    valuesPart.note.textContent = statisticsText(histogram.mean, histogram.std, histogram.images, options);
    augmenting.draw(set, batch, options, info, slot());
    controls.say([]);
  }

  function showBatch(batch: Batch, options: BatchOptions, info: DatasetInfo): void {
    settings.pager.setCount(batch.batches);
    const images = info.train_images || info.images;
    const rest = images % options.batch_size;
    const left = rest === 0 ? "" : options.drop_last ? ` ${rest} images are left out of this epoch.` : ` The last batch has ${rest} only.`;
    batchPart.note.textContent =
      `Batch ${batch.batch_index + 1} of ${batch.batches}, epoch ${batch.epoch}: ${batch.size} images` +
      (batch.size > batch.samples.length ? `, the first ${batch.samples.length} drawn.` : ".") + left;
    batchPart.drawing.replaceChildren(drawOrder(document, batch, options.batch_size, images, options.drop_last), drawBatch(document, batch, info.class_names));
  }

  /** The place in the batch of the image that is followed. */
  function slot(): number {
    return Math.max(0, followed().selectedIndex);
  }

  function followed(): HTMLSelectElement {
    const select = follow.dom.querySelector("select");
    if (!select) throw new Error("the field of the followed image has lost its list");
    return select;
  }

  function showFollowed(set: CoreDataset, batch: Batch, options: BatchOptions, info: DatasetInfo): void {
    const select = followed();
    const chosen = Math.min(slot(), batch.samples.length - 1);
    select.replaceChildren(
      ...batch.samples.map((sample) => {
        const option = document.createElement("option");
        option.textContent = `image ${sample.index}, ${info.class_names[sample.label] ?? sample.label}`;
        return option;
      }),
    );
    select.selectedIndex = chosen;
    const trace = (): void => {
      const traceOf = set.pixel(options, chosen, spot.y, spot.x);
      walk?.mark(traceOf);
      traced.replaceChildren(drawTraceTable(document, traceOf));
      const offsets = traceOf.file_offsets?.map((offset) => offset.toLocaleString("en")).join(", ");
      const where = offsets ? `bytes ${offsets} of ${traceOf.file}` : `image ${traceOf.record} of ${traceOf.file}`;
      spoken.textContent = `Row ${spot.y}, column ${spot.x}: ${where}; red ${traceOf.bytes[0]}, green ${traceOf.bytes[1]}, blue ${traceOf.bytes[2]}.`;
    };
    walk = drawWalk(document, {
      batch,
      slot: chosen,
      info,
      options,
      onPick(next) {
        spot = next;
        trace();
      },
    });
    if (walk) walkPart.drawing.replaceChildren(walk.dom);
    trace();
  }

  function saveBatch(set: CoreDataset): void {
    const options = settings.options();
    const { size } = set.batch({ ...options, limit: 0 });
    const values = new Float32Array(set.batch_values(options));
    download(document, npy(values, [size, 32, 32, 3]), `batch-seed${options.seed}-epoch${options.epoch}-${options.batch_index}.npy`);
  }
}

function contentText(info: DatasetInfo): string {
  const images = info.images.toLocaleString("en");
  if (info.is_sample) return `${images} sample images, drawn by this page in CIFAR-10's format.`;
  const files = info.files.map((file) => `${file.name} (${file.images.toLocaleString("en")})`).join(", ");
  return `${images} images from your files: ${files}.`;
}

/** What is subtracted and divided by, and what is to be known about it. */
function statisticsText(mean: readonly number[], std: readonly number[], images: number, { statistics }: BatchOptions): string {
  const three = (values: readonly number[]): string => values.map((value) => value.toFixed(4)).join(", ");
  const why = {
    loaded: "They are those of the loaded pixels, exact: from integer sums, in 64 bits.",
    training: "They are those of CIFAR-10's 50,000 training images.",
    copied: "This std is the mean of the images' own deviations: the values come out about a quarter too wide.",
    half: "They only bring 0…1 to −1…1.",
  }[statistics];
  return `Mean ${three(mean)}, standard deviation ${three(std)}. ${why} Counted over ${images.toLocaleString("en")} images.`;
}
