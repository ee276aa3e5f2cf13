// What a loader's log comes to: images a second, how long the trainer starved, how deep the queue was.
// Arithmetic on the log; draws nothing.

/** The log's parts that are read here. Times are milliseconds of one clock. */
export interface LoggedSpan {
  who: number;
  kind: "decode" | "augment" | "wait" | "train";
  at: number;
  start: number;
  end: number;
}

export interface LoggedRun {
  workers: number;
  images: number;
  spans: readonly LoggedSpan[];
  batches: readonly { at: number; ready: number; taken: number }[];
}

export interface LoaderFigures {
  /** From the first thing to the end of the last training step. */
  total_ms: number;
  images_per_second: number;
  /** The share of the time in which the trainer did not train. */
  starved: number;
  /** How many batches lay ready, from each moment on. */
  queue: { time_ms: number; depth: number }[];
  deepest: number;
}

export function loaderFigures(run: LoggedRun): LoaderFigures {
  const begin = Math.min(...run.spans.map((span) => span.start));
  const end = Math.max(...run.spans.filter((span) => span.kind === "train").map((span) => span.end));
  const total_ms = Math.max(1e-9, end - begin);
  const trained = run.spans.filter((span) => span.kind === "train").reduce((sum, span) => sum + span.end - span.start, 0);
  const changes = run.batches.flatMap(({ ready, taken }) => [{ time: ready, by: 1 }, { time: Math.max(ready, taken), by: -1 }]);
  changes.sort((a, b) => a.time - b.time || b.by - a.by);
  let depth = 0;
  const queue = [{ time_ms: 0, depth: 0 }];
  for (const { time, by } of changes) {
    depth += by;
    queue.push({ time_ms: time - begin, depth });
  }
  return {
    total_ms,
    images_per_second: (1000 * run.images) / total_ms,
    starved: Math.min(1, Math.max(0, 1 - trained / total_ms)),
    queue,
    deepest: Math.max(0, ...queue.map((moment) => moment.depth)),
  };
}
