// The CIFAR panel: the reader's files or the sample set, as a contact sheet and as augmented batches.
// Controls and their state; parsing, shuffling and augmenting are the module's, drawing is viz's.

import type { CoreDataset } from "../kernel/core.ts";
import type { BatchOptions, DatasetInfo } from "../protocol.ts";
import { drawBatch } from "../viz/batch.ts";
import { drawDoctor } from "../viz/doctor.ts";
import { drawHistogram } from "../viz/histogram.ts";
import { drawSheet } from "../viz/sheet.ts";
import { drawStages } from "../viz/stages.ts";
import { cifarControls, type CifarControls } from "./cifar-controls.ts";
import type { PageDataset } from "./dataset.ts";
import type { DroppedFile } from "./drop.ts";

const SHEET_COLUMNS = 10;
const SHEET_ROWS = 5;
/** Pairs drawn of a batch: enough to compare, few enough for a phone. */
const SHOWN_SAMPLES = 12;
/** Pixels of reflection around an image before the crop, as in the lesson. */
const PAD = 4;

export interface CifarContext {
  dataset: PageDataset;
  /** Where files picked here go: to the data set, and to Python as well. */
  take(files: DroppedFile[]): Promise<string>;
}

export function upgradeCifar(host: HTMLElement, { dataset, take }: CifarContext): void {
  const document = host.ownerDocument;
  const controls: CifarControls = cifarControls(document, {
    onFiles: (files) => void take(files.map((file) => ({ path: file.webkitRelativePath || file.name, file }))),
    onCancel: () => dataset.cancel(),
    onFamily: (family) => void redraw((set) => {
      set.show(family);
      controls.restart();
      showAll(set);
    }),
    onBatch: () => void redraw(showBatch),
    onSheet: () => void redraw(showSheet),
  });

  dataset.onChange((sentences) => {
    controls.restart();
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
    showBatch(set);
  }

  function showInfo(info: DatasetInfo): void {
    controls.describe(contentText(info), statisticsText(info));
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

  function showBatch(set: CoreDataset): void {
    const choice = controls.batchChoice();
    const options: BatchOptions = {
      ...choice,
      drop_last: false,
      augment: true,
      pad: PAD,
      padding: "reflect",
      inclusive_offsets: false,
      statistics: "loaded",
      shared_seed_workers: 0,
      limit: SHOWN_SAMPLES,
    };
    const batch = set.batch(options);
    controls.setBatches(batch.batches);
    controls.batchNote(
      `Batch ${batch.batch_index + 1} of ${batch.batches}, epoch ${batch.epoch}: ${batch.size} images` +
        (batch.size > batch.samples.length ? `, the first ${batch.samples.length} drawn.` : "."),
    );
    const info = set.info();
    controls.batch.replaceChildren(drawBatch(document, batch, info.class_names));
    controls.setFollowed(batch.samples.map((sample) => `image ${sample.index}, ${info.class_names[sample.label] ?? sample.label}`));
    const followed = batch.samples[controls.followed()];
    if (followed) controls.stages.replaceChildren(drawStages(document, followed, info, PAD));
    controls.say([]);
  }
}

function contentText(info: DatasetInfo): string {
  const images = info.images.toLocaleString("en");
  if (info.is_sample) return `${images} sample images, drawn by this page in CIFAR-10's format.`;
  const files = info.files.map((file) => `${file.name} (${file.images.toLocaleString("en")})`).join(", ");
  return `${images} images from your files: ${files}.`;
}

/** The exact statistics that normalising uses. */
function statisticsText(info: DatasetInfo): string {
  const three = (values: readonly number[]): string => values.map((value) => value.toFixed(4)).join(", ");
  return `Normalising subtracts the mean (${three(info.mean)}) and divides by the standard deviation (${three(info.std)}) of these pixels, by channel.`;
}
