// Prints bytes of the named files: raw, gzip 9, brotli 11.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const row = (name, ...numbers) =>
  console.log(name.padEnd(28) + numbers.map((number) => String(number).padStart(12)).join(""));

row("file", "raw", "gzip", "brotli");
const sum = { wasm: [0, 0, 0], js: [0, 0, 0] };
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
  row(basename(file), ...sizes);
  sum[file.split(".").pop()]?.forEach((total, place, sums) => {
    sums[place] = total + sizes[place];
  });
}
row("all wasm", ...sum.wasm);
row("all js", ...sum.js);
