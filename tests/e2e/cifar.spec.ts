// The CIFAR panel, with files as a user brings them: pixels on the canvas against bytes of the file.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator } from "@playwright/test";
import { drop, expect, test } from "./site.ts";

const RECORD = 3073;
const SIDE = 32;
const PLANE = SIDE * SIDE;

/** The first 1,017 records of the real first batch, where the machine has them. */
const REAL_FILE = fileURLToPath(new URL("../../../shared/data/data_batch_1.first1017.bin", import.meta.url));

/** Records whose every pixel tells where it is and whose it is. */
function madeFile(records: number): Buffer {
  const bytes = Buffer.alloc(records * RECORD);
  for (let n = 0; n < records; n += 1) {
    bytes[n * RECORD] = n % 10;
    for (let pixel = 0; pixel < PLANE; pixel += 1) {
      const at = n * RECORD + 1 + pixel;
      bytes[at] = (pixel % SIDE) * 8;
      bytes[at + PLANE] = Math.floor(pixel / SIDE) * 8;
      bytes[at + 2 * PLANE] = (n * 37) % 256;
    }
  }
  return bytes;
}

/** The RGBA bytes of record `n` of a file, as a canvas holds them. */
function imageOf(file: Buffer, n: number): number[] {
  const rgba: number[] = [];
  for (let pixel = 0; pixel < PLANE; pixel += 1) {
    const at = n * RECORD + 1 + pixel;
    rgba.push(file[at] ?? -1, file[at + PLANE] ?? -1, file[at + 2 * PLANE] ?? -1, 255);
  }
  return rgba;
}

/** np.pad(image, 4, mode="reflect")[dy:dy+32, dx:dx+32], then flipped: reflection leaves out the edge. */
function augmentedOf(image: number[], dy: number, dx: number, flip: boolean): number[] {
  const inside = (at: number): number => (at < 0 ? -at : at >= SIDE ? 2 * (SIDE - 1) - at : at);
  const rgba: number[] = [];
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const from = inside(y + dy - 4) * SIDE + inside((flip ? SIDE - 1 - x : x) + dx - 4);
      rgba.push(...image.slice(4 * from, 4 * from + 4));
    }
  }
  return rgba;
}

function pixels(canvas: Locator, x = 0, y = 0): Promise<number[]> {
  return canvas.evaluate(
    (element, [left, top, side]) => {
      const context = (element as HTMLCanvasElement).getContext("2d");
      return [...(context?.getImageData(left ?? 0, top ?? 0, side ?? 0, side ?? 0).data ?? [])];
    },
    [x, y, SIDE],
  );
}

test("a dropped file is drawn as its bytes say, stored and augmented", async ({ page, site }) => {
  const file = madeFile(60);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByText("sample images")).toBeVisible();
  await drop(page, [{ name: "data_batch_1.bin", bytes: file }]);
  await expect(panel.getByText("60 images from your files: data_batch_1.bin (60).")).toBeVisible();

  const sheet = panel.getByRole("img", { name: "Contact sheet of images 0 to 49" });
  expect(await pixels(sheet)).toEqual(imageOf(file, 0));
  expect(await pixels(sheet, 3 * SIDE, 2 * SIDE)).toEqual(imageOf(file, 23));
  await panel.getByRole("button", { name: "Next page" }).click();
  expect(await pixels(panel.getByRole("img", { name: "Contact sheet of images 50 to 59" }))).toEqual(imageOf(file, 50));

  await panel.getByLabel("Shuffle").uncheck();
  await panel.getByLabel("Flip probability").fill("0.5");
  const samples = panel.locator(".viz-batch li");
  await expect(samples).toHaveCount(12);
  let flips = 0;
  for (const [index, sample] of (await samples.all()).entries()) {
    const told = /image (\d+): crop from \((\d), (\d)\)(, flipped)?/.exec((await sample.textContent()) ?? "");
    expect(Number(told?.[1])).toBe(index);
    const flip = told?.[4] !== undefined;
    flips += Number(flip);
    const stored = imageOf(file, index);
    expect(await pixels(sample.getByRole("img", { name: "as stored" }))).toEqual(stored);
    const augmented = augmentedOf(stored, Number(told?.[2]), Number(told?.[3]), flip);
    expect(await pixels(sample.getByRole("img", { name: "augmented" }))).toEqual(augmented);
  }
  expect(flips).toBeGreaterThan(0);
  expect(flips).toBeLessThan(12);
});

