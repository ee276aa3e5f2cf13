// The queue of a session: in order, one at a time, revocable until begun.

import { expect, test } from "@playwright/test";
import { Queue, Revoked } from "../../www/kernel/queue.ts";

test("work runs in order, one at a time, whatever became of the work before", async () => {
  const queue = new Queue();
  const order: string[] = [];
  const failing = queue.push(async () => {
    order.push("first begins");
    await Promise.resolve();
    order.push("first ends");
    throw new Error("on purpose");
  });
  const second = queue.push(async () => void order.push("second"));
  await expect(failing.done).rejects.toThrow("on purpose");
  await second.done;
  expect(order).toEqual(["first begins", "first ends", "second"]);
});

test("what has not begun can be revoked; what has begun cannot", async () => {
  const queue = new Queue();
  let release = () => undefined as void;
  const first = queue.push(() => new Promise<string>((resolve) => (release = () => resolve("done"))));
  const second = queue.push(async () => "never");
  expect(first.revoke()).toBe(false);
  expect(second.revoke()).toBe(true);
  await expect(second.done).rejects.toThrow(Revoked);
  release();
  expect(await first.done).toBe("done");
});

test("clearing revokes all that waits", async () => {
  const queue = new Queue();
  let release = () => undefined as void;
  const first = queue.push(() => new Promise<void>((resolve) => (release = resolve)));
  const waiting = [queue.push(async () => 1), queue.push(async () => 2)];
  const outcomes = Promise.allSettled(waiting.map((job) => job.done));
  queue.clear();
  release();
  await first.done;
  for (const outcome of await outcomes) expect(outcome).toMatchObject({ status: "rejected" });
});
