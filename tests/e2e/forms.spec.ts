// Every form in which a reader has the data: folders, archives, pickles, several at once, broken ones.
// Files lie on the disk and are dropped as by hand; a real Python makes the archives and the pickles.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropFromDisk, expect, partsOf, runToEnd, test } from "./site.ts";

const folder = mkdtempSync(join(tmpdir(), "stridelab-forms-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs Python in the folder; `records(first, n)` is n records of CIFAR-10. */
function python(code: string): void {
  const prelude = `
import gzip, io, pickle, random, sys, tarfile
def records(first, n):
    return b"".join(bytes([(first + i) % 10]) + bytes((first * 5 + i * 11 + p) % 251 for p in range(3072)) for i in range(n))
def tar(path, members):
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for name, data in members:
            entry = tarfile.TarInfo("cifar-10-batches-bin/" + name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
`;
  execFileSync("python3", ["-"], { input: prelude + code, cwd: folder, stdio: ["pipe", "inherit", "inherit"] });
}

test("an archive is unpacked: for the panel, for the doctor, and for Python", async ({ page, site }) => {
  python(`
tar("cifar-10-binary.tar.gz", [("data_batch_1.bin", records(1, 30)), ("readme.html", b"<html></html>"), ("test_batch.bin", records(2, 20)),
    ("batches.meta.txt", b"".join(b"name%d\\n" % i for i in range(10)) + b"\\n")])`);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByText("sample images")).toBeVisible();
  await dropFromDisk(page, [join(folder, "cifar-10-binary.tar.gz")]);
  await expect(panel.getByRole("status")).toHaveText("cifar-10-binary.tar.gz: 4 files unpacked, 30 training images and 20 test images added");
  await expect(panel.getByText("50 images from your files")).toBeVisible();
  await expect(panel.locator(".viz-histogram li").first()).toContainText("name0");

  const doctor = panel.getByRole("region", { name: "What each file is" });
  const row = doctor.getByRole("row", { name: /test_batch\.bin/ });
  await expect(row).toContainText("CIFAR-10, binary");
  await expect(row).toContainText("61,460");
  await expect(row).toContainText("02 0a 0b 0c");
  await expect(doctor.getByRole("row", { name: /readme\.html/ })).toContainText("web page");
  await expect(row.getByRole("img", { name: "2, 2, 2, 2, 2, 2, 2, 2, 2, 2" })).toBeVisible();

  const cell = partsOf(page.locator(".ai-repl").first());
  await cell.editor.fill(`
import numpy as np
raw = np.frombuffer(open("cifar-10-batches-bin/data_batch_1.bin", "rb").read(), dtype=np.uint8).reshape(-1, 3073)
print(raw.shape, raw[:3, 0], raw[29, 3072])
print(open("data/cifar-10-batches-bin/readme.html").read(), open("cifar-10-batches-bin/batches.meta.txt").readline())`);
  await runToEnd(cell);
  await expect(cell.log).toHaveText(`(30, 3073) [1 2 3] ${(5 + 29 * 11 + 3071) % 251}\n<html></html> name0\n`);
});

test("a folder with more files than a browser lists at once is read to its end", async ({ page, site }) => {
  const many = join(folder, "many");
  mkdirSync(join(many, "inner"), { recursive: true });
  for (let n = 0; n < 130; n += 1) writeFileSync(join(many, `note-${String(n).padStart(3, "0")}.txt`), `note ${n}`);
  python(`open("many/inner/zz.bin", "wb").write(records(4, 25))`);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByText("sample images")).toBeVisible();
  await dropFromDisk(page, [many]);
  await expect(panel.getByText("25 images from your files: zz.bin (25).")).toBeVisible();
  await expect(panel.getByRole("status")).toContainText("128 more files are not CIFAR; the table lists them.");
  const cell = partsOf(page.locator(".ai-repl").first());
  await cell.editor.fill(`import os\nprint(len(os.listdir("many")), open("many/note-129.txt").read())`);
  await runToEnd(cell);
  await expect(cell.log).toHaveText("131 note 129");
});

