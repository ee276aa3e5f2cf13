// What a cell says of itself, in one sentence, from the state of its session and of its last run.
// Pure text.

import type { RunEnd, SessionState } from "../kernel/session.ts";

/** "1.2 of 2.9 MB", or "1.2 MB" where the whole is not known. */
export function megabytes(received: number, total: number | null): string {
  const part = (received / 1e6).toFixed(1);
  return total === null || received > total ? `${part} MB` : `${part} of ${(total / 1e6).toFixed(1)} MB`;
}

/** While a run waits for its turn. */
export function waiting(state: SessionState): string {
  switch (state.kind) {
    case "loading":
      return `Loading Python: ${megabytes(state.received, state.total)}`;
    case "asleep":
    case "starting":
      return "Starting Python";
    case "stopping":
      return "Stopping the cell before this one";
    case "running":
      return "Waiting for another cell to end";
    case "idle":
      return "Getting ready";
    case "failed":
      return state.message;
  }
}

/** Before the first run. Nothing is said while Python sleeps or is ready. */
export function atRest(state: SessionState): string {
  switch (state.kind) {
    case "loading":
      return `Loading Python: ${megabytes(state.received, state.total)}`;
    case "starting":
      return "Starting Python";
    case "failed":
      return state.message;
    default:
      return "";
  }
}

export function ended(end: RunEnd): string {
  switch (end.kind) {
    case "finished": {
      const { ok, error, elapsed_ms } = end.outcome;
      if (ok || !error) return `Done in ${duration(elapsed_ms)}`;
      return error.line === null ? error.kind : `${error.kind} on line ${error.line}`;
    }
    case "stopped":
      return end.kept ? "Stopped. Variables of earlier cells are kept." : "Stopped. Python started anew: run the earlier cells again.";
    case "broken":
      return end.kept ? "Python broke down in this cell. Variables of earlier cells are kept." : "Python broke down and started anew: run the earlier cells again.";
    case "revoked":
      return "Stopped before it began";
    case "unavailable":
      return end.message;
  }
}

export function duration(ms: number): string {
  if (ms < 1) return "under 1 ms";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
