// Times rows.py in a cell of the release site and numpy-ts in the same page, reads the figures that
// CPython with NumPy printed, and prints them beside one another with ratios.
// Arguments: the site's address, the file of NumPy's figures.

import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const [url, figures] = process.argv.slice(2);
const numpy = new Map(lines(readFileSync(figures, "utf8")).map((row) => [row.name, row]));
const code = readFileSync(new URL("rows.py", import.meta.url), "utf8");
const peer = await build({
  entryPoints: [new URL("numpy-ts.mjs", import.meta.url).pathname],
  bundle: true,
  format: "esm",
  external: ["node:*"],
  write: false,
});

const page = `<!doctype html><meta charset="utf-8"><title>bench</title><main><div class="ai-repl"></div></main>
<script type="module" src="stridelab.js"></script>`;

const browser = await chromium.launch({
  executablePath: process.env.STRIDELAB_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
});
try {
  const tab = await (await browser.newContext()).newPage();
  await tab.route("**/bench.html", (route) =>
    route.fulfill({ contentType: "text/html", body: page.replace("></div>", ` data-code="${escaped(code)}"></div>`) }),
  );
  await tab.route("**/numpy-ts.mjs", (route) =>
    route.fulfill({ contentType: "text/javascript", body: peer.outputFiles[0].text }),
  );
  await tab.addInitScript(() => {
    globalThis.result = new Promise((resolve) => {
      document.addEventListener("ai-repl:result", (event) => resolve(event.detail), { once: true });
    });
  });
  await tab.goto(new URL("bench.html", url).href);
  await tab.getByRole("button", { name: "Run", exact: true }).click();
  const result = await tab.evaluate(() => globalThis.result);
  if (result.error) throw new Error(`the rows did not run: ${JSON.stringify(result.error)}`);
  const ours = lines(result.stdout);
  const theirs = new Map();
  for (const { name } of ours) {
    const measured = await tab.evaluate(
      async ([module, row]) => (await import(module)).measure(row),
      [new URL("numpy-ts.mjs", url).href, name],
    );
    theirs.set(name, measured);
  }
  print(ours, theirs);
} finally {
  await browser.close();
}

function print(ours, theirs) {
  const columns = ["here ms", "numpy-ts", "NumPy", "/numpy-ts", "/NumPy", "peak MB", "NumPy MB"];
  console.log("row".padEnd(36) + columns.map((column) => column.padStart(11)).join(""));
  const ratios = { ts: [], np: [] };
  for (const row of ours) {
    if (row.error) {
      console.log(`${row.name.padEnd(36)} ${row.error}`);
      continue;
    }
    const ts = theirs.get(row.name);
    const np = numpy.get(row.name);
    const toTs = ts.seconds && row.seconds / ts.seconds;
    const toNp = np?.seconds && row.seconds / np.seconds;
    if (toTs) ratios.ts.push(toTs);
    if (toNp) ratios.np.push(toNp);
    const cells = [
      ms(row.seconds),
      ts.seconds ? ms(ts.seconds) : "-",
      np?.seconds ? ms(np.seconds) : "-",
      toTs ? toTs.toFixed(2) : "-",
      toNp ? toNp.toFixed(2) : "-",
      (row.peak_bytes / 1e6).toFixed(1),
      np ? (np.peak_bytes / 1e6).toFixed(1) : "-",
    ];
    console.log(row.name.padEnd(36) + cells.map((cell) => cell.padStart(11)).join(""));
    if (ts.error) console.log(`    numpy-ts: ${ts.error}`);
  }
  console.log(`geometric means: ${mean(ratios.ts)} of numpy-ts's time, ${mean(ratios.np)} of NumPy's`);
}

function mean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length).toFixed(2);
}

function ms(seconds) {
  return (seconds * 1000).toFixed(2);
}

function lines(text) {
  return text.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll("\n", "&#10;");
}
