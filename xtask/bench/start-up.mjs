// Seconds from navigation to a page that is alive, and to the first cell's first result, in Chromium
// from an empty profile, over loopback. Prints each start and the medians.

import { chromium } from "playwright-core";

const STARTS = 5;
const [url] = process.argv.slice(2);

async function once() {
  const browser = await chromium.launch({
    executablePath: process.env.STRIDELAB_CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
    ],
  });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(() => {
      globalThis.firstResult = new Promise((resolve) => {
        document.addEventListener("ai-repl:result", () => resolve(performance.now()), { once: true });
      });
    });
    await page.goto(url);
    const run = page.locator(".ai-repl").first().getByRole("button", { name: "Run", exact: true });
    await run.waitFor();
    const alive = await page.evaluate(() => performance.now());
    const clicked = await page.evaluate(() => performance.now());
    await run.click();
    const result = await page.evaluate(() => globalThis.firstResult);
    return { "page alive": alive / 1000, "click to first result": (result - clicked) / 1000, "open to first result": result / 1000 };
  } finally {
    await browser.close();
  }
}

const starts = [];
for (let start = 0; start < STARTS; start += 1) starts.push(await once());
for (const name of Object.keys(starts[0])) {
  const values = starts.map((figures) => figures[name]).sort((a, b) => a - b);
  const all = values.map((value) => value.toFixed(2)).join(" ");
  console.log(`${name.padEnd(24)} median ${values[STARTS >> 1].toFixed(2)} s   (${all})`);
}
