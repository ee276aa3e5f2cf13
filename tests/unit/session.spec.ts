// A session against a worker of the test's own: what is sent when, and what survives a stop.

import { expect, test } from "@playwright/test";
import type { ModuleLoader } from "../../www/kernel/loader.ts";
import type { WorkerLike } from "../../www/kernel/link.ts";
import { Session, type SessionParts } from "../../www/kernel/session.ts";
import type { Outcome, Reply, Request } from "../../www/protocol.ts";

const OK: Outcome = { ok: true, value: null, error: null, elapsed_ms: 1 };

/** A worker that keeps a number as its session: `code` adds to it; "hang" never answers. */
class CountingWorker implements WorkerLike {
  static log: string[] = [];
  static refuseCapture = false;
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  #count = 0;
  #ended = false;

  postMessage(request: Request): void {
    CountingWorker.log.push(request.type);
    queueMicrotask(() => this.#handle(request));
  }

  terminate(): void {
    this.#ended = true;
    CountingWorker.log.push("terminate");
  }

  #handle(request: Request): void {
    if (this.#ended) return;
    const done = (result: Extract<Reply, { type: "done" }>["result"]) =>
      this.onmessage?.({ data: { type: "done", id: request.id, result } } as MessageEvent<Reply>);
    switch (request.type) {
      case "boot":
        this.#count = request.args.image?.kernel ?? 0;
        return done({ image: request.args.image });
      case "run":
        if (request.args.code === "hang") return;
        if (request.args.code === "trap") {
          this.onmessage?.({ data: { type: "failed", id: request.id, message: "unreachable", broken: true } } as MessageEvent<Reply>);
          return;
        }
        this.#count += Number(request.args.code);
        return done({ ...OK, value: String(this.#count) });
      case "capture":
        return done(
          CountingWorker.refuseCapture
            ? { ok: false, reason: "there is no room" }
            : { ok: true, image: { memory: new ArrayBuffer(8), kernel: this.#count, handle_slots: 0, handles: [] } },
        );
      default:
        return done(null);
    }
  }
}

function session(loader: ModuleLoader = { load: async () => ({}) as WebAssembly.Module, onProgress: () => () => undefined }): Session {
  CountingWorker.log = [];
  CountingWorker.refuseCapture = false;
  const parts: SessionParts = {
    loader,
    glueUrl: "kernel.js",
    spawn: () => new CountingWorker(),
    imageLimitBytes: 1e9,
    whenIdle: () => () => undefined,
  };
  return new Session("page", parts);
}

async function valueOf(running: { end: Promise<{ kind: string; outcome?: Outcome }> }): Promise<string | null | undefined> {
  return (await running.end).outcome?.value;
}

test("a stopped run leaves the session as it was before it", async () => {
  const page = session();
  expect(await valueOf(page.run("5", "cell 1"))).toBe("5");
  const endless = page.run("hang", "cell 2", { onBegin: () => queueMicrotask(() => endless.stop()) });
  expect(await endless.end).toEqual({ kind: "stopped", kept: true });
  expect(await valueOf(page.run("2", "cell 3"))).toBe("7");
  expect(CountingWorker.log).toEqual(["boot", "run", "capture", "run", "terminate", "boot", "run"]);
});

test("a run that traps is undone like one that is stopped", async () => {
  const page = session();
  await page.run("5", "cell 1").end;
  expect(await page.run("trap", "cell 2").end).toEqual({ kind: "broken", message: "unreachable", kept: true });
  expect(await valueOf(page.run("1", "cell 3"))).toBe("6");
});

test("where no copy can be made, that is known before the stop, and said after it", async () => {
  const page = session();
  await page.run("5", "cell 1").end;
  CountingWorker.refuseCapture = true;
  const endless = page.run("hang", "cell 2", {
    onBegin() {
      expect(page.imageProblem).toBe("there is no room");
      queueMicrotask(() => endless.stop());
    },
  });
  const before = page.generation;
  expect(await endless.end).toEqual({ kind: "stopped", kept: false });
  expect(page.generation).not.toBe(before);
  expect(await valueOf(page.run("1", "cell 3"))).toBe("1");
});

test("a run can be stopped while Python is still loading", async () => {
  let loaded = (_module: WebAssembly.Module) => undefined as void;
  const page = session({
    load: () => new Promise((resolve) => (loaded = resolve)),
    onProgress: () => () => undefined,
  });
  const run = page.run("5", "cell 1");
  await Promise.resolve();
  run.stop();
  expect(await run.end).toEqual({ kind: "revoked" });
  loaded({} as WebAssembly.Module);
  expect(await valueOf(page.run("1", "cell 2"))).toBe("1");
});

test("a failed load is one run's affair: the next one tries again", async () => {
  let tries = 0;
  const page = session({
    async load() {
      tries += 1;
      if (tries === 1) throw new Error("no answer");
      return {} as WebAssembly.Module;
    },
    onProgress: () => () => undefined,
  });
  expect(await page.run("5", "cell 1").end).toEqual({ kind: "unavailable", message: "no answer" });
  expect(page.state).toEqual({ kind: "failed", message: "no answer" });
  expect(await valueOf(page.run("5", "cell 1"))).toBe("5");
});

test("restarting ends what runs, drops what waits and forgets the variables", async () => {
  const page = session();
  await page.run("5", "cell 1").end;
  const waiting: { end: Promise<unknown> }[] = [];
  const endless = page.run("hang", "cell 2", { onBegin: () => queueMicrotask(() => page.restart()) });
  waiting.push(page.run("1", "cell 3"));
  expect(await endless.end).toEqual({ kind: "stopped", kept: false });
  expect(await waiting[0]?.end).toEqual({ kind: "revoked" });
  expect(page.state.kind).toBe("asleep");
  expect(await valueOf(page.run("1", "cell 4"))).toBe("1");
});

test("files are there after a start, a restart and a stop", async () => {
  const page = session();
  await page.mount("data.bin", new Blob(["12345"]));
  expect(CountingWorker.log).toEqual([]);
  await page.run("1", "cell 1").end;
  expect(CountingWorker.log).toEqual(["boot", "mount", "run"]);
  await page.mount("more.bin", new Blob(["1"]));
  page.restart();
  await page.run("1", "cell 1").end;
  expect(CountingWorker.log).toEqual(["boot", "mount", "run", "mount", "terminate", "boot", "mount", "mount", "run"]);

  // A session brought back from its copy knows its files: the new worker only needs to have them.
  CountingWorker.log = [];
  const endless = page.run("hang", "cell 2", { onBegin: () => queueMicrotask(() => endless.stop()) });
  expect(await endless.end).toEqual({ kind: "stopped", kept: true });
  expect(CountingWorker.log).toEqual(["capture", "run", "terminate", "boot", "adopt"]);
});

test("a file that has to be made is made once a start, and only when Python starts", async () => {
  const page = session();
  let made = 0;
  await page.mount("data.bin", () => {
    made += 1;
    return new Blob(["12345"]);
  });
  expect(made).toBe(0);
  await page.run("1", "cell 1").end;
  expect(made).toBe(1);
});

test("a run that waits for a setup keeps its turn, and is not begun when the setup fails", async () => {
  const page = session();
  const setup = page.run("5", "setup");
  const first = page.run("1", "cell 1", { after: [setup.end] });
  const second = page.run("2", "cell 2");
  expect([await valueOf(first), await valueOf(second)]).toEqual(["6", "8"]);

  const failing = page.run("trap", "setup");
  const refused = page.run("1", "cell 3", { after: [failing.end] });
  expect(await refused.end).toBe(await failing.end);
  expect(await valueOf(page.run("1", "cell 4"))).toBe("9");
});
