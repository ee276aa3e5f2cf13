// The page's CIFAR data set: one for all its panels, in the small module's memory.
// Reads the bytes of files and hands them in; parses nothing.

import type { Core, CoreDataset } from "../kernel/core.ts";
import type { DroppedFile } from "./drop.ts";

/** Images drawn for each file of the sample set. */
const SAMPLE_IMAGES = 100;

/** The largest file that could be a batch of any CIFAR set, with room to spare. */
const LARGEST_BYTES = 400_000_000;

export interface PageDataset {
  /** The set, loaded at the first call. */
  open(): Promise<CoreDataset>;
  /** Adds files one by one; returns a sentence for each. What was loaded stays, whatever they are. */
  add(files: readonly DroppedFile[]): Promise<string[]>;
  /** Calls back when files came in, with their sentences. */
  onChange(listener: (sentences: readonly string[]) => void): void;
}

export function createDataset(loadCore: () => Promise<Core>): PageDataset {
  const listeners: ((sentences: readonly string[]) => void)[] = [];
  let opened: Promise<CoreDataset> | null = null;

  function open(): Promise<CoreDataset> {
    opened ??= loadCore()
      .then((core) => new core.Dataset(SAMPLE_IMAGES))
      .catch((problem: unknown) => {
        opened = null;
        throw problem;
      });
    return opened;
  }

  async function addOne(set: CoreDataset, { path, file }: DroppedFile): Promise<string> {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (file.size > LARGEST_BYTES) {
      return `${name} has ${Math.round(file.size / 1e6)} MB: too large to be read here. A CIFAR-10 batch has 30.73 MB.`;
    }
    try {
      return set.add_file(name, new Uint8Array(await file.arrayBuffer())).message;
    } catch (problem) {
      return `${name} could not be read (${problem instanceof Error ? problem.message : String(problem)}).`;
    }
  }

  return {
    open,
    async add(files) {
      const set = await open();
      const sentences: string[] = [];
      for (const file of files) sentences.push(await addOne(set, file));
      for (const listener of listeners) listener(sentences);
      return sentences;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
