// A live kernel: one instance of the wasm module with one Python session in it, and how to copy
// it out at rest and bring it back to life in another instance of the same module.
// Knows no messages and no page.

import type { ArrayInfo, Capture, KernelImage, MemoryMap, Outcome, Portable } from "../protocol.ts";

/** The wasm-bindgen class, as `src/wasm/kernel.rs` exports it. */
export interface KernelHandle {
  warm_up(): void;
  run(code: string, cell: string): Outcome;
  mount(path: string, file: number, length: number): void;
  mount_packed(path: string, file: number, archiveLength: number, name: string, length: number): void;
  unmount(path: string): void;
  arrays(): ArrayInfo[];
  memory_map(name: string): MemoryMap | null;
  names(): string[];
}

interface KernelExports {
  memory: WebAssembly.Memory;
  [name: string]: unknown;
}

/** The module that `wasm-bindgen --target web` writes beside the wasm file. */
export interface KernelGlue {
  initSync(options: { module: WebAssembly.Module }): KernelExports;
  Kernel: { new (): KernelHandle; prototype: object };
}

export interface LiveKernel {
  kernel: KernelHandle;
  exports: KernelExports;
  /** Slots of the handle table that wasm-bindgen itself fills at start. */
  reservedHandles: number;
}

const PAGE_BYTES = 65_536;

/** Starts a session from nothing. */
export function start(glue: KernelGlue, module: WebAssembly.Module): LiveKernel {
  const exports = glue.initSync({ module });
  const reservedHandles = handleTable(exports)?.length ?? 0;
  return { kernel: new glue.Kernel(), exports, reservedHandles };
}

/** Starts an instance and lays the copied session into it. */
export function revive(glue: KernelGlue, module: WebAssembly.Module, image: KernelImage): LiveKernel {
  const exports = glue.initSync({ module });
  const table = handleTable(exports);
  const reservedHandles = table?.length ?? 0;
  if (table && table.length < image.handle_slots) table.grow(image.handle_slots - table.length);
  for (const [slot, value] of image.handles) table?.set(slot, value);

  const missing = image.memory.byteLength - exports.memory.buffer.byteLength;
  if (missing > 0) exports.memory.grow(missing / PAGE_BYTES);
  new Uint8Array(exports.memory.buffer).set(new Uint8Array(image.memory));

  const kernel = Object.create(glue.Kernel.prototype) as KernelHandle & { __wbg_ptr: number };
  kernel.__wbg_ptr = image.kernel;
  return { kernel, exports, reservedHandles };
}

/**
 * Copies a session that is at rest. `reuse` is an older copy's memory, written over when it has
 * the right size, so that at most one copy exists beside the live memory.
 */
export function capture(live: LiveKernel, reuse: ArrayBuffer | null, limitBytes: number): Capture {
  const source = new Uint8Array(live.exports.memory.buffer);
  const megabytes = Math.round(source.byteLength / 1_000_000);
  if (source.byteLength > limitBytes) {
    return { ok: false, reason: `the session holds ${megabytes} MB, too much to keep a copy of` };
  }
  const table = handleTable(live.exports);
  const handles = table ? portableHandles(table, live.reservedHandles) : [];
  if (handles === null) return { ok: false, reason: "the kernel still holds an object of the browser" };
  let memory: ArrayBuffer;
  try {
    memory = reuse?.byteLength === source.byteLength ? reuse : new ArrayBuffer(source.byteLength);
  } catch {
    return { ok: false, reason: `there is no room for a copy of the session's ${megabytes} MB` };
  }
  new Uint8Array(memory).set(source);
  const { __wbg_ptr: kernel } = live.kernel as KernelHandle & { __wbg_ptr: number };
  return { ok: true, image: { memory, kernel, handle_slots: table?.length ?? 0, handles } };
}

/** The table in which wasm-bindgen keeps JS values for the module, if the module has one. */
function handleTable(exports: KernelExports): WebAssembly.Table | null {
  const table = exports["__wbindgen_externrefs"] ?? exports["__externref_table"];
  return table instanceof WebAssembly.Table ? table : null;
}

/** The values that runs left in the table; null if one is an object, which would mean nothing elsewhere. */
function portableHandles(table: WebAssembly.Table, reserved: number): [number, Portable][] | null {
  const handles: [number, Portable][] = [];
  for (let slot = reserved; slot < table.length; slot += 1) {
    const value: unknown = table.get(slot);
    if (value === null || value === undefined) continue;
    if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") return null;
    handles.push([slot, value as Portable]);
  }
  return handles;
}
