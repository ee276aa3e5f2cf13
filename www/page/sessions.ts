// The sessions of a page: one that its widgets share, others by name, and isolated ones.
// Also runs a cell's setup code, once a session, before the first cell that wants it.

import { startWorker, type Assets } from "../kernel/assets.ts";
import { moduleLoader } from "../kernel/loader.ts";
import { endedWell, Session, type Running } from "../kernel/session.ts";

export interface Sessions {
  /** The session of that name; `isolated` is a new one at each call, null the page's own. */
  open(name: string | null): Session;
  /** All that were opened, in order. */
  all(): Session[];
  /** Calls back for each session opened from now on. */
  onOpen(listener: (session: Session) => void): void;
  /** Runs `code`, once for the life of the session: later calls return the same run. */
  prepare(session: Session, code: string): Running;
}

const PAGE_SESSION = "page";

export function createSessions(window: Window & typeof globalThis, assets: Assets): Sessions {
  const loader = moduleLoader(assets.kernelWasm);
  const named = new Map<string, Session>();
  const listeners: ((session: Session) => void)[] = [];
  const prepared = new WeakMap<Session, { generation: number; runs: Map<string, Running> }>();
  let isolated = 0;

  function create(name: string): Session {
    const session = new Session(name, {
      loader,
      glueUrl: assets.kernelGlue.href,
      spawn: () => startWorker(assets.worker, window.location.origin),
      imageLimitBytes: imageLimit(window.navigator),
      whenIdle: (work) => whenIdle(window, work),
    });
    named.set(name, session);
    for (const listener of listeners) listener(session);
    return session;
  }

  return {
    open(name) {
      if (name === "isolated") {
        isolated += 1;
        return create(`isolated ${isolated}`);
      }
      return named.get(name || PAGE_SESSION) ?? create(name || PAGE_SESSION);
    },
    all: () => [...named.values()],
    onOpen: (listener) => void listeners.push(listener),
    prepare(session, code) {
      let done = prepared.get(session);
      if (!done || done.generation !== session.generation) {
        done = { generation: session.generation, runs: new Map() };
        prepared.set(session, done);
      }
      const { runs } = done;
      const earlier = runs.get(code);
      if (earlier) return earlier;
      const running = session.run(code, "setup");
      runs.set(code, running);
      void running.end.then((end) => {
        if (!endedWell(end)) runs.delete(code);
      });
      return running;
    },
  };
}

/** A copy may take a quarter of the device's memory; where it is not told, of 4 GB. */
function imageLimit(navigator: Navigator): number {
  const { deviceMemory = 4 } = navigator as Navigator & { deviceMemory?: number };
  return Math.min((deviceMemory * 1e9) / 4, 1.5e9);
}

function whenIdle(window: Window & typeof globalThis, work: () => void): () => void {
  const timer = window.setTimeout(work, 250);
  return () => window.clearTimeout(timer);
}
