// The cells of a page in reading order, so that a traceback in one can lead to a line of another
// and a cell can have those before it run first.

import type { Session } from "../kernel/session.ts";

export interface Cell {
  /** As tracebacks name it: "cell 3". */
  readonly name: string;
  readonly host: HTMLElement;
  readonly session: Session;
  /** Has it run in the session as it is now? */
  hasRun(): boolean;
  run(): Promise<void>;
  goTo(line: number, message: string): void;
}

export interface Cells {
  /** A cell's name: by the number its author gave it, else the next one that is free. */
  name(number: string | null): string;
  add(cell: Cell): void;
  find(name: string): Cell | null;
  /** Cells above this one that share its session and have not run, first to last. */
  notRunAbove(cell: Cell): Cell[];
}

export function createCells(): Cells {
  const cells = new Map<string, Cell>();
  const names = new Set<string>();
  let count = 0;

  function take(name: string): string {
    names.add(name);
    return name;
  }

  return {
    name(number) {
      if (number !== null && !names.has(`cell ${number}`)) return take(`cell ${number}`);
      do count += 1;
      while (names.has(`cell ${count}`));
      return take(`cell ${count}`);
    },
    add: (cell) => void cells.set(cell.name, cell),
    find: (name) => cells.get(name) ?? null,
    notRunAbove(cell) {
      return [...cells.values()]
        .filter((other) => other.session === cell.session && !other.hasRun() && isAbove(other.host, cell.host))
        .sort((a, b) => (isAbove(a.host, b.host) ? -1 : 1));
    },
  };
}

function isAbove(a: HTMLElement, b: HTMLElement): boolean {
  return Boolean(a.compareDocumentPosition(b) & a.DOCUMENT_POSITION_FOLLOWING);
}
