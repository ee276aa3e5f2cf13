// A Python session as the page sees it: cells run in order, any cell can be stopped, and what
// earlier cells made survives the stop. Owns the worker and the copy of its memory.
// Knows no widgets: it tells its state to whoever listens.

import type { ArrayInfo, KernelImage, MemoryMap, Outcome, Stream } from "../protocol.ts";
import { CallFailed, Ended, Link, type WorkerLike } from "./link.ts";
import type { ModuleLoader } from "./loader.ts";
import { Queue, Revoked, type Job } from "./queue.ts";

export type SessionState =
  | { kind: "asleep" }
  | { kind: "loading"; received: number; total: number | null }
  | { kind: "starting" }
  | { kind: "idle" }
  | { kind: "running" }
  | { kind: "stopping" }
  | { kind: "failed"; message: string };

/** How a run ended. `kept`: the variables of earlier cells are still there. */
export type RunEnd =
  | { kind: "finished"; outcome: Outcome }
  | { kind: "stopped"; kept: boolean }
  | { kind: "broken"; message: string; kept: boolean }
  | { kind: "revoked" }
  | { kind: "unavailable"; message: string };

export interface RunHooks {
  /** Earlier runs of this session that must have ended well: else this one ends as they did. */
  after?: readonly Promise<RunEnd>[];
  /** Python begins with this cell: loading and earlier cells are over. */
  onBegin?(): void;
  onOutput?(stream: Stream, text: string): void;
}

export interface Running {
  readonly end: Promise<RunEnd>;
  /** Takes the run off the queue, or stops it if it has begun. */
  stop(): void;
}

export function endedWell(end: RunEnd): boolean {
  return end.kind === "finished" && end.outcome.ok;
}

/** What is known of one run while it is under way. */
interface RunMark {
  stopped: boolean;
  begun: boolean;
  /** A stop would lose nothing that earlier cells made. */
  lossless: boolean;
  /** Ends the run for whoever waits, before it has begun. */
  giveUp(): void;
}

export interface SessionParts {
  loader: ModuleLoader;
  glueUrl: string;
  spawn(): WorkerLike;
  /** A session larger than this is not copied, and Stop then loses its variables. */
  imageLimitBytes: number;
  /** Calls back when the page has nothing better to do; returns how to cancel. */
  whenIdle(work: () => void): () => void;
}

/** A file in an archive of the reader's, which Python unpacks when a program reads it. */
export interface PackedFile {
  archive: Blob;
  name: string;
  /** In bytes. */
  length: number;
}

/** A file of the reader's, or how to have one: made once, when Python is first to see it. */
export type FileSource = Blob | (() => Blob) | PackedFile;

interface GivenFile {
  number: number;
  source: FileSource;
}

export class Session {
  readonly name: string;
  readonly #parts: SessionParts;
  readonly #queue = new Queue();
  readonly #listeners = new Set<() => void>();
  /** What Python finds at each path. */
  readonly #files = new Map<string, GivenFile>();
  /** Every file that a kernel of this session may have open, by number. */
  readonly #adopted = new Map<number, Blob>();
  #state: SessionState = { kind: "asleep" };
  #link: Link | null = null;
  #image: KernelImage | null = null;
  /** The kernel has changed since the image was made. */
  #dirty = false;
  /** Nothing has run: starting anew loses nothing. */
  #pristine = true;
  #imageProblem: string | null = null;
  #current: RunMark | null = null;
  /** Counts the sessions that began from nothing: what an older start brings in is thrown away. */
  #generation = 0;
  #runs = 0;
  #lastFile = 0;
  #cancelIdle: (() => void) | null = null;

