// Runs a Python file in the site's own kernel, in Node: `node kernel.mjs FOLDER FILE.py` prints what it prints.
// FOLDER holds the built module and its glue. Not here: what is asked of the kernel (names.py).

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const written = { 1: "", 2: "" };
globalThis.__stridelab_write = (stream, text) => { written[stream] += text; };
globalThis.__stridelab_read = () => -1;
globalThis.__stridelab_library = () => {
  const library = resolve(folder, "library.bin");
  return existsSync(library) ? new Uint8Array(readFileSync(library)) : undefined;
};

const glue = await import(pathToFileURL(resolve(folder, "kernel.js")));
glue.initSync({ module: readFileSync(resolve(folder, "kernel_bg.wasm")) });
const outcome = new glue.Kernel().run(readFileSync(file, "utf8"), file);
if (!outcome.ok) {
  process.stderr.write(outcome.error.traceback);
  process.exit(1);
}
process.stdout.write(written[1]);
