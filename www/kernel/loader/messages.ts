// What a page, a simulated trainer and its loading workers say to each other. Types only: nothing here runs.
// Times are milliseconds of one clock, that of performance.timeOrigin + performance.now().

import type { BatchOptions } from "../../protocol.ts";

/** How a run goes. */
export interface LoaderPlan {
  options: BatchOptions;
  mean: number[];
  std: number[];
  /** Prefetching workers; with 0 the trainer loads by itself. */
  workers: number;
  /** Batches that each worker may be ahead. */
  prefetch: number;
  /** How long a training step takes. */
  train_ms: number;
  /** Work added to the decoding of a batch, as a heavier format would have. */
  decode_ms: number;
}

/** A batch to be made: its records as they are in their files. */
export interface LoaderBatch {
  epoch: number;
  batch: number;
  indices: Uint32Array<ArrayBuffer>;
  records: Uint8Array<ArrayBuffer>;
}

export type SpanKind = "decode" | "augment" | "wait" | "train";

/** Something that took its time. `who` is a worker, or −1 for the trainer; `at` is the batch's place in the run. */
export interface Span {
  who: number;
  kind: SpanKind;
  at: number;
  start: number;
  end: number;
}

/** Everything that was measured. */
export interface LoaderLog {
  workers: number;
  images: number;
  spans: Span[];
  /** When each batch lay ready, and when the trainer took it. */
  batches: { at: number; ready: number; taken: number }[];
  /** The same for the same values, whoever made them. */
  fingerprint: number;
}

/** Page to worker. */
export type ToLoader =
  | { type: "load"; glue_url: string; wasm_url: string }
  | { type: "make"; who: number; plan: LoaderPlan; batches: [at: number, batch: LoaderBatch][]; port: MessagePort }
  | { type: "train"; plan: LoaderPlan; count: number; images: number; own: LoaderBatch[]; ports: MessagePort[] };

/** Worker to page. */
export type FromLoader =
  | { type: "loaded" }
  | { type: "progress"; trained: number }
  | { type: "trained"; log: LoaderLog }
  | { type: "failed"; message: string };

/** Trainer to loading worker: make the batch at this place, in this memory if there is some. */
export interface Wanted {
  at: number;
  into: Float32Array<ArrayBuffer> | null;
}

/** Loading worker to trainer: the batch, and how long it took. */
export interface Made {
  at: number;
  values: Float32Array<ArrayBuffer>;
  spans: Span[];
  ready: number;
}
