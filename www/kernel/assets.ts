// Where the built files lie: beside the script that was loaded, wherever a page took it from.

export interface Assets {
  /** The worker's script. */
  worker: URL;
  /** The script of a loader's workers. */
  loaderWorker: URL;
  /** What wasm-bindgen writes for the module with Python in it. */
  kernelGlue: URL;
  kernelWasm: URL;
  /** The same for the small module without Python. */
  coreGlue: URL;
  coreWasm: URL;
}

export function assetsBeside(script: string): Assets {
  return {
    worker: new URL("kernel-worker.js", script),
    loaderWorker: new URL("loader-worker.js", script),
    kernelGlue: new URL("kernel.js", script),
    kernelWasm: new URL("kernel_bg.wasm", script),
    coreGlue: new URL("core.js", script),
    coreWasm: new URL("core_bg.wasm", script),
  };
}

/**
 * Starts a module worker. A page on another origin may not name our script directly, but may
 * import it from a script of its own.
 */
export function startWorker(script: URL, pageOrigin: string): Worker {
  if (script.origin === pageOrigin) return new Worker(script, { type: "module" });
  const relay = new Blob([`import ${JSON.stringify(script.href)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(relay);
  const worker = new Worker(url, { type: "module" });
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
