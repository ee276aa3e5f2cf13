// What a loader's log comes to, from logs written by hand.

import { expect, test } from "@playwright/test";
import { loaderFigures } from "../../www/viz/loader-figures.ts";

test("a trainer that waits half of the time starves half of the time", () => {
  const figures = loaderFigures({
    workers: 1,
    images: 128,
    spans: [
      { who: 0, kind: "augment", at: 0, start: 1000, end: 1010 },
      { who: -1, kind: "wait", at: 0, start: 1000, end: 1010 },
      { who: -1, kind: "train", at: 0, start: 1010, end: 1020 },
      { who: 0, kind: "augment", at: 1, start: 1020, end: 1030 },
      { who: -1, kind: "wait", at: 1, start: 1020, end: 1030 },
      { who: -1, kind: "train", at: 1, start: 1030, end: 1040 },
    ],
    batches: [{ at: 0, ready: 1010, taken: 1010 }, { at: 1, ready: 1030, taken: 1030 }],
  });
  expect(figures.total_ms).toBe(40);
  expect(figures.starved).toBe(0.5);
  expect(figures.images_per_second).toBe(3200);
});

test("batches that lie ready make the queue deeper until they are taken", () => {
  const figures = loaderFigures({
    workers: 2,
    images: 3,
    spans: [{ who: -1, kind: "train", at: 0, start: 0, end: 50 }],
    batches: [{ at: 0, ready: 5, taken: 10 }, { at: 1, ready: 6, taken: 30 }, { at: 2, ready: 20, taken: 40 }],
  });
  expect(figures.queue).toEqual([
    { time_ms: 0, depth: 0 }, { time_ms: 5, depth: 1 }, { time_ms: 6, depth: 2 }, { time_ms: 10, depth: 1 },
    { time_ms: 20, depth: 2 }, { time_ms: 30, depth: 1 }, { time_ms: 40, depth: 0 },
  ]);
  expect(figures.deepest).toBe(2);
});
