// The pages of reference: NumPy's names, made by the kernel when the site was built, and what differs.

import { expect, test } from "./site.ts";

test("the page of names counts what it lists, and a lesson leads to it", async ({ page, site }) => {
  await page.goto(site.home);
  await page.getByRole("contentinfo").getByRole("link", { name: "NumPy’s names" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "NumPy's names" })).toBeVisible();
  const listed = await page.locator(".names li").count();
  const lacking = await page.locator(".names .lacks").count();
  const number = (count: number): string => count.toLocaleString("en-US");
  await expect(page.locator("main")).toContainText(`Of ${number(listed)} public names of NumPy 2.4`);
  await expect(page.locator("main")).toContainText(`${number(listed - lacking)} are here and ${number(lacking)} are not`);
  expect(listed).toBeGreaterThan(900);
  await expect(page.locator("#numpy + .names li", { hasText: /^linspace$/ })).toHaveCount(1);
});

test("what differs is told on a page of its own", async ({ page, site }) => {
  await page.goto(new URL("numpy-names.html", site.home).href);
  await page.locator("main").getByRole("link", { name: "How this differs from NumPy" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "The last bit" })).toBeVisible();
});

for (const name of ["numpy-names", "how-this-differs-from-numpy"]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`${name} fits a phone, ${scheme}`, async ({ page, site }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(new URL(`${name}.html`, site.home).href);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }
}
