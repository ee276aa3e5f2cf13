// The small wasm module, without Python: fetched once, when a drawing first needs it, and run on
// the page itself.

import type {
  Batch, BatchOptions, BatchRecords, BroadcastSteps, DatasetInfo, Diagnosis, FileReport, Histogram, PixelTrace, Sample, Sheet, Statistics,
} from "../protocol.ts";

/** What `src/wasm/core.rs` exports, as far as the page uses it. */
export interface Core {
  /** `shapes` as a reader writes them: "(3, 4), (4,)". Throws a sentence where they are no shapes. */
  broadcast_steps(shapes: string): BroadcastSteps;
  /** Images of the reader's files, or `sample` drawn ones a file until there are any. */
  Dataset: new (sample: number) => CoreDataset;
  /** `mean` and `std` of three channels, on the scale 0 to 1. */
  BatchWorker: new (options: BatchOptions, mean: Float64Array, std: Float64Array, layout: "nhwc" | "nchw") => CoreBatchWorker;
  /** A file of `length` bytes on its way into a data set. */
  Intake: new (name: string, length: number) => CoreIntake;
}

/** A file or archive, of which a piece has come. */
export interface CoreIntake {
  /** False: no more are needed, for what they are is clear. */
  push(piece: Uint8Array): boolean;
  /** Gives it up; the data set stays as it is. */
  free(): void;
}

/** A data set in the module's memory. */
export interface CoreDataset {
  /** Takes in what has come, and frees it: a report, and one more for each file of an archive. */
  finish(intake: CoreIntake): FileReport[];
  /** A piece of a file's records, copied; empty past their end. */
  file_records(source: number, offset: number, length: number): Uint8Array;
  /** Shows this family's images from now on. */
  show(family: string): void;
  examine(): Diagnosis;
  info(): DatasetInfo;
  /** Null when there is no image at `offset`. */
  contact_sheet(columns: number, rows: number, offset: number): Sheet | null;
  /** Throws a sentence for options that make no batch. */
  batch(options: BatchOptions): Batch;
  /** Image `index` with its draws in `epochs` epochs from `options.epoch` on. */
  replay(options: BatchOptions, index: number, epochs: number): Sample[];
  /** How often each crop offset is drawn in `epochs` epochs: (2 · pad + 1)² counts, row by row. */
  offset_counts(options: BatchOptions, epochs: number): Uint32Array;
  /** The pixel at row `y`, column `x` of the image in place `slot` of the batch. */
  pixel(options: BatchOptions, slot: number, y: number, x: number): PixelTrace;
  /** Of at most `most` images. */
  histogram(statistics: Statistics, most: number): Histogram;
  /** The batch as float32, (N, 32, 32, 3) in C order. */
  batch_values(options: BatchOptions): Float32Array;
  /** The batch's images as they are in their files. */
  batch_records(options: BatchOptions): BatchRecords;
}

/** What a loader's worker runs: records handed over become a batch, without a data set. */
export interface CoreBatchWorker {
  /** Takes whole records in, and gives their number. */
  decode(records: Uint8Array): number;
  /** Crops, flips and normalises them as batch `batch` of `epoch`; `indices` are the images'. */
  augment(epoch: bigint, batch: number, indices: Uint32Array): void;
  copy_to(into: Float32Array): void;
}

interface CoreGlue extends Core {
  default(options: { module_or_path: URL }): Promise<unknown>;
}

/** Returns a function that loads at its first call. A failed attempt is forgotten. */
export function coreLoader(glueUrl: URL, wasmUrl: URL): () => Promise<Core> {
  let attempt: Promise<Core> | null = null;

  async function load(): Promise<Core> {
    const glue = (await import(glueUrl.href)) as CoreGlue;
    await glue.default({ module_or_path: wasmUrl });
    return glue;
  }

  return () => {
    attempt ??= load().catch((problem: unknown) => {
      attempt = null;
      const reason = problem instanceof Error ? problem.message : String(problem);
      throw new Error(`The drawings could not be loaded (${reason}).`);
    });
    return attempt;
  };
}
