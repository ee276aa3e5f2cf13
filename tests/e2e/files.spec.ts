// Files dropped on the lesson page reach Python, and nothing of them leaves the browser.

import { drop, expect, partsOf, runToEnd, test } from "./site.ts";

test("a dropped file can be opened in Python, before it starts and while it is there", async ({ page, site }) => {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData() !== null) requests.push(request.url());
  });
  await page.goto(site.home);
  const cell = partsOf(page.locator(".ai-repl").first());
  await expect(cell.editor).toBeVisible();

  await drop(page, [{ name: "notes.txt", bytes: Buffer.from("first") }]);
  await expect(page.getByText('Python now opens "notes.txt". Nothing left your browser.')).toBeVisible();
  await cell.editor.fill('print(open("notes.txt").read())');
  await runToEnd(cell);
  await expect(cell.log).toHaveText("first");

  await drop(page, [{ name: "notes.txt", bytes: Buffer.from("second") }, { name: "more.txt", bytes: Buffer.from("third") }]);
  await expect(page.getByText('Python now opens "notes.txt" and one more file.')).toBeVisible();
  await cell.editor.fill('print(open("notes.txt").read(), open("more.txt").read())');
  await runToEnd(cell);
  await expect(cell.log).toHaveText("second third");
  expect(requests).toEqual([]);
});

test("a dropped batch file stands where the lesson's code opens it, and survives a stop", async ({ page, site }) => {
  await page.goto(site.home);
  const cell = partsOf(page.locator(".ai-repl").first());
  await expect(cell.editor).toBeVisible();
  // One record: label 7, then 3,072 bytes "a".
  await drop(page, [{ name: "data_batch_1.bin", bytes: Buffer.from(`\x07${"a".repeat(3072)}`) }]);
  await expect(page.getByText('Python now opens "cifar-10-batches-bin/data_batch_1.bin"')).toBeVisible();

  await cell.editor.fill("while True: pass");
  await cell.run.click();
  await expect(cell.status).toHaveText("Running");
  await cell.stop.click();
  await expect(cell.status).toContainText("Stopped");

  await cell.editor.fill('raw = open("data/cifar-10-batches-bin/data_batch_1.bin", "rb").read()\nprint(len(raw), raw[:3], open("data_batch_1.bin", "rb").read() == raw)');
  await runToEnd(cell);
  await expect(cell.log).toHaveText(String.raw`3073 b'\x07aa' True`);
});
