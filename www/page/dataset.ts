// The page's CIFAR data set: one for all its panels, in the small module's memory.
// Brings files in one after another, and says under which paths Python should see them.

import type { Core, CoreDataset } from "../kernel/core.ts";
import type { FileSource } from "../kernel/session.ts";
import type { FileReport } from "../protocol.ts";
import type { DroppedFile } from "./drop.ts";
import { bringIn, Cancelled, recordsBlob, type Progress } from "./intake.ts";

/** Images drawn for each file of the sample set. */
const SAMPLE_IMAGES = 100;

/** Of a folder full of other things, so many are told one by one. */
const REFUSALS_TOLD = 2;

/** A file for Python: at this path it finds these bytes. */
export interface PythonFile {
  path: string;
  source: FileSource;
}

export interface AddedFiles {
  forPython: PythonFile[];
  /** What became of each. */
  sentences: string[];
}

export interface PageDataset {
  /** The set, loaded at the first call. */
  open(): Promise<CoreDataset>;
  /** Adds files one by one; what was loaded stays, whatever they are. */
  add(files: readonly DroppedFile[]): Promise<AddedFiles>;
  /** Gives up the files that are still coming in. */
  cancel(): void;
  /** Calls back when files came in, with a sentence for each. */
  onChange(listener: (sentences: readonly string[]) => void): void;
  /** Calls back while a file comes in; null when all have. */
  onProgress(listener: (progress: Progress | null) => void): void;
}

export function createDataset(loadCore: () => Promise<Core>): PageDataset {
  const changed: ((sentences: readonly string[]) => void)[] = [];
  const progressed: ((progress: Progress | null) => void)[] = [];
  let opened: Promise<{ core: Core; set: CoreDataset }> | null = null;
  let coming: Promise<unknown> = Promise.resolve();
  let abort = new AbortController();

  function load(): Promise<{ core: Core; set: CoreDataset }> {
    opened ??= loadCore()
      .then((core) => ({ core, set: new core.Dataset(SAMPLE_IMAGES) }))
      .catch((problem: unknown) => {
        opened = null;
        throw problem;
      });
    return opened;
  }

  function tell(progress: Progress | null): void {
    for (const listener of progressed) listener(progress);
  }

  async function addAll(files: readonly DroppedFile[]): Promise<AddedFiles> {
    const { core, set } = await load();
    const { signal } = abort;
    const sentences: string[] = [];
    let refused = 0;
    const forPython: PythonFile[] = [];
    for (const { path, file } of files) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      try {
        const reports = signal.aborted ? [] : await bringIn(core, set, name, file, signal, tell);
        // The files of an archive speak in the doctor's table; here the archive speaks for them.
        for (const { ok, message } of reports.slice(0, 1)) {
          refused += Number(!ok);
          if (ok || refused <= REFUSALS_TOLD) sentences.push(message);
        }
        forPython.push(...pythonFiles(set, { path, file }, reports));
      } catch (problem) {
        sentences.push(problem instanceof Cancelled ? problem.message : `${name} could not be read (${String(problem)}).`);
      }
    }
    tell(null);
    if (refused > REFUSALS_TOLD) sentences.push(`${refused - REFUSALS_TOLD} more files are not CIFAR; the table lists them.`);
    for (const listener of changed) listener(sentences);
    return { forPython, sentences };
  }

  return {
    open: async () => (await load()).set,
    add(files) {
      // One after another: each drop waits for the one before.
      const done = coming.then(() => addAll(files));
      coming = done.catch(() => tell(null));
      return done;
    },
    cancel() {
      abort.abort();
      abort = new AbortController();
    },
    onChange: (listener) => void changed.push(listener),
    onProgress: (listener) => void progressed.push(listener),
  };
}

/** Where the lesson's code looks for the data set; the kernel shows it under `data/` as well. */
const CIFAR_FOLDER = "cifar-10-batches-bin";
const BATCH_NAME = /^(data_batch_[1-5]|test_batch)\.bin$/;
const BATCH_PATH = /^(data\/)?cifar-10-batches-bin\/(data_batch_[1-5]|test_batch)\.bin$/;

/**
 * Where a file's images belong, as the lesson opens them, its records; under its own path the file as it is. What
 * only has a batch's path takes no batch's place. What came in an archive and is no records, pickles above all, is
 * there as well, under its name in the archive.
 */
function pythonFiles(set: CoreDataset, { path, file }: DroppedFile, reports: readonly FileReport[]): PythonFile[] {
  const files: PythonFile[] = [];
  for (const report of reports) {
    const name = report.name.slice(report.name.lastIndexOf("/") + 1);
    if (report.source !== null) {
      const records = once(() => recordsBlob(set, report.source ?? -1));
      const source = report.archive === null && report.is_binary ? file : records;
      const place = report.place ?? (BATCH_NAME.test(name) ? `${CIFAR_FOLDER}/${name}` : null);
      if (place !== null) files.push({ path: place, source });
      else if (report.archive !== null && report.is_binary) files.push({ path: report.name, source });
    }
    if (report.archive !== null && !report.is_binary && !BATCH_PATH.test(report.name)) {
      files.push({ path: report.name, source: { archive: file, name: report.name, length: report.length } });
    }
  }
  if (path.endsWith("batches.meta.txt")) files.push({ path: `${CIFAR_FOLDER}/batches.meta.txt`, source: file });
  if (!BATCH_PATH.test(path)) files.push({ path, source: file });
  return files;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
