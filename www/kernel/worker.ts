// The worker's side: one Python session, asked one thing at a time.
// Translates messages into calls on the kernel and back. The page starts it only when a reader
// first wants to run something, and ends it to stop a cell.

import type { Calls, CallName, Reply, Request } from "../protocol.ts";
import { capture, revive, start, type KernelGlue, type LiveKernel } from "./instance.ts";
import { outputGate } from "./output.ts";
import { blobReader } from "./read.ts";
import { fetchNow } from "./library.ts";

interface WorkerScope {
  postMessage(reply: Reply, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  /** The static import through which the kernel writes while a cell runs. */
  __stridelab_write(stream: number, text: string): void;
  /** The one through which it reads a file of the reader's: how many bytes, or -1. */
  __stridelab_read(file: number, offset: number, into: Uint8Array): number;
  /** The one through which it gets the rest of the standard library, when a program first imports of it. */
  __stridelab_library(): Uint8Array | undefined;
}

const scope = globalThis as unknown as WorkerScope;

let live: LiveKernel | null = null;
let current = 0;
let broken = false;

const output = outputGate(
  () => performance.now(),
  (stream, text) => scope.postMessage({ type: "output", id: current, stream, text }),
);

scope.__stridelab_write = (stream, text) => output.write(stream === 2 ? 2 : 1, text);

const files = blobReader();
scope.__stridelab_read = (file, offset, into) => files.read(file, offset, into);

type Handlers = {
  [Name in CallName]: (args: Calls[Name]["args"]) => Calls[Name]["result"] | Promise<Calls[Name]["result"]>;
};

const handlers: Handlers = {
  async boot({ glue_url, module, image }) {
    scope.__stridelab_library = () => fetchNow(new URL("library.bin", glue_url));
    const glue = (await import(glue_url)) as KernelGlue;
    live = image ? revive(glue, module, image) : start(glue, module);
    return { image };
  },
  warm_up() {
    booted().kernel.warm_up();
    return null;
  },
  run({ code, cell }) {
    output.reset();
    try {
      return booted().kernel.run(code, cell);
    } finally {
      output.flush();
    }
  },
  capture: ({ reuse, limit_bytes }) => capture(booted(), reuse, limit_bytes),
  adopt({ files: given }) {
    for (const [number, blob] of given) files.adopt(number, blob);
    return null;
  },
  mount({ path, number, blob, packed }) {
    files.adopt(number, blob);
    const { kernel } = booted();
    if (packed) kernel.mount_packed(path, number, blob.size, packed.name, packed.length);
    else kernel.mount(path, number, blob.size);
    return null;
  },
  unmount({ path }) {
    booted().kernel.unmount(path);
    return null;
  },
  arrays: () => booted().kernel.arrays(),
  memory_map: ({ name }) => booted().kernel.memory_map(name),
  names: () => booted().kernel.names(),
};

function booted(): LiveKernel {
  if (!live) throw new Error("Python has not been started in this worker");
  if (broken) throw new Error("Python broke down in this worker");
  return live;
}

scope.onmessage = async ({ data: request }) => {
  current = request.id;
  try {
    const handle = handlers[request.type] as (args: unknown) => Promise<Calls[CallName]["result"]>;
    const result = await handle(request.args);
    scope.postMessage({ type: "done", id: request.id, result }, memoryOf(result));
  } catch (problem) {
    broken ||= isTrap(problem);
    scope.postMessage({ type: "failed", id: request.id, message: sentence(problem), broken });
  }
};

/** An image's memory is handed over, not copied. */
function memoryOf(result: Calls[CallName]["result"]): Transferable[] {
  if (result && typeof result === "object" && "image" in result && result.image) return [result.image.memory];
  return [];
}

/** After a trap the module's memory may be half written. */
function isTrap(problem: unknown): boolean {
  return problem instanceof WebAssembly.RuntimeError || problem instanceof RangeError || problem instanceof InternalError;
}

/** Firefox's name for a stack overflow; nowhere else an object. */
const InternalError: new () => Error =
  (globalThis as { InternalError?: new () => Error }).InternalError ?? class extends Error {};

function sentence(problem: unknown): string {
  if (problem instanceof WebAssembly.RuntimeError) return `the interpreter stopped at an internal error (${problem.message})`;
  if (isTrap(problem)) return "the cell went deeper than the browser's stack allows";
  return problem instanceof Error ? problem.message : String(problem);
}
