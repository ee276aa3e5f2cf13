// Brings a file of the reader's into the data set, piece by piece, with progress and a way to stop.
// Reads pieces and hands them in; what they are is the module's to say.

import type { Core, CoreDataset } from "../kernel/core.ts";
import type { FileReport } from "../protocol.ts";

/** Between two reports of how far it has come: a frame, in milliseconds, for which the page may stand still. */
const FRAME = 16;

/** How far reading a file has come, in bytes. */
export interface Progress {
  name: string;
  read: number;
  total: number;
}

/** The reader has stopped it. */
export class Cancelled extends Error {
  constructor(name: string) {
    super(`${name}: cancelled; nothing of it was kept.`);
    this.name = "Cancelled";
  }
}

/**
 * One report, and one more for each file of an archive. At no time is more of the file in memory than
 * a few pieces and what the data set keeps of it. Throws Cancelled, or why the file cannot be read.
 */
export async function bringIn(
  core: Core,
  set: CoreDataset,
  name: string,
  file: Blob,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<FileReport[]> {
  const intake = new core.Intake(name, file.size);
  // The browser cuts the pieces, some hundred kilobytes each, and reads ahead.
  const pieces = file.stream().getReader();
  // A disk that no longer answers must not keep the reader waiting: the read that is under way ends too.
  const stop = () => void pieces.cancel().catch(() => undefined);
  signal.addEventListener("abort", stop);
  let finished = false;
  try {
    onProgress({ name, read: 0, total: file.size });
    let [read, shown] = [0, performance.now()];
    for (;;) {
      const { done, value } = await pieces.read();
      if (signal.aborted) throw new Cancelled(name);
      if (done) break;
      const wanted = intake.push(value);
      read += value.byteLength;
      if (!wanted) break;
      if (performance.now() < shown + FRAME) continue;
      onProgress({ name, read, total: file.size });
      // Pieces that lie ready follow one another without a pause in which to draw, or to hear Cancel.
      await pause();
      shown = performance.now();
    }
    finished = true;
    return set.finish(intake);
  } finally {
    signal.removeEventListener("abort", stop);
    if (!finished) intake.free();
    stop();
  }
}

/** Lets the page draw and answer; a timer would wait four milliseconds each time. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const COPIED_BYTES = 4 << 20;

/** A file's records as a file of the binary version, whatever it was: the browser keeps it, not the page. */
export function recordsBlob(set: CoreDataset, source: number): Blob {
  const parts: Blob[] = [];
  for (let at = 0; ; at += COPIED_BYTES) {
    const piece = set.file_records(source, at, COPIED_BYTES);
    if (piece.length === 0) return new Blob(parts);
    parts.push(new Blob([piece as Uint8Array<ArrayBuffer>]));
  }
}
