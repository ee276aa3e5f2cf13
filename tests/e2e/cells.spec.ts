// The cell as a reader uses it: run, stop, reset, read what went wrong, with and without a mouse.

import { cellAt, ended, expect, foreignPage, placeholder, runToEnd, test } from "./site.ts";

/** The author's widget of lesson 1.1, to the letter. */
const AUTHORS_WIDGET = String.raw`<div class="ai-repl" data-code="import numpy as np&#10;&#10;# Broadcasting example: add a 1D array to each row of a 2D array&#10;matrix = np.array([[1, 2, 3], [4, 5, 6]])  # shape (2, 3)&#10;vector = np.array([10, 20, 30])              # shape (3,)&#10;result = matrix + vector&#10;print(f'Matrix shape: {matrix.shape}')&#10;print(f'Vector shape: {vector.shape}')&#10;print(f'Result:\n{result}')&#10;&#10;# Try changing shapes to see broadcasting rules&#10;col_vector = np.array([[100], [200]])  # shape (2, 1)&#10;print(f'\nColumn vector + matrix:\n{matrix + col_vector}')">
</div>`;

// numpy 2.4.6: python -c CODE, with the code of the widget's data-code.
const AUTHORS_OUTPUT = `Matrix shape: (2, 3)
Vector shape: (3,)
Result:
[[11 22 33]
 [14 25 36]]

Column vector + matrix:
[[101 102 103]
 [204 205 206]]
`;

test("the author's widget prints what NumPy prints", async ({ page, site }) => {
  await page.goto(foreignPage(site, AUTHORS_WIDGET));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  expect(await cell.log.textContent()).toBe(AUTHORS_OUTPUT);
});

test("nothing of Python is fetched before a reader reaches for a cell", async ({ page, site }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto(foreignPage(site, placeholder("print('hello')")));
  const cell = cellAt(page, 0);
  await expect(cell.editor).toBeVisible();
  expect(fetched.filter((url) => /kernel/.test(url))).toEqual([]);
  await cell.editor.focus();
  await expect.poll(() => fetched.some((url) => /kernel_bg.*\.wasm/.test(url))).toBe(true);
});

test("the rest of the standard library is fetched by the first import of it", async ({ page, site }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  const library = () => fetched.filter((url) => url.endsWith("/library.bin")).length;
  await page.context().route("**/library.bin", (route) => (library() > 1 ? route.continue() : route.abort()));
  const cells = ["import json, re; print('first')", "import statistics", "from datetime import datetime; print(datetime.strptime('29 Feb 2024', '%d %b %Y'))"];
  await page.goto(foreignPage(site, cells.map((code) => placeholder(code)).join("")));
  const [first, without, again] = [cellAt(page, 0), cellAt(page, 1), cellAt(page, 2)];
  await runToEnd(first);
  expect(library()).toBe(0);
  await runToEnd(without);
  await expect(without.log).toContainText("ImportError: The module 'statistics' is in a file of this page that could not be fetched");
  await runToEnd(again);
  await expect(again.log).toHaveText("2024-02-29 00:00:00");
});

test("Stop ends an endless loop and keeps the variables of earlier cells", async ({ page, site }) => {
  await page.goto(foreignPage(site, [placeholder("x = 41"), placeholder("x = 0\nwhile True: pass"), placeholder("print(x + 1)")].join("")));
  const [first, endless, last] = [cellAt(page, 0), cellAt(page, 1), cellAt(page, 2)];
  await runToEnd(first);
  await endless.run.click();
  await expect(endless.status).toHaveText("Running");
  await endless.stop.click();
  await expect(endless.status).toHaveText("Stopped. Variables of earlier cells are kept.");
  await runToEnd(last);
  await expect(last.log).toHaveText("42");
});

test("a cell that waits for its turn can be taken back", async ({ page, site }) => {
  await page.goto(foreignPage(site, [placeholder("while True: pass"), placeholder("print('second')")].join("")));
  const [endless, second] = [cellAt(page, 0), cellAt(page, 1)];
  await endless.run.click();
  await expect(endless.status).toHaveText("Running");
  await second.run.click();
  await expect(second.status).toHaveText("Waiting for another cell to end");
  await second.stop.click();
  await expect(second.status).toHaveText("Stopped before it began");
  await endless.stop.click();
  await ended(endless);
  await expect(second.log).toHaveText("");
});

