// How what Python writes becomes messages: at once while it is little, joined while it is much.

import { expect, test } from "@playwright/test";
import { OUTPUT_LIMIT, outputGate } from "../../www/kernel/output.ts";

function gateAt(clock: { ms: number }) {
  const posted: { stream: number; text: string }[] = [];
  const gate = outputGate(() => clock.ms, (stream, text) => void posted.push({ stream, text }));
  return { gate, posted };
}

test("a few writes go out at once, each as it comes", () => {
  const { gate, posted } = gateAt({ ms: 0 });
  gate.write(1, "a\n");
  gate.write(2, "b\n");
  expect(posted).toEqual([{ stream: 1, text: "a\n" }, { stream: 2, text: "b\n" }]);
});

test("a storm of writes is at most 60 messages a second, and nothing of it is lost", () => {
  const clock = { ms: 0 };
  const { gate, posted } = gateAt(clock);
  let written = "";
  for (let line = 0; line < 4000; line += 1) {
    clock.ms = line / 4;
    written += `${line}\n`;
    gate.write(1, `${line}\n`);
  }
  gate.flush();
  // One second: the allowance at the start, the refill, and the last flush.
  expect(posted.length).toBeLessThanOrEqual(121);
  expect(posted.map(({ text }) => text).join("")).toBe(written);
});

test("streams keep their order when they are joined", () => {
  const { gate, posted } = gateAt({ ms: 0 });
  for (let i = 0; i < 60; i += 1) gate.write(1, ".");
  posted.length = 0;
  gate.write(1, "a");
  gate.write(2, "b");
  gate.write(2, "c");
  gate.write(1, "d");
  gate.flush();
  expect(posted).toEqual([{ stream: 1, text: "a" }, { stream: 2, text: "bc" }, { stream: 1, text: "d" }]);
});

test("past the limit one sentence says so, once, and the next run begins anew", () => {
  const clock = { ms: 0 };
  const { gate, posted } = gateAt(clock);
  for (let i = 0; i < 3; i += 1) gate.write(1, "x".repeat(OUTPUT_LIMIT - 10));
  gate.write(1, "more");
  const text = posted.map((message) => message.text).join("");
  expect(text.startsWith("x".repeat(OUTPUT_LIMIT))).toBe(true);
  expect(text.slice(OUTPUT_LIMIT)).toBe("\n[Output ends here: 200,000 characters is the most a cell shows. The cell went on.]\n");
  gate.reset();
  posted.length = 0;
  gate.write(1, "again");
  expect(posted).toEqual([{ stream: 1, text: "again" }]);
});