  constructor(name: string, parts: SessionParts) {
    this.name = name;
    this.#parts = parts;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Changes whenever the variables are lost: by a restart, or by a stop that could not keep them. */
  get generation(): number {
    return this.#generation;
  }

  /** How many runs have ended. With the generation, it tells whether the variables may have changed. */
  get runs(): number {
    return this.#runs;
  }

  /** Why Stop would lose the variables, or null where it would not. */
  get imageProblem(): string | null {
    return this.#imageProblem;
  }

  /** Calls back at each change of state and after each run; returns how to stop listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads and starts Python, so that the first run finds it ready. Failure shows in the state. */
  warm(): void {
    if (this.#state.kind !== "asleep" || !this.#queue.idle) return;
    const started = this.#queue.push(() => this.#ready());
    started.done.then((link) => this.#warmUpWhenIdle(link), () => undefined);
  }

  run(code: string, cell: string, hooks: RunHooks = {}): Running {
    const mark: RunMark = { stopped: false, begun: false, lossless: true, giveUp: () => undefined };
    const givenUp = new Promise<RunEnd>((resolve) => {
      mark.giveUp = () => resolve({ kind: "revoked" });
    });
    const job = this.#queue.push(() => this.#run(code, cell, hooks, mark));
    return {
      end: Promise.race([endOf(job), givenUp]),
      stop: () => {
        if (!job.revoke()) this.#stop(mark);
      },
    };
  }

  /** Puts a file into the session's tree, now or when Python starts. */
  async mount(path: string, source: FileSource): Promise<void> {
    this.#lastFile += 1;
    const file = { number: this.#lastFile, source };
    this.#files.set(path, file);
    if (this.#state.kind === "asleep" || this.#state.kind === "failed") return;
    const job = this.#queue.push(async () => {
      const link = await this.#ready();
      await this.#surviving(this.#mountInto(link, path, file));
      this.#dirty = !this.#pristine;
    });
    await job.done.catch((problem: unknown) => {
      if (!(problem instanceof Revoked || problem instanceof Ended)) throw problem;
    });
  }

  arrays(): Promise<ArrayInfo[]> {
    return this.#ask((link) => link.call("arrays", null), []);
  }

  memoryMap(name: string): Promise<MemoryMap | null> {
    return this.#ask((link) => link.call("memory_map", { name }), null);
  }

  names(): Promise<string[]> {
    return this.#ask((link) => link.call("names", null), []);
  }

  /** Forgets all variables; files stay. Waiting cells are taken off the queue. */
  restart(): void {
    this.#queue.clear();
    this.#generation += 1;
    const current = this.#current;
    if (current) {
      current.stopped = true;
      if (!current.begun) current.giveUp();
    }
    this.#forget();
    this.#set({ kind: "asleep" });
  }

  /** Questions about a session that has run nothing have the empty answer, and start nothing. */
  async #ask<T>(question: (link: Link) => Promise<T>, empty: T): Promise<T> {
    if (this.#pristine) return empty;
    const job = this.#queue.push(async () => (this.#link && !this.#pristine ? this.#surviving(question(this.#link)) : empty));
    return job.done.catch((problem: unknown) => {
      if (problem instanceof Revoked || problem instanceof Ended) return empty;
      throw problem;
    });
  }

  async #run(code: string, cell: string, hooks: RunHooks, mark: RunMark): Promise<RunEnd> {
    this.#cancelIdle?.();
    this.#current = mark;
    try {
      for (const end of await Promise.all(hooks.after ?? [])) if (!endedWell(end)) return end;
      const link = await this.#ready();
      if (mark.stopped) return { kind: "revoked" };
      await this.#capture(link);
      if (mark.stopped) return { kind: "revoked" };
      mark.lossless = this.#pristine || this.#image !== null;
      mark.begun = true;
      this.#set({ kind: "running" });
      hooks.onBegin?.();
      this.#pristine = false;
      this.#dirty = true;
      const outcome = await link.call("run", { code, cell }, hooks.onOutput ? { onOutput: hooks.onOutput } : {});
      this.#runs += 1;
      this.#set({ kind: "idle" });
      this.#captureWhenIdle();
      return { kind: "finished", outcome };
    } catch (problem) {
      return await this.#afterTrouble(problem, mark);
    } finally {
      this.#current = null;
    }
  }

  /** A stop, a trap or a failed start: says what became of the session. */
  async #afterTrouble(problem: unknown, mark: RunMark): Promise<RunEnd> {
    const message = sentence(problem);
    if (!this.#link) {
      // Restarted meanwhile, or never started.
      return mark.stopped ? { kind: "stopped", kept: false } : { kind: "unavailable", message };
    }
    if (!mark.stopped && !(problem instanceof CallFailed && problem.broken)) {
      this.#set({ kind: "idle" });
      return { kind: "broken", message, kept: true };
    }
    this.#set({ kind: "stopping" });
    await this.#revive();
    return mark.stopped ? { kind: "stopped", kept: mark.lossless } : { kind: "broken", message, kept: mark.lossless };
  }

  #stop(mark: RunMark): void {
    if (this.#current !== mark || mark.stopped) return;
    mark.stopped = true;
    if (!mark.begun) {
      mark.giveUp();
      return;
    }
    this.#set({ kind: "stopping" });
    this.#link?.end();
  }

  /** Ends the worker and starts another from the image, if there is one. */
  async #revive(): Promise<void> {
    const image = this.#image;
    if (!image) this.#generation += 1;
    this.#link?.end();
    this.#link = null;
    try {
      await this.#boot(image);
      this.#pristine = image === null;
      this.#dirty = false;
      this.#imageProblem = null;
    } catch (problem) {
      this.#startFailed(problem);
    }
  }

