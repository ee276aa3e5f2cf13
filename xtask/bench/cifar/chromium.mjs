// Images a second of the loader in Chromium, in one worker and in as many as there are cores, and of memcpy
// there. Prints a name, a tab and the median of several rounds.

import { availableParallelism } from "node:os";
import { chromium } from "playwright-core";

const ROUNDS = 9;
const BATCHES = 312; // about 20,000 images
const [url] = process.argv.slice(2);
const workers = availableParallelism();

const browser = await chromium.launch({
  executablePath: process.env.STRIDELAB_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
});
try {
  const page = await browser.newPage();
  await page.goto(url);
  const rates = await page.evaluate(
    async ({ workers, rounds, batches }) => {
      const start = () =>
        new Promise((resolve, reject) => {
          const worker = new Worker("./worker.mjs", { type: "module" });
          worker.onerror = (event) => reject(new Error(event.message));
          worker.onmessage = () => resolve(worker);
        });
      const all = await Promise.all(Array.from({ length: workers }, start));
      const ask = (worker, what) =>
        new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage({ what, batches });
        });
      const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
      const measured = async (what, some) => {
        const rates = [];
        // The first round is the compiler's.
        for (let round = 0; round <= rounds; round += 1) {
          const begun = performance.now();
          const done = await Promise.all(some.map((worker) => ask(worker, what)));
          const ms = some.length === 1 ? done[0].ms : performance.now() - begun;
          if (round > 0) rates.push((1000 * done.reduce((sum, { images }) => sum + images, 0)) / ms);
        }
        return median(rates);
      };
      const one = all.slice(0, 1);
      return [
        ["loader, NHWC, one worker", await measured("nhwc", one)],
        ["loader, NCHW, one worker", await measured("nchw", one)],
        [`loader, NHWC, ${workers} workers`, await measured("nhwc", all)],
        ["memcpy of the batch, in cache", await measured("cache", one)],
        ["memcpy from a float32 set, in batches", await measured("set", one)],
      ];
    },
    { workers, rounds: ROUNDS, batches: BATCHES },
  );
  for (const [name, rate] of rates) console.log(`${name}\t${Math.round(rate)}`);
} finally {
  await browser.close();
}
