// Work done strictly one after another, each piece revocable until it begins.
// Knows nothing of what the work is.

/** A piece of work was taken off the queue before it began. */
export class Revoked extends Error {
  constructor() {
    super("taken off the queue before it began");
    this.name = "Revoked";
  }
}

export interface Job<T> {
  readonly done: Promise<T>;
  /** True if it had not begun; then `done` rejects with Revoked. */
  revoke(): boolean;
}

interface Entry {
  begin(): Promise<void>;
  revoke(): void;
}

export class Queue {
  #entries: Entry[] = [];
  #busy = false;

  /** Nothing runs and nothing waits. */
  get idle(): boolean {
    return !this.#busy && this.#entries.length === 0;
  }

  push<T>(work: () => Promise<T>): Job<T> {
    const { promise, resolve, reject } = deferred<T>();
    const entry: Entry = {
      begin: () => work().then(resolve, reject),
      revoke: () => reject(new Revoked()),
    };
    this.#entries.push(entry);
    void this.#drain();
    return {
      done: promise,
      revoke: () => {
        const place = this.#entries.indexOf(entry);
        if (place < 0) return false;
        this.#entries.splice(place, 1);
        entry.revoke();
        return true;
      },
    };
  }

  /** Revokes all that has not begun. */
  clear(): void {
    const revoked = this.#entries;
    this.#entries = [];
    for (const entry of revoked) entry.revoke();
  }

  async #drain(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let entry = this.#entries.shift(); entry; entry = this.#entries.shift()) await entry.begin();
    this.#busy = false;
  }
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: Error) => void } {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
