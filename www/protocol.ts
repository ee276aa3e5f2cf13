// What the page and the kernel's worker say to each other, and what the kernel answers.
// Types only: nothing here runs. Field names are those of the wasm module's plain objects.

/** 1 is standard output, 2 is standard error. */
export type Stream = 1 | 2;

/** Why a cell failed. Lines and columns count from 1 and belong to the cell that ran. */
export interface PythonError {
  kind: string;
  message: string;
  traceback: string;
  line: number | null;
  column: number | null;
}

/** What a run came to. `value` is the last expression's repr; null for None and for statements. */
export interface Outcome {
  ok: boolean;
  value: string | null;
  error: PythonError | null;
  elapsed_ms: number;
}

/** An array bound to a name of the session. */
export interface ArrayInfo {
  name: string;
  dtype: string;
  shape: number[];
  nbytes: number;
}

/** One item of an array: its index, and its byte offset in the buffer. */
export interface MemoryCell {
  index: number[];
  offset: number;
  text: string;
}

/** Where an array's items lie. Strides and offsets are in bytes. */
export interface MemoryMap {
  name: string;
  dtype: string;
  itemsize: number;
  shape: number[];
  strides: number[];
  offset: number;
  nbytes: number;
  buffer_bytes: number;
  owns_data: boolean;
  writeable: boolean;
  c_contiguous: boolean;
  f_contiguous: boolean;
  shares_with: string[];
  cells: MemoryCell[];
  truncated: boolean;
  buffer: { offset: number; text: string | null }[];
}

/** How shapes meet, axis by axis; axes are listed left to right, null where an operand has none. */
export interface BroadcastSteps {
  operands: { shape: number[]; padded: (number | null)[]; stretched: boolean[] }[];
  axes: {
    sizes: (number | null)[];
    result: number | null;
    verdict: "equal" | "stretched" | "missing" | "mismatch";
  }[];
  result: number[] | null;
  /** NumPy's sentence where they do not meet. */
  error: string | null;
}

/** What became of a file given to the data set; `message` is a sentence for the reader. */
export interface FileReport {
  /** Its path in the archive, for a file that came in one. */
  name: string;
  archive: string | null;
  /** In bytes. */
  length: number;
  ok: boolean;
  outcome: "added" | "duplicate" | "names" | "unpacked" | "refused";
  images: number;
  message: string;
  /** The number by which the set knows the file's records. */
  source: number | null;
  /** The file is records and nothing else, but for bytes at its end. */
  is_binary: boolean;
  /** Where the published file that it is belongs: "cifar-10-batches-bin/data_batch_3.bin". */
  place: string | null;
}

/** As it should be, worth knowing, or wrong. */
export type Grade = "good" | "note" | "bad";

/** What the doctor says of one file. */
export interface FileRow {
  name: string;
  archive: string | null;
  length: number;
  /** In hexadecimal. */
  first_bytes: string;
  kind: string;
  part: string;
  /** By what the part was known. */
  evidence: string;
  records: number;
  trailing_bytes: number;
  bad_labels: number;
  /** The first labels out of range, with their byte offsets. */
  bad: [offset: number, label: number][];
  class_counts: number[];
  grade: Grade;
  sentence: string;
}

/** What each file is, and whether the set is whole and sound. */
export interface Diagnosis {
  files: FileRow[];
  /** Refused files without a row. */
  unlisted: number;
  verdicts: { grade: Grade; text: string }[];
  /** For a full training set: sums by channel, as counted and as published. */
  sums: { sum: [number[], number[]]; sum_of_squares: [number[], number[]]; equal: boolean } | null;
}

/** What a data set holds. Means and deviations are of all pixels as fractions of 255, by channel. */
export interface DatasetInfo {
  images: number;
  train_images: number;
  /** Nothing was given yet: these are the drawn samples. */
  is_sample: boolean;
  /** Whose images these are, "CIFAR-10" or "CIFAR-100", and of which of them files are loaded. */
  family: string;
  families: string[];
  class_names: string[];
  class_counts: number[];
  files: { name: string; split: "train" | "test"; images: number }[];
  mean: [number, number, number];
  std: [number, number, number];
}

/** Images side by side, one pixel a pixel, with their labels in reading order. */
export interface Sheet {
  width: number;
  height: number;
  columns: number;
  offset: number;
  labels: number[];
  rgba: Uint8Array;
}

/** Whose mean and standard deviation normalise. "copied" is the std that is wrong on many pages. */
export type Statistics = "loaded" | "training" | "copied" | "half";

/** What the border around an image holds; "zeros" are bytes before normalising, "zeros-after" the mean colour. */
export type Padding = "reflect" | "zeros" | "zeros-after";

