// Reads files of the reader's where they lie, synchronously, as Python's `open` wants it.
// For a worker: only there may a script wait for a file. Keeps no bytes.

/** Workers have it, pages do not; so the page's types lack it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Larger reads are made of pieces, so that no second copy of a file comes to be. */
const PIECE_BYTES = 1 << 20;

export interface BlobReader {
  /** From now on `number` means this file. */
  adopt(number: number, blob: Blob): void;
  /** Copies bytes from `offset` on; how many, fewer only at the end; -1 where they cannot be read. */
  read(number: number, offset: number, into: Uint8Array): number;
}

export function blobReader(): BlobReader {
  const blobs = new Map<number, Blob>();
  return {
    adopt: (number, blob) => void blobs.set(number, blob),
    read(number, offset, into) {
      const blob = blobs.get(number);
      if (!blob) return -1;
      let done = 0;
      try {
        while (done < into.length) {
          const begin = offset + done;
          const piece = blob.slice(begin, begin + Math.min(PIECE_BYTES, into.length - done));
          if (piece.size === 0) break;
          into.set(new Uint8Array(new FileReaderSync().readAsArrayBuffer(piece)), done);
          done += piece.size;
        }
      } catch {
        // The file was moved, changed or taken away since it was dropped.
        return -1;
      }
      return done;
    },
  };
}
