// One worker: calls go in, answers and output come out, and it can be ended at any time.
// Knows messages; knows nothing of sessions, images or what a call means.

import type { Calls, CallName, Reply, Request, Stream } from "../protocol.ts";

/** The part of Worker that is used, so that a test can hand in its own. */
export interface WorkerLike {
  postMessage(request: Request, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** A call failed. `broken` says that the worker cannot be used any more. */
export class CallFailed extends Error {
  readonly broken: boolean;
  constructor(message: string, broken: boolean) {
    super(message);
    this.name = "CallFailed";
    this.broken = broken;
  }
}

/** The worker was ended while a call was under way. */
export class Ended extends Error {
  constructor() {
    super("the worker was ended");
    this.name = "Ended";
  }
}

interface Waiting {
  resolve(result: Calls[CallName]["result"]): void;
  reject(reason: Error): void;
  onOutput: ((stream: Stream, text: string) => void) | null;
}

export class Link {
  readonly #worker: WorkerLike;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended = false;

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#failAll(new CallFailed(event.message || "the worker's script could not be loaded", true));
    };
  }

  call<Name extends CallName>(
    type: Name,
    args: Calls[Name]["args"],
    options: { transfer?: Transferable[]; onOutput?: (stream: Stream, text: string) => void } = {},
  ): Promise<Calls[Name]["result"]> {
    if (this.#ended) return Promise.reject(new Ended());
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: resolve as Waiting["resolve"],
        reject,
        onOutput: options.onOutput ?? null,
      });
      this.#worker.postMessage({ type, id, args } as Request, options.transfer ?? []);
    });
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#worker.terminate();
    this.#failAll(new Ended());
  }

  #receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if (reply.type === "output") {
      waiting.onOutput?.(reply.stream, reply.text);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.type === "done") waiting.resolve(reply.result);
    else waiting.reject(new CallFailed(reply.message, reply.broken));
  }

  #failAll(reason: Error): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of all) waiting.reject(reason);
  }
}
