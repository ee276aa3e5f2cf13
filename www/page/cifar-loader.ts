// The DataLoader mode: how many workers, how far ahead, how long a training step takes; a run of it, measured, and
// the runs before it to compare with.

import type { Assets } from "../kernel/assets.ts";
import type { CoreDataset } from "../kernel/core.ts";
import type { LoaderBatch, LoaderLog, LoaderPlan } from "../kernel/loader/messages.ts";
import { LoaderStopped, runLoader, type LoaderRun } from "../kernel/loader/run.ts";
import type { BatchOptions } from "../protocol.ts";
import { drawGantt } from "../viz/gantt.ts";
import { loaderFigures } from "../viz/loader-figures.ts";
import { section } from "./cifar-section.ts";
import type { Settings } from "./cifar-settings.ts";
import { button, numberField } from "./fields.ts";

/** The records of a run are handed to the workers before it: no more than this. */
const MOST_BYTES = 128e6;
const RECORD = 3073;
/** What the drawing shows of a long run. */
const WINDOW_MS = 250;

export interface LoaderSection {
  readonly dom: HTMLElement;
}

export function loaderSection(document: Document, assets: Assets, open: () => Promise<CoreDataset>, settings: Pick<Settings, "options" | "problem">): LoaderSection {
  const part = section(
    document,
    "DataLoader",
    "Find where workers help, and where they hurt: each is a thread of its own that prepares batches ahead of a simulated training step. Batches cross by handing memory over. Everything below is measured while it runs.",
    "loader",
  );
  const noop = (): void => {};
  const cores = navigator.hardwareConcurrency || 2;
  const workers = numberField(document, "Workers", Math.min(2, cores), [0, 16, 1], noop);
  const prefetch = numberField(document, "Prefetched batches a worker", 2, [1, 16, 1], noop);
  const train = numberField(document, "Training step (ms)", 5, [0, 1000, 0.5], noop);
  const decode = numberField(document, "Heavier decoding (ms a batch)", 0, [0, 1000, 0.5], noop);
  const count = numberField(document, "Batches", 60, [1, 500, 1], noop);
  const fields = document.createElement("div");
  fields.className = "cifar-fields";
  fields.append(...[workers, prefetch, train, decode, count].map((field) => field.dom));
  const status = document.createElement("p");
  status.className = "cifar-content";
  status.setAttribute("aria-live", "polite");
  const table = runsTable(document);
  let running: LoaderRun | null = null;

  const run = button(document, "Run the loader", () => void start());
  const stop = button(document, "Stop the loader", () => running?.stop());
  stop.disabled = true;
  const buttons = document.createElement("div");
  buttons.className = "cifar-pager";
  buttons.append(run, stop);
  part.note.after(fields, buttons, status);
  part.drawing.after(table.dom);
  return { dom: part.dom };

  async function start(): Promise<void> {
    const problem = settings.problem() || [workers, prefetch, train, decode, count].map((field) => field.problem()).find((sentence) => sentence !== "");
    if (running || problem) {
      if (problem) status.textContent = problem;
      return;
    }
    run.disabled = true;
    try {
      const set = await open();
      const plan: LoaderPlan = {
        options: settings.options(),
        mean: [],
        std: [],
        workers: workers.value(),
        prefetch: prefetch.value(),
        train_ms: train.value(),
        decode_ms: decode.value(),
      };
      const { mean, std } = set.histogram(plan.options.statistics, 0);
      Object.assign(plan, { mean, std });
      const batches = collect(set, plan.options, count.value());
      status.textContent = `Starting ${plan.workers + 1} ${plan.workers === 0 ? "thread" : "threads"}…`;
      running = runLoader(assets, document.defaultView?.location.origin ?? "", plan, batches, (trained) => void (status.textContent = `Batch ${trained} of ${batches.length}…`));
      stop.disabled = false;
      show(await running.done, plan, batches.length < count.value() ? batches.length : null);
    } catch (problem) {
      status.textContent = problem instanceof LoaderStopped ? "Stopped." : `The loader could not run: ${problem instanceof Error ? problem.message : String(problem)}`;
    } finally {
      running = null;
      run.disabled = false;
      stop.disabled = true;
    }
  }

  /** `fewer`: so many batches were run, for as many as were asked for would not fit. */
  function show(log: LoaderLog, plan: LoaderPlan, fewer: number | null): void {
    const figures = loaderFigures(log);
    const percent = (100 * figures.starved).toFixed(0);
    status.textContent =
      `${Math.round(figures.images_per_second).toLocaleString("en")} images a second; the trainer starved ${percent} % of the time` +
      (plan.workers === 0 ? ", for it loads by itself." : `; at most ${figures.deepest} ${figures.deepest === 1 ? "batch" : "batches"} lay ready.`) +
      (fewer === null ? "" : ` Run with ${fewer} ${fewer === 1 ? "batch" : "batches"}: a run's records are kept under ${MOST_BYTES / 1e6} MB.`);
    part.drawing.replaceChildren(drawGantt(document, log, WINDOW_MS));
    table.add([
      String(plan.workers), plan.workers === 0 ? "–" : String(plan.prefetch), String(plan.train_ms), String(plan.decode_ms), String(plan.options.batch_size),
      Math.round(figures.images_per_second).toLocaleString("en"), `${percent} %`, plan.workers === 0 ? "–" : String(figures.deepest), log.fingerprint.toString(16).padStart(8, "0"),
    ]);
  }
}

/** The batches of a run, epoch after epoch, as records. */
function collect(set: CoreDataset, options: BatchOptions, count: number): LoaderBatch[] {
  const { batches: perEpoch } = set.batch({ ...options, batch_index: 0, limit: 0 });
  const most = Math.max(1, Math.min(count, Math.floor(MOST_BYTES / (options.batch_size * RECORD))));
  return Array.from({ length: most }, (_, at) => {
    const epoch = options.epoch + Math.floor(at / perEpoch);
    const batch = at % perEpoch;
    const { indices, records } = set.batch_records({ ...options, epoch, batch_index: batch, limit: 0 });
    return { epoch, batch, indices: Uint32Array.from(indices), records: new Uint8Array(records) };
  });
}

function runsTable(document: Document): { dom: HTMLElement; add(cells: readonly string[]): void } {
  const dom = document.createElement("div");
  dom.className = "viz-trace";
  dom.hidden = true;
  const table = document.createElement("table");
  const caption = table.createCaption();
  caption.textContent = "Runs so far. The same settings give the same values, whoever made them.";
  const head = table.createTHead().insertRow();
  for (const title of ["workers", "prefetch", "step (ms)", "decoding (ms)", "batch", "images/s", "starved", "deepest queue", "values"]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  dom.append(table);
  return {
    dom,
    add(cells) {
      dom.hidden = false;
      const row = body.insertRow();
      for (const text of cells) row.insertCell().textContent = text;
    },
  };
}
