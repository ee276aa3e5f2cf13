// Seconds from handing files to the page until its first augmented pictures of them are on the screen, in Chromium:
// one batch file of 30 MB, then the six files of CIFAR-10. Prints each round and the medians.

import { chromium } from "playwright-core";

const ROUNDS = 5;
const [url, ...files] = process.argv.slice(2);

async function once(page, some) {
  await page.goto(url);
  await page.locator(".is-live[aria-label='CIFAR-10 pipeline']").waitFor();
  await page.evaluate(() => {
    globalThis.drawn = new Promise((resolve) => {
      let begun = 0;
      addEventListener("change", () => void (begun = performance.now()), { capture: true, once: true });
      const draws = document.querySelector(".viz-draws");
      // Drawn anew means replaced; on the screen it is once a frame has passed.
      const observer = new MutationObserver(() => {
        if (draws.isConnected) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.getByLabel("Your CIFAR-10 files").setInputFiles(some);
  return (await page.evaluate(() => globalThis.drawn)) / 1000;
}

const browser = await chromium.launch({
  executablePath: process.env.STRIDELAB_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
});
try {
  for (const some of [files.slice(0, 1), files]) {
    const seconds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await browser.newPage();
      seconds.push(await once(page, some));
      await page.close();
    }
    seconds.sort((a, b) => a - b);
    const name = `${some.length} ${some.length === 1 ? "file" : "files"} to pictures`;
    console.log(`${name.padEnd(24)} median ${seconds[ROUNDS >> 1].toFixed(2)} s   (${seconds.map((one) => one.toFixed(2)).join(" ")})`);
  }
} finally {
  await browser.close();
}
