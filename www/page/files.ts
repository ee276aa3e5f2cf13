// Gives the reader's files to every session of the page, now or when it starts.
// Copies nothing: Python reads from the files what a program asks for.

import type { FileSource, Session } from "../kernel/session.ts";
import type { PythonFile } from "./dataset.ts";
import type { Sessions } from "./sessions.ts";

export interface Files {
  /** Returns one sentence on what became of the files. */
  add(files: readonly PythonFile[]): Promise<string>;
}

export function createFiles(sessions: Sessions): Files {
  const known = new Map<string, FileSource>();
  sessions.onOpen((session) => {
    for (const [path, source] of known) void session.mount(path, source);
  });

  async function mountEverywhere(path: string, source: FileSource): Promise<void> {
    known.set(path, source);
    await Promise.all(sessions.all().map((session: Session) => session.mount(path, source)));
  }

  return {
    async add(files) {
      const given: string[] = [];
      const refused: string[] = [];
      for (const { path, source } of files) {
        try {
          await mountEverywhere(path, source);
          given.push(path);
        } catch (problem) {
          known.delete(path);
          refused.push(problem instanceof Error ? problem.message : String(problem));
        }
      }
      return [opened(given), ...refused.map((sentence) => `${sentence}.`)].filter(Boolean).join(" ");
    },
  };
}

function opened(paths: readonly string[]): string {
  const [first, ...rest] = paths;
  if (first === undefined) return "";
  const others = rest.length === 0 ? "" : rest.length === 1 ? " and one more file" : ` and ${rest.length} more files`;
  return `Python now opens "${first}"${others}. Nothing left your browser.`;
}