export interface BatchOptions {
  seed: number;
  epoch: number;
  batch_index: number;
  batch_size: number;
  shuffle: boolean;
  drop_last: boolean;
  augment: boolean;
  /** Pixels of padding before the crop, 0 to 31. */
  pad: number;
  padding: Padding;
  /** Draw offsets from 0 to 2·pad with the upper end; without it as `randint(0, 2 * pad)` does. */
  inclusive_offsets: boolean;
  flip_probability: number;
  statistics: Statistics;
  /** Above 0: the mistake of that many workers which start from one seed. */
  shared_seed_workers: number;
  /** How many samples to send. */
  limit: number;
}

/** One image of a batch, 32 × 32, as it is stored and as it was augmented. */
export interface Sample {
  index: number;
  label: number;
  file: string;
  /** Of its record in the file, in bytes; of its label, in a pickle. */
  offset: number;
  /** Of its first red pixel; null where the file has no byte for each pixel. */
  pixels_at: number | null;
  dy: number;
  dx: number;
  flip: boolean;
  /** The padding's colour where it is not the image, as bytes. */
  border: number[];
  original: Uint8Array;
  augmented: Uint8Array;
}

export interface Batch {
  epoch: number;
  batch_index: number;
  batches: number;
  size: number;
  /** The images of the batch, in order. */
  indices: number[];
  samples: Sample[];
}

/** A pixel in one array of the pipeline. Strides and offsets are in bytes. */
export interface PixelStage {
  name: "bytes" | "record" | "planes" | "view" | "normalised" | "batch" | "augmented";
  expression: string;
  dtype: string;
  shape: number[];
  strides: number[];
  /** A view over the file's bytes; otherwise an array of its own. */
  in_file: boolean;
  /** Where the array's first item lies. */
  start: number;
  /** Red, green and blue index for each place where the pixel is; several or none after a crop. */
  indices: number[][][];
  offsets: number[][];
}

/** One pixel, followed from its three bytes to the batch. */
export interface PixelTrace {
  y: number;
  x: number;
  file: string;
  /** Of the three bytes in the file itself; null where it has no byte for each pixel. */
  file_offsets: number[] | null;
  label: number;
  record: number;
  /** Red, green, blue. */
  bytes: number[];
  normalised: number[];
  mean: number[];
  std: number[];
  stages: PixelStage[];
}

/** How often each byte occurs, and what normalising makes of it; three channels of 256. */
export interface Histogram {
  images: number;
  counts: number[][];
  values: number[][];
  mean: number[];
  std: number[];
}

/** A batch's records as they are in their files: a label byte and 3,072 pixel bytes each. */
export interface BatchRecords {
  indices: number[];
  records: Uint8Array;
}

/** A JS value that is no object. */
export type Portable = string | number | bigint | boolean;

/** A session at rest: all that is needed to go on in a new worker. */
export interface KernelImage {
  /** The whole linear memory. */
  memory: ArrayBuffer;
  /** Where in it the kernel object lies. */
  kernel: number;
  /** How many slots the table of JS handles had. */
  handle_slots: number;
  /** What was in the slots: only strings and numbers, which mean the same in any worker. */
  handles: [slot: number, value: Portable][];
}

/** Whether a copy of the session could be made; `reason` is a sentence for the reader. */
export type Capture = { ok: true; image: KernelImage } | { ok: false; reason: string };

/** Each thing the page can ask of the worker: what it sends, what comes back. */
export interface Calls {
  boot: {
    args: { glue_url: string; module: WebAssembly.Module; image: KernelImage | null };
    /** The image's memory comes back, so that it is not copied to be kept. */
    result: { image: KernelImage | null };
  };
  /** Has the browser optimise the interpreter; changes nothing in the session. */
  warm_up: { args: null; result: null };
  run: { args: { code: string; cell: string }; result: Outcome };
  capture: { args: { reuse: ArrayBuffer | null; limit_bytes: number }; result: Capture };
  /** Shows a file at `path`; the kernel reads it by its number, piece by piece, when a program does. */
  /** `packed`: the blob is an archive, and this is the file in it. */
  mount: { args: { path: string; number: number; blob: Blob; packed: { name: string; length: number } | null }; result: null };
  /** Hands over files that a session brought back knows by number. */
  adopt: { args: { files: [number: number, blob: Blob][] }; result: null };
  unmount: { args: { path: string }; result: null };
  arrays: { args: null; result: ArrayInfo[] };
  memory_map: { args: { name: string }; result: MemoryMap | null };
  names: { args: null; result: string[] };
}

export type CallName = keyof Calls;

/** Page to worker. */
export type Request = {
  [Name in CallName]: { type: Name; id: number; args: Calls[Name]["args"] };
}[CallName];

/** Worker to page. `broken`: the module trapped and must not be used again. */
export type Reply =
  | { type: "output"; id: number; stream: Stream; text: string }
  | { type: "done"; id: number; result: Calls[CallName]["result"] }
  | { type: "failed"; id: number; message: string; broken: boolean };