test("one image can be followed from its bytes to the batch", async ({ page, site }) => {
  const file = madeFile(20);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await panel.getByLabel("Your CIFAR-10 files").setInputFiles({ name: "data_batch_1.bin", mimeType: "", buffer: file });
  await expect(panel.getByText("20 images from your files")).toBeVisible();
  await expect(panel.locator(".viz-histogram li").first()).toHaveText("airplane2");
  await panel.getByLabel("Shuffle").uncheck();
  await panel.getByLabel("Follow").selectOption("image 3, cat");

  // Row 9, column 16 of record 3: label, then three planes of rows of 32.
  const stage = (name: string): Locator => panel.locator(`.viz-walk > li[data-stage="${name}"]`);
  const offset = (y: number, x: number): string =>
    [0, 1, 2].map((channel) => (3 * RECORD + 1 + channel * PLANE + y * SIDE + x).toLocaleString("en")).join(", ");
  await expect(stage("bytes")).toContainText(`data_batch_1.bin: the pixel's bytes are at ${offset(9, 16)}.`);
  const red = await pixels(stage("planes").getByRole("img", { name: "red plane" }));
  expect(red).toEqual(imageOf(file, 3).map((byte, at) => (at % 4 === 1 || at % 4 === 2 ? 0 : byte)));
  const batched = panel.locator(".viz-batch li").nth(3).getByRole("img", { name: "augmented" });
  expect(await pixels(stage("augmented").getByRole("img").last())).toEqual(await pixels(batched));

  // The crop's window on the padded image holds what the batch has, but for the flip.
  const told = /from \((\d), (\d)\)/.exec((await stage("augmented").textContent()) ?? "");
  const cropped = await pixels(stage("augmented").getByRole("img").first(), Number(told?.[2]), Number(told?.[1]));
  expect(cropped).toEqual(augmentedOf(imageOf(file, 3), Number(told?.[1]), Number(told?.[2]), false));

  // Another pixel: by arrow keys, then by a click in the very corner.
  const view = stage("view").getByRole("img");
  await view.focus();
  await view.press("ArrowRight");
  await view.press("Shift+ArrowDown");
  await expect(panel.getByText(`Row 17, column 17: bytes ${offset(17, 17)} of data_batch_1.bin; red 136, green 136, blue 111.`)).toBeVisible();
  await view.click({ position: { x: 1, y: 1 } });
  await expect(panel.getByText(`Row 0, column 0: bytes ${offset(0, 0)}`)).toBeVisible();
  const rows = panel.getByRole("region", { name: "The pixel in every array" }).locator("tbody tr");
  await expect(rows.filter({ hasText: "the file's bytes" })).toHaveCount(4);
  for (const row of await rows.filter({ hasText: "the file's bytes" }).all()) await expect(row).toContainText(offset(0, 0));
});

test("the three paddings, the mistake of a shared seed, and the offsets that never occur can be seen", async ({ page, site }) => {
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByRole("img", { name: /randint\(0, 2 \* pad\): 64 of 81 crops/ })).toBeVisible();
  await expect(panel.getByRole("img", { name: /randint\(0, 2 \* pad \+ 1\): 81 of 81 crops/ })).toBeVisible();

  const draws = panel.locator(".viz-draws li span");
  await expect(draws).toHaveCount(10);
  const drawn = async (): Promise<string[]> => (await draws.allTextContents()).slice(1);
  expect(new Set(await drawn()).size).toBeGreaterThan(3);
  await panel.getByLabel("The mistake").check();
  await expect.poll(async () => new Set(await drawn()).size).toBe(1);
  await expect(panel.getByText("batch 1 has the very draws of batches 2, 3, 4, and of every other epoch")).toBeVisible();
  await panel.getByLabel("The mistake").uncheck();

  const corner = async (): Promise<number[]> => {
    const padded = panel.locator('.viz-walk > li[data-stage="augmented"]').getByRole("img").first();
    return (await pixels(padded)).slice(0, 4);
  };
  const reflected = await corner();
  await panel.getByLabel("Padding", { exact: true }).selectOption("zeros");
  await expect.poll(corner).toEqual([0, 0, 0, 255]);
  await panel.getByLabel("Padding", { exact: true }).selectOption("zeros-after");
  await expect.poll(corner).not.toEqual([0, 0, 0, 255]);
  await panel.getByLabel("Padding", { exact: true }).selectOption("reflect");
  await expect.poll(corner).toEqual(reflected);
});

