// Brings a file of the reader's into the data set, a slice at a time, with progress and a way to stop.
// Reads slices and hands them in; what they are is the module's to say.

import type { Core, CoreDataset } from "../kernel/core.ts";
import type { FileReport } from "../protocol.ts";

/** What is read, and then looked at, in one go: long enough to be quick, short enough to stay smooth. */
const SLICE_BYTES = 1 << 20;

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
 * a slice and what the data set keeps of it. Throws Cancelled, or why the file cannot be read.
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
  const readAt = (at: number): Promise<ArrayBuffer> => file.slice(at, at + SLICE_BYTES).arrayBuffer();
  let finished = false;
  // The next slice is read while this one is looked at.
  let coming = readAt(0);
  try {
    for (let at = 0; at < file.size; at += SLICE_BYTES) {
      const slice = await coming;
      if (signal.aborted) throw new Cancelled(name);
      if (at + SLICE_BYTES < file.size) coming = readAt(at + SLICE_BYTES);
      const wanted = intake.push(new Uint8Array(slice));
      onProgress({ name, read: at + slice.byteLength, total: file.size });
      if (!wanted) break;
    }
    finished = true;
    return set.finish(intake);
  } finally {
    if (!finished) intake.free();
    // One that is not waited for may fail unseen.
    coming.catch(() => undefined);
  }
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
