// Gives the reader's files to every session of the page, now or when it starts, under the path
// that the lesson's code opens.

import type { Session } from "../kernel/session.ts";
import type { DroppedFile } from "./drop.ts";
import type { Sessions } from "./sessions.ts";

/** Where the lesson's code looks for the data set; the kernel shows it under `data/` as well. */
const CIFAR_FOLDER = "cifar-10-batches-bin";
const CIFAR_NAME = /^(data_batch_[1-5]\.bin|test_batch\.bin|batches\.meta\.txt)$/;

/** More than this is not copied into Python's memory. */
export const LARGEST_FILE_BYTES = 400_000_000;

export interface Files {
  /** Returns one sentence on what became of the files. */
  add(files: readonly DroppedFile[]): Promise<string>;
}

export function createFiles(sessions: Sessions): Files {
  const known = new Map<string, Blob>();
  sessions.onOpen((session) => {
    for (const [path, file] of known) void session.mount(path, file);
  });

  async function mountEverywhere(path: string, file: Blob): Promise<void> {
    known.set(path, file);
    await Promise.all(sessions.all().map((session: Session) => session.mount(path, file)));
  }

  return {
    async add(files) {
      const given: string[] = [];
      const refused: string[] = [];
      for (const { path, file } of files) {
        if (file.size > LARGEST_FILE_BYTES) {
          refused.push(`${path} has ${Math.round(file.size / 1e6)} MB, and Python takes at most ${LARGEST_FILE_BYTES / 1e6} MB`);
          continue;
        }
        const target = pathInPython(path);
        try {
          await mountEverywhere(target, file);
          given.push(target);
        } catch (problem) {
          known.delete(target);
          refused.push(problem instanceof Error ? problem.message : String(problem));
        }
      }
      return [opened(given), ...refused.map((sentence) => `${sentence}.`)].filter(Boolean).join(" ");
    },
  };
}

/** CIFAR's files go where the lesson opens them, whatever folder they came in. */
export function pathInPython(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return CIFAR_NAME.test(name) ? `${CIFAR_FOLDER}/${name}` : path;
}

function opened(paths: readonly string[]): string {
  const [first, ...rest] = paths;
  if (first === undefined) return "";
  const others = rest.length === 0 ? "" : rest.length === 1 ? " and one more file" : ` and ${rest.length} more files`;
  return `Python now opens "${first}"${others}. Nothing left your browser.`;
}