test("a loader run gives the same values with and without workers, and can be stopped", async ({ page, site }) => {
  await page.goto(site.home);
  const panel = page.getByRole("region", { name: "DataLoader" });
  await panel.getByLabel("Batches", { exact: true }).fill("20");
  await panel.getByLabel("Training step (ms)").fill("1");
  const rows = panel.locator("tbody tr");
  for (const [place, workers] of ["0", "1", "3"].entries()) {
    await panel.getByLabel("Workers", { exact: true }).fill(workers);
    await panel.getByRole("button", { name: "Run the loader" }).click();
    await expect(rows).toHaveCount(place + 1);
    await expect(panel.getByRole("img", { name: `${workers} beside the trainer, which starved` })).toBeVisible();
  }
  const values = await rows.locator("td:last-child").allTextContents();
  expect(values[0]).toMatch(/^[0-9a-f]{8}$/);
  expect(new Set(values).size).toBe(1);

  await panel.getByLabel("Training step (ms)").fill("1000");
  await panel.getByRole("button", { name: "Run the loader" }).click();
  await panel.getByRole("button", { name: "Stop the loader" }).click();
  await expect(panel.getByText("Stopped.")).toBeVisible();

  // More than the records of a run may be: what was run is told.
  await page.getByLabel("Batch size").fill("400");
  await panel.getByLabel("Batches", { exact: true }).fill("500");
  await panel.getByLabel("Training step (ms)").fill("0");
  await panel.getByRole("button", { name: "Run the loader" }).click();
  await expect(panel.getByText("Run with 104 batches: a run's records are kept under 128 MB.")).toBeVisible({ timeout: 100_000 });
});

test("a batch is handed over as .npy, drawings as PNG", async ({ page, site }) => {
  const file = madeFile(20);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await panel.getByLabel("Your CIFAR-10 files").setInputFiles({ name: "data_batch_1.bin", mimeType: "", buffer: file });
  await expect(panel.getByText("20 images from your files")).toBeVisible();
  await panel.getByLabel("Batch size").fill("7");
  const [array] = await Promise.all([page.waitForEvent("download"), panel.getByRole("button", { name: "Download the batch as .npy" }).click()]);
  const bytes = readFileSync(await array.path());
  // np.lib.format, version 1.0: magic, header length, header, values.
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, ...Buffer.from("NUMPY"), 1, 0]);
  const length = bytes.readUInt16LE(8);
  expect((10 + length) % 64).toBe(0);
  expect(bytes.subarray(10, 10 + length).toString("latin1").trimEnd()).toBe("{'descr': '<f4', 'fortran_order': False, 'shape': (7, 32, 32, 3), }");
  expect(bytes.length).toBe(10 + length + 7 * 3 * PLANE * 4);
  const save = panel.getByRole("button", { name: "Save as PNG" });
  for (const [place, name] of ["contact-sheet.png", "pixel.png"].entries()) {
    const [picture] = await Promise.all([page.waitForEvent("download"), save.nth(place).click()]);
    expect(picture.suggestedFilename()).toBe(name);
    expect([...readFileSync(await picture.path()).subarray(0, 4)]).toEqual([0x89, ...Buffer.from("PNG")]);
  }
});

test("seed, batch size and flip probability are the reader's", async ({ page, site }) => {
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  const samples = panel.locator(".viz-batch li");
  await expect(samples).toHaveCount(12);
  const told = async (): Promise<string> => (await samples.allTextContents()).join(";");
  const first = await told();

  await panel.getByLabel("Seed").fill("1");
  await expect.poll(told).not.toBe(first);
  await panel.getByLabel("Seed").fill("0");
  await expect.poll(told).toBe(first);

  await panel.getByLabel("Batch size").fill("5");
  await expect(samples).toHaveCount(5);
  await panel.getByLabel("Flip probability").fill("1");
  await expect(samples.filter({ hasText: "flipped" })).toHaveCount(5);
  await panel.getByLabel("Flip probability").fill("0");
  await expect(samples.filter({ hasText: "flipped" })).toHaveCount(0);
});

test("a file that is not CIFAR-10 is named for what it is, and what was loaded stays", async ({ page, site }) => {
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.locator("canvas").first()).toBeVisible();
  await panel.getByLabel("Your CIFAR-10 files").setInputFiles({ name: "data_batch_1.bin", mimeType: "", buffer: madeFile(20) });
  await expect(panel.getByText("20 images from your files")).toBeVisible();
  await panel
    .getByLabel("Your CIFAR-10 files")
    .setInputFiles({ name: "data_batch_2.bin", mimeType: "", buffer: Buffer.from("<!doctype html><title>404</title>") });
  await expect(panel.getByRole("status")).toContainText("HTML");
  await expect(panel.getByText("20 images from your files")).toBeVisible();
});

test("the real first batch looks as its bytes say", async ({ page, site }) => {
  test.skip(!existsSync(REAL_FILE), "the real data are not on this machine");
  const file = readFileSync(REAL_FILE);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByText("sample images")).toBeVisible();
  await drop(page, [{ name: "data_batch_1.bin", bytes: file }]);
  await expect(panel.getByText("1,017 images from your files")).toBeVisible();
  const sheet = panel.getByRole("img", { name: "Contact sheet of images 0 to 49" });
  const first = await pixels(sheet);
  expect(first).toEqual(imageOf(file, 0));
  // The published file: its first label is 6, its first red bytes 59 43 50.
  expect([file[0], first[0], first[4], first[8]]).toEqual([6, 59, 43, 50]);
  await sheet.hover({ position: { x: 5, y: 5 } });
  await expect(panel.getByText("Image 0: frog")).toBeVisible();
});