test("a pickle is read without being run, and Python finds its images as the lesson opens them", async ({ page, site }) => {
  python(`
raw = records(3, 40)
rows = [raw[i * 3073:(i + 1) * 3073] for i in range(40)]
batch = {b"batch_label": b"training batch 3 of 5", b"labels": [row[0] for row in rows], b"data": b"".join(row[1:] for row in rows)}
pickle.dump(batch, open("data_batch_3", "wb"), 4)`);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByText("sample images")).toBeVisible();
  await dropFromDisk(page, [join(folder, "data_batch_3")]);
  await expect(panel.getByRole("status")).toContainText("40 training images, from a Python pickle (read, not run)");
  const cell = partsOf(page.locator(".ai-repl").first());
  await cell.editor.fill(`raw = open("data/cifar-10-batches-bin/data_batch_3.bin", "rb").read()\nprint(len(raw), list(raw[3073:3076]))`);
  await runToEnd(cell);
  await expect(cell.log).toHaveText(`${40 * 3073} [4, 26, 27]`);
});

test("an archive can be given up half way, and a damaged one gets one sentence: what was loaded stays", async ({ page, site }) => {
  python(`
open("data_batch_2.bin", "wb").write(records(2, 20))
random.seed(1)
tar("large.tar.gz", [("data_batch_1.bin", random.randbytes(3_073_000))])
tar("damaged.tar.gz", [("data_batch_1.bin", records(1, 30))])
data = bytearray(open("damaged.tar.gz", "rb").read())
data[-6] ^= 1
open("damaged.tar.gz", "wb").write(data)`);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByText("sample images")).toBeVisible();
  await dropFromDisk(page, [join(folder, "data_batch_2.bin")]);
  await expect(panel.getByText("20 images from your files")).toBeVisible();

  // A disk that gives some of it and then no longer answers: there is time to press Cancel, however fast the machine.
  await page.evaluate(() => {
    const whole = Blob.prototype.stream;
    Blob.prototype.stream = function () {
      Blob.prototype.stream = whole;
      const start = this.slice(0, 1 << 20).stream();
      return start.pipeThrough(new TransformStream({ flush: () => new Promise(() => undefined) }));
    };
  });
  await dropFromDisk(page, [join(folder, "large.tar.gz")]);
  await expect(panel.getByRole("progressbar", { name: /large\.tar\.gz: [\d.]+ of 3\.\d MB/ })).toBeVisible();
  await panel.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(panel.getByRole("status")).toHaveText("large.tar.gz: cancelled; nothing of it was kept.");
  await expect(panel.getByRole("progressbar")).toBeHidden();
  await expect(panel.getByLabel("Your CIFAR-10 files")).toBeFocused();

  await dropFromDisk(page, [join(folder, "damaged.tar.gz")]);
  await expect(panel.getByRole("status")).toContainText("its checksum (CRC-32) does not match");
  await expect(panel.getByText("20 images from your files: data_batch_2.bin (20).")).toBeVisible();
});

test("a web page that is called like a batch takes no batch's place, in the panel or in Python", async ({ page, site }) => {
  python(`
import os
os.makedirs("good", exist_ok=True)
os.makedirs("bad", exist_ok=True)
open("good/data_batch_5.bin", "wb").write(records(5, 20))
open("bad/data_batch_5.bin", "w").write("<html>404</html>")`);
  await page.goto(site.home);
  const panel = page.locator(".ai-cifar");
  await expect(panel.getByText("sample images")).toBeVisible();
  await dropFromDisk(page, [join(folder, "good", "data_batch_5.bin")]);
  await expect(panel.getByText("20 images from your files")).toBeVisible();
  await dropFromDisk(page, [join(folder, "bad", "data_batch_5.bin")]);
  await expect(panel.getByRole("status")).toContainText("this is a web page");
  await expect(panel.getByText("20 images from your files")).toBeVisible();
  const cell = partsOf(page.locator(".ai-repl").first());
  await cell.editor.fill(`print(len(open("cifar-10-batches-bin/data_batch_5.bin", "rb").read()))`);
  await runToEnd(cell);
  await expect(cell.log).toHaveText(String(20 * 3073));
});
