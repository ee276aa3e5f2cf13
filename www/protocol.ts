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

/** A session at rest: all that is needed to go on in a new worker. */
export interface KernelImage {
  /** The whole linear memory. */
  memory: ArrayBuffer;
  /** Where in it the kernel object lies. */
  kernel: number;
  /** How many slots the table of JS handles had; all were empty. */
  handle_slots: number;
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
  run: { args: { code: string; cell: string }; result: Outcome };
  capture: { args: { reuse: ArrayBuffer | null; limit_bytes: number }; result: Capture };
  mount: { args: { path: string; bytes: ArrayBuffer }; result: null };
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
