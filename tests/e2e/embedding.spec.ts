// The contract with pages that are not ours: attributes, sessions, events.

import type { Page } from "@playwright/test";
import { cellAt, ended, expect, foreignPage, placeholder, runToEnd, test } from "./site.ts";

interface Seen {
  type: string;
  detail: Record<string, unknown>;
}

/** Writes down the widgets' events from the start of the page. */
async function recordEvents(page: Page): Promise<() => Promise<Seen[]>> {
  await page.addInitScript(() => {
    const seen: Seen[] = [];
    Object.assign(window, { seenEvents: seen });
    for (const type of ["ai-repl:ready", "ai-repl:run", "ai-repl:result"]) {
      document.addEventListener(type, (event) => seen.push({ type, detail: (event as CustomEvent).detail }));
    }
  });
  return () => page.evaluate(() => (window as unknown as { seenEvents: Seen[] }).seenEvents);
}

test("events bubble and tell what happened", async ({ page, site }) => {
  const events = await recordEvents(page);
  await page.goto(foreignPage(site, placeholder("print('hi')\n1 / 0")));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  const seen = await events();
  expect(seen.map(({ type }) => type)).toEqual(["ai-repl:ready", "ai-repl:run", "ai-repl:result"]);
  const { detail } = seen[2] as Seen;
  expect(detail).toMatchObject({
    cell: "cell 1",
    session: "page",
    ok: false,
    stdout: "hi\n",
    value: null,
    error: { kind: "ZeroDivisionError", message: "division by zero", line: 2 },
  });
  expect(detail["elapsed_ms"]).toBeGreaterThanOrEqual(0);
});

test("cells share the page's session, or one of their own, or a named one", async ({ page, site }) => {
  await page.goto(
    foreignPage(
      site,
      [
        placeholder("who = 'page'"),
        placeholder("print('who' in globals())", 'data-session="isolated"'),
        placeholder("who = 'named'", 'data-session="lab"'),
        placeholder("print(who)", 'data-session="lab"'),
        placeholder("print(who)"),
      ].join(""),
    ),
  );
  for (const index of [0, 1, 2, 3, 4]) await runToEnd(cellAt(page, index));
  await expect(cellAt(page, 1).log).toHaveText("False");
  await expect(cellAt(page, 3).log).toHaveText("named");
  await expect(cellAt(page, 4).log).toHaveText("page");
});

test("code can stand in a pre, with output to show before the first run", async ({ page, site }) => {
  await page.goto(foreignPage(site, `<div class="ai-repl" data-output="2"><pre>\nprint(1 &lt; 2)\nprint(1 + 1)\n</pre></div>`));
  const cell = cellAt(page, 0);
  await expect(cell.log).toHaveText("2");
  await runToEnd(cell);
  expect(await cell.log.textContent()).toBe("True\n2\n");
});

test("setup code runs once a session, and a cell may run by itself", async ({ page, site }) => {
  const setup = `<template id="prepare">count = globals().get("count", 0) + 1</template>`;
  const attributes = 'data-setup="#prepare" data-autorun';
  await page.goto(foreignPage(site, setup + placeholder("print(count)", attributes) + placeholder("print(count)", attributes)));
  for (const index of [0, 1]) {
    const cell = cellAt(page, index);
    await ended(cell);
    await expect(cell.log).toHaveText("1");
  }
});

test("an exercise says whether the answer is right", async ({ page, site }) => {
  const check = 'data-exercise="assert total == 6, &quot;total should be 1 + 2 + 3&quot;"';
  await page.goto(foreignPage(site, placeholder("total = 0", check)));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  await expect(cell.log).toHaveText("Not yet: total should be 1 + 2 + 3");
  await cell.editor.fill("total = sum([1, 2, 3])");
  await cell.run.click();
  await expect(cell.log).toHaveText("Right: the check passes.");
});

test("a widget that is added later is upgraded too", async ({ page, site }) => {
  await page.goto(foreignPage(site, "<p id='here'></p>"));
  await page.evaluate((html) => document.querySelector("#here")?.insertAdjacentHTML("afterend", html), placeholder("print('late')"));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  await expect(cell.log).toHaveText("late");
});

test("a missing name leads to the cells above", async ({ page, site }) => {
  await page.goto(foreignPage(site, placeholder("made_above = 5") + placeholder("print(made_above)")));
  const [above, below] = [cellAt(page, 0), cellAt(page, 1)];
  await runToEnd(below);
  await expect(below.status).toHaveText("NameError on line 1");
  await below.log.getByRole("button", { name: "Include it and try again" }).click();
  await expect(below.log).toHaveText("5");
  await expect(above.root).toHaveAttribute("data-state", "done");
});

test("a page of another origin can embed the script", async ({ page, site }) => {
  const otherOrigin = site.script.replace("127.0.0.1", "localhost");
  const html = `<!doctype html><title>Elsewhere</title><script type="module" src="${otherOrigin}"></script>${placeholder("print('across')")}`;
  await page.goto(site.serve(html));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  await expect(cell.log).toHaveText("across");
});

test("where Python cannot be fetched, one sentence says so and trying again helps", async ({ page, site }) => {
  await page.route(/kernel_bg.*\.wasm/, (route) => route.fulfill({ status: 503 }));
  await page.goto(foreignPage(site, placeholder("print('back')")));
  const cell = cellAt(page, 0);
  await runToEnd(cell);
  await expect(cell.status).toContainText("Python could not be loaded");
  await page.unroute(/kernel_bg.*\.wasm/);
  await cell.log.getByRole("button", { name: "Try again" }).click();
  await expect(cell.log).toHaveText("back");
});