test("shapes that do not meet are drawn under the cell, and told to the page", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("import numpy as np\nnp.ones((2, 3)) + np.ones((2, 1, 4))")));
  await page.evaluate(() => {
    addEventListener("ai-repl:result", (event) => ((globalThis as { steps?: unknown }).steps = (event as CustomEvent).detail.steps), { once: true });
  });
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  const drawing = cell.root.getByRole("group", { name: "How the shapes meet" });
  await expect(drawing.getByRole("row", { name: /^why/ })).toHaveText("whymissing counts as 11 stretchesdo not meet");
  const steps = await page.evaluate(() => (globalThis as { steps?: { axes: { verdict: string }[] } }).steps);
  expect(steps?.axes.map(({ verdict }) => verdict)).toEqual(["missing", "stretched", "mismatch"]);

  await cell.editor.fill("1");
  await runToEnd(cell);
  await expect(drawing).toBeHidden();
});

test("a traceback names the line, the editor marks it, and the one leads to the other", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("a = [1, 2, 3]\nprint(a)\na[7]\nprint('never')")));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  await expect(cell.status).toHaveText("IndexError on line 3");
  await expect(cell.log).toContainText("[1, 2, 3]");
  await expect(cell.log).toContainText("IndexError: list index out of range");
  await expect(cell.log).not.toContainText("never");
  await expect(cell.root.locator(".cm-error-line")).toHaveText("a[7]");

  await cell.log.getByRole("button", { name: "line 3" }).click();
  await expect(cell.editor).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" ");
  await expect(cell.root.locator(".cm-error-line")).toHaveCount(0);
});

test("a traceback leads into the cell that the function came from", async ({ page, site }) => {
  await page.goto(foreignPage(site, [placeholder("def half(x):\n    return x / 0"), placeholder("half(3)")].join("")));
  const [definition, call] = [cellAt(page, 0), cellAt(page, 1)];
  await runToEnd(definition);
  await runToEnd(call);
  await call.log.getByRole("button", { name: 'File "cell 1", line 2' }).click();
  await expect(definition.editor).toBeFocused();
  await expect(definition.root.locator(".cm-error-line")).toHaveText("    return x / 0");
});

test("output appears while the cell runs", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("print('first')\nwhile True: pass")));
  const cell = cellAt(page, 0);
  await cell.run.click();
  await expect(cell.log).toHaveText("first");
  await expect(cell.root).toHaveAttribute("data-state", "running");
  await cell.stop.click();
  await ended(cell);
  await expect(cell.log).toHaveText("first");
});

test("what goes to stderr is told apart, and a value is shown as at the prompt", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("import sys\nprint('out')\nprint('err', file=sys.stderr)\n'val' + 'ue'")));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  expect(await cell.log.textContent()).toBe("out\nerr\n'value'\n");
  await expect(cell.log.locator(".ai-repl-stderr")).toHaveText("err");
  await expect(cell.log.locator(".ai-repl-value")).toHaveText("'value'");
});

test("endless printing is cut with a sentence, and the cell can be stopped", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("while True: print('again and again ' * 1000)")));
  const cell = cellAt(page, 0);
  await cell.run.click();
  await expect(cell.log).toContainText("Output ends here: 200,000 characters");
  await cell.stop.click();
  await ended(cell);
  expect((await cell.log.textContent())?.length).toBeLessThan(200_200);
});

test("Reset brings back the code and clears the output", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("print('original')")));
  const cell = cellAt(page, 0);
  await cell.editor.fill("print('changed')\nnonsense");
  await runToEnd(cell);
  await expect(cell.log).toContainText("changed");
  await cell.reset.click();
  await expect(cell.editor).toHaveText("print('original')");
  await expect(cell.log).toHaveText("");
  await expect(cell.root.locator(".cm-error-line")).toHaveCount(0);
  await runToEnd(cell);
  await expect(cell.log).toHaveText("original");
});

test("the keyboard alone is enough", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("x = 1")));
  const cell = cellAt(page, 0);
  await expect(cell.editor).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(cell.editor).toBeFocused();
  await expect(cell.root.getByText("Esc, then Tab, leaves the editor")).toBeVisible();

  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("if x:");
  await page.keyboard.press("Enter");
  await page.keyboard.type("print(x)");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("x");
  await expect(cell.editor).toHaveText("x = 1if x:    print(x)        x");
  await page.keyboard.press("Backspace");

  await page.keyboard.press("Control+Enter");
  await ended(cell);
  await expect(cell.log).toHaveText("1");
  await page.keyboard.press("Shift+Enter");
  await expect(cell.log).toHaveText("1");

  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(cell.run).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(cell.stop).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(cell.reset).toBeFocused();
});
