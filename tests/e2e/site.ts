// What the end-to-end tests stand on: the built site behind a plain static server, pages of
// their own beside it, and the parts of a cell by the names a reader knows them by.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test as base, type Locator, type Page } from "@playwright/test";

const DIST = process.env["STRIDELAB_DIST"] ?? fileURLToPath(new URL("../../dist", import.meta.url));

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
};

export interface Site {
  /** Where the built site is: its index is the lesson. */
  readonly home: string;
  /** The script that a page loads to have widgets. */
  readonly script: string;
  /** Serves `html` from a path that has nothing to do with the site's; returns its address. */
  serve(html: string): string;
}

async function startSite(): Promise<{ site: Site; close: () => Promise<void> }> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const page = pages.get(path);
    if (page !== undefined) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
      return;
    }
    void sendFile(path, response);
  });

  async function sendFile(path: string, response: import("node:http").ServerResponse): Promise<void> {
    const file = join(DIST, normalize(path.replace(/^\/site\//, "/")).replace(/\/$/, "/index.html"));
    const found = path.startsWith("/site/") ? await stat(file).catch(() => null) : null;
    if (!found?.isFile()) {
      response.writeHead(404).end("no such file");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": found.size,
      "access-control-allow-origin": "*",
    });
    createReadStream(file).pipe(response);
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    site: {
      home: `${origin}/site/`,
      script: `${origin}/site/stridelab.js`,
      serve(html) {
        const path = `/elsewhere/${pages.size + 1}/page.html`;
        pages.set(path, html);
        return origin + path;
      },
    },
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}

export const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const { site, close } = await startSite();
      await use(site);
      await close();
    },
    { scope: "worker" },
  ],
});

export { expect };

/** A page of somebody else's with these placeholders in it. */
export function foreignPage(site: Site, body: string): string {
  return site.serve(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Somebody else's page</title>
<style>button { color: white; background: navy; padding: 2em } pre { font-size: 3em }</style>
<script type="module" src="${site.script}"></script></head>
<body><h1>Somebody else's page</h1>${body}</body></html>`);
}

/** A placeholder with this code. */
export function placeholder(code: string, attributes = ""): string {
  const escaped = code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll("\n", "&#10;");
  return `<div class="ai-repl" data-code="${escaped}" ${attributes}></div>`;
}

/** The parts of one cell. */
export interface CellParts {
  readonly root: Locator;
  readonly editor: Locator;
  readonly log: Locator;
  readonly status: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly reset: Locator;
}

/** The cell at this place in the page, from 0. */
export function cellAt(page: Page, index: number): CellParts {
  return partsOf(page.locator(".ai-repl").nth(index));
}

export function partsOf(root: Locator): CellParts {
  return {
    root,
    editor: root.getByRole("textbox"),
    log: root.getByRole("log"),
    status: root.getByRole("status"),
    run: root.getByRole("button", { name: "Run", exact: true }),
    stop: root.getByRole("button", { name: "Stop", exact: true }),
    reset: root.getByRole("button", { name: "Reset", exact: true }),
  };
}

/** Runs a cell and waits until it has ended, well or badly. */
export async function runToEnd(cell: CellParts): Promise<void> {
  await cell.run.click();
  await ended(cell);
}

export async function ended(cell: CellParts): Promise<void> {
  await expect(cell.root).toHaveAttribute("data-state", /^(done|error|stopped|broken|unavailable|revoked)$/);
}

/** Drops files as a user does: over the page, then let go. */
export async function drop(page: Page, files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  const transfer = await page.evaluateHandle(async (list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer();
      data.items.add(new File([bytes], name));
    }
    return data;
  }, given);
  await page.dispatchEvent("main", "dragenter", { dataTransfer: transfer });
  await expect(page.locator(".drop-veil")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
  await expect(page.locator(".drop-veil")).toBeHidden();
}

/** Drops files and folders that lie on the disk, as a hand would: the browser gives the page their entries. */
export async function dropFromDisk(page: Page, paths: string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await browser.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  }
  await browser.detach();
  await expect(page.locator(".drop-veil")).toBeHidden();
}
