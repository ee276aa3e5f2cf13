// The lesson page that the project ships: readable by itself, whole on a phone, alive with a script.

import { fileURLToPath } from "node:url";
import { expect, partsOf, runToEnd, test } from "./site.ts";

const SCREENSHOTS = fileURLToPath(new URL("../../target/screenshots", import.meta.url));

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the lesson and its code can be read", async ({ page, site }) => {
    await page.goto(site.home);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const code = page.locator(".ai-repl pre");
    expect(await code.count()).toBeGreaterThan(5);
    await expect(code.first()).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Contents" })).toBeVisible();
  });
});

test("the page has no error and its first cell runs", async ({ page, site }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(site.home);
  const cell = partsOf(page.locator(".ai-repl").first());
  await runToEnd(cell);
  await expect(cell.root).toHaveAttribute("data-state", "done");
  expect(errors).toEqual([]);
});

test("restarting forgets the variables of all cells", async ({ page, site }) => {
  await page.goto(site.home);
  const cell = partsOf(page.locator(".ai-repl").first());
  await cell.editor.fill("kept = 1");
  await runToEnd(cell);
  await page.getByRole("button", { name: "Restart Python" }).click();
  await expect(cell.status).toHaveText("Python was restarted since: run this cell again");
  await cell.editor.fill("print('kept' in globals())");
  await runToEnd(cell);
  await expect(cell.log).toHaveText("False");
});

for (const width of [390, 1280]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`the page fits ${width} px, ${scheme}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(site.home);
      await expect(page.locator(".ai-repl:not(.is-live)")).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.screenshot({ path: `${SCREENSHOTS}/lesson-${width}-${scheme}.png`, fullPage: true });
    });
  }
}