  /** A call outside a run that breaks the kernel must not break the next run as well. */
  async #surviving<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (problem) {
      if (problem instanceof CallFailed && problem.broken) await this.#revive();
      throw problem;
    }
  }

  #forget(): void {
    this.#cancelIdle?.();
    this.#link?.end();
    this.#link = null;
    this.#image = null;
    this.#imageProblem = null;
    this.#dirty = false;
    this.#pristine = true;
  }

  async #ready(): Promise<Link> {
    if (this.#link) return this.#link;
    try {
      return await this.#boot(null);
    } catch (problem) {
      this.#startFailed(problem);
      throw problem;
    }
  }

  #startFailed(problem: unknown): void {
    if (problem instanceof Ended) {
      if (!this.#link) this.#set({ kind: "asleep" });
      return;
    }
    this.#generation += 1;
    this.#forget();
    this.#set({ kind: "failed", message: sentence(problem) });
  }

  async #boot(image: KernelImage | null): Promise<Link> {
    const generation = this.#generation;
    if (!image) this.#set({ kind: "loading", received: 0, total: null });
    const unlisten = this.#parts.loader.onProgress((progress) => this.#set({ kind: "loading", ...progress }));
    const module = await this.#parts.loader.load().finally(unlisten);
    if (!image) this.#set({ kind: "starting" });
    const link = new Link(this.#parts.spawn());
    try {
      const transfer = image ? [image.memory] : [];
      this.#image = null;
      const started = await link.call("boot", { glue_url: this.#parts.glueUrl, module, image }, { transfer });
      this.#image = started.image;
      // A session brought back has its files by number; the worker is new to them.
      if (image && this.#adopted.size > 0) await link.call("adopt", { files: [...this.#adopted] });
      if (!image) this.#adopted.clear();
      if (!image) for (const [path, file] of this.#files) await this.#mountInto(link, path, file);
      if (generation !== this.#generation) throw new Ended();
    } catch (problem) {
      link.end();
      throw problem;
    }
    this.#link = link;
    this.#set({ kind: "idle" });
    return link;
  }

  /** The bytes stay where they are: Python reads them from the file when a program does. */
  async #mountInto(link: Link, path: string, { number, source }: GivenFile): Promise<void> {
    try {
      const packed = "archive" in source ? { name: source.name, length: source.length } : null;
      const blob = "archive" in source ? source.archive : typeof source === "function" ? source() : source;
      this.#adopted.set(number, blob);
      await link.call("mount", { path, number, blob, packed });
    } catch (problem) {
      if (problem instanceof Ended) throw problem;
      this.#files.delete(path);
      const broken = problem instanceof CallFailed && problem.broken;
      throw new CallFailed(`${path} could not be put where Python finds it: ${sentence(problem)}`, broken);
    }
  }

  /** Only while nobody waits: a reader who has pressed Run is not made to. */
  #warmUpWhenIdle(link: Link): void {
    this.#whenIdle(() => this.#surviving(link.call("warm_up", null)));
  }

  #captureWhenIdle(): void {
    this.#whenIdle(async () => {
      if (this.#link) await this.#capture(this.#link);
    });
  }

  /** Queues the work once the page is idle, unless something else was queued first. */
  #whenIdle(work: () => Promise<unknown>): void {
    this.#cancelIdle?.();
    this.#cancelIdle = this.#parts.whenIdle(() => {
      if (this.#link && this.#queue.idle) this.#queue.push(work).done.catch(() => undefined);
    });
  }

  /** Brings the image up to date. The kernel must be at rest: call it from queued work only. */
  async #capture(link: Link): Promise<void> {
    if (!this.#dirty) return;
    const reuse = this.#image?.memory ?? null;
    this.#image = null;
    const captured = await link.call(
      "capture",
      { reuse, limit_bytes: this.#parts.imageLimitBytes },
      { transfer: reuse ? [reuse] : [] },
    );
    this.#image = captured.ok ? captured.image : null;
    this.#imageProblem = captured.ok ? null : captured.reason;
    this.#dirty = false;
    this.#tell();
  }

  #set(state: SessionState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

async function endOf(job: Job<RunEnd>): Promise<RunEnd> {
  try {
    return await job.done;
  } catch (problem) {
    if (problem instanceof Revoked) return { kind: "revoked" };
    throw problem;
  }
}

function sentence(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
