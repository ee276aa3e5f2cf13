// Bundles the scripts and style sheets: node www/bundle.mjs OUT_DIR [--release]
// Writes, with names that do not change, so that a page can name them:
//   stridelab.js       the widgets, for any page          main.js   our lesson page
//   kernel-worker.js   the worker that Python runs in     page.css  our lesson page's styles
//   loader-worker.js   the workers of the CIFAR loader
// and chunks that the first two share. The wasm-bindgen output lies beside them: kernel.js,
// kernel_bg.wasm, core.js, core_bg.wasm; it is fetched at run time, never bundled.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [out, mode] = process.argv.slice(2);
if (!out || (mode && mode !== "--release")) {
  console.error("usage: node www/bundle.mjs OUT_DIR [--release]");
  process.exit(2);
}

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const shared = {
  bundle: true,
  outdir: out,
  format: "esm",
  target: "es2022",
  minify: mode === "--release",
  sourcemap: mode === "--release" ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
};

await build({
  ...shared,
  entryPoints: { stridelab: here("stridelab.ts"), main: here("main.ts") },
  splitting: true,
  loader: { ".css": "text" },
});
await build({ ...shared, entryPoints: { "kernel-worker": here("kernel/worker.ts") } });
await build({ ...shared, entryPoints: { "loader-worker": here("kernel/loader/worker.ts") } });
await build({ ...shared, entryPoints: { page: here("styles/page.css") } });
