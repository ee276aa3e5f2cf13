// Gathers what Python writes into few messages, and stops a cell that prints without end.
// Pure: the clock and the post are handed in.

import type { Stream } from "../protocol.ts";

/** More than this many characters a run are dropped, and one line says so. */
export const OUTPUT_LIMIT = 200_000;

const MESSAGES_PER_SECOND = 60;
const LONGEST_PENDING = 16_384;

export interface OutputGate {
  /** Takes what Python writes. */
  write(stream: Stream, text: string): void;
  /** Posts what is pending; call it when a run ends. */
  flush(): void;
  /** Begins a run: full allowance, nothing pending. */
  reset(): void;
}

/**
 * A few prints go out at once, each in its own message. A print storm uses up the allowance of
 * messages, which refills at 60 a second; what comes meanwhile waits and is joined.
 */
export function outputGate(now: () => number, post: (stream: Stream, text: string) => void): OutputGate {
  let pending: { stream: Stream; text: string }[] = [];
  let pendingLength = 0;
  let allowance = MESSAGES_PER_SECOND;
  let refilledAt = now();
  let written = 0;
  let full = false;

  function refill(): void {
    const time = now();
    allowance = Math.min(MESSAGES_PER_SECOND, allowance + ((time - refilledAt) / 1000) * MESSAGES_PER_SECOND);
    refilledAt = time;
  }

  function flush(): void {
    for (const { stream, text } of pending) {
      allowance -= 1;
      post(stream, text);
    }
    pending = [];
    pendingLength = 0;
  }

  function hold(stream: Stream, text: string): void {
    const last = pending.at(-1);
    if (last?.stream === stream) last.text += text;
    else pending.push({ stream, text });
    pendingLength += text.length;
  }

  return {
    write(stream, text) {
      if (full || text === "") return;
      const room = OUTPUT_LIMIT - written;
      written += text.length;
      if (text.length > room) {
        full = true;
        hold(stream, text.slice(0, room));
        hold(2, `\n[Output ends here: ${OUTPUT_LIMIT.toLocaleString("en")} characters is the most a cell shows. The cell went on.]\n`);
        flush();
        return;
      }
      hold(stream, text);
      refill();
      if (allowance >= 1 || pendingLength >= LONGEST_PENDING) flush();
    },
    flush,
    reset() {
      pending = [];
      pendingLength = 0;
      allowance = MESSAGES_PER_SECOND;
      refilledAt = now();
      written = 0;
      full = false;
    },
  };
}
