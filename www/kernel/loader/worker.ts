// One worker of a loader's run: either makes batches that it is asked for, or is the trainer that takes them.
// Each has the small module for itself; batches cross as transferred memory, which goes back to be filled again.

import type { Core, CoreBatchWorker } from "../core.ts";
import type { FromLoader, LoaderBatch, LoaderPlan, Made, Span, SpanKind, ToLoader, Wanted } from "./messages.ts";

interface Scope {
  postMessage(message: FromLoader): void;
  onmessage: ((event: MessageEvent<ToLoader>) => void) | null;
}

interface CoreGlue extends Core {
  default(options: { module_or_path: string }): Promise<unknown>;
}

const PIXELS = 3072;
const scope = globalThis as unknown as Scope;
let core: CoreGlue | null = null;

scope.onmessage = async ({ data }) => {
  try {
    if (data.type === "load") {
      core = (await import(data.glue_url)) as CoreGlue;
      await core.default({ module_or_path: data.wasm_url });
      scope.postMessage({ type: "loaded" });
    } else if (data.type === "make") {
      serve(data.who, data.plan, new Map(data.batches), data.port);
    } else {
      await train(data.plan, data.count, data.images, data.own, data.ports);
    }
  } catch (problem) {
    scope.postMessage({ type: "failed", message: problem instanceof Error ? problem.message : String(problem) });
  }
};

function clock(): number {
  return performance.timeOrigin + performance.now();
}

/** Keeps the processor busy, as work would. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

function maker(plan: LoaderPlan): CoreBatchWorker {
  if (!core) throw new Error("the module has not been loaded in this worker");
  return new core.BatchWorker(plan.options, new Float64Array(plan.mean), new Float64Array(plan.std), "nhwc");
}

/** One batch from records to float32, each part timed. */
function make(from: CoreBatchWorker, plan: LoaderPlan, who: number, at: number, batch: LoaderBatch, into: Float32Array<ArrayBuffer> | null) {
  const size = batch.indices.length * PIXELS;
  const spans: Span[] = [];
  let start = clock();
  const span = (kind: SpanKind): void => {
    const end = clock();
    spans.push({ who, kind, at, start, end });
    start = end;
  };
  from.decode(batch.records);
  work(plan.decode_ms);
  span("decode");
  from.augment(BigInt(batch.epoch), batch.batch, batch.indices);
  const values = into?.length === size ? into : new Float32Array(size);
  from.copy_to(values);
  span("augment");
  return { values, spans, ready: start };
}

function serve(who: number, plan: LoaderPlan, batches: ReadonlyMap<number, LoaderBatch>, port: MessagePort): void {
  const from = maker(plan);
  port.onmessage = ({ data: { at, into } }: MessageEvent<Wanted>) => {
    const batch = batches.get(at);
    if (!batch) return;
    const made: Made = { at, ...make(from, plan, who, at, batch, into) };
    port.postMessage(made, [made.values.buffer]);
  };
}

async function train(plan: LoaderPlan, count: number, images: number, own: readonly LoaderBatch[], ports: readonly MessagePort[]): Promise<void> {
  const arrived = new Map<number, Made>();
  let wake: () => void = () => {};
  for (const port of ports) {
    port.onmessage = ({ data }: MessageEvent<Made>) => {
      arrived.set(data.at, data);
      wake();
    };
  }
  const want = (at: number, into: Float32Array<ArrayBuffer> | null): void => {
    if (at < count) ports[at % ports.length]?.postMessage({ at, into } satisfies Wanted, into ? [into.buffer] : []);
  };
  const alone = ports.length === 0 ? maker(plan) : null;
  const spans: Span[] = [];
  const batches: { at: number; ready: number; taken: number }[] = [];
  let fingerprint = 0;
  let kept: Float32Array<ArrayBuffer> | null = null;

  for (let at = 0; at < plan.prefetch * ports.length; at += 1) want(at, null);
  for (let at = 0; at < count; at += 1) {
    const asked = clock();
    let made: Omit<Made, "at"> | undefined;
    const batch = own[at];
    if (alone && batch) {
      made = make(alone, plan, -1, at, batch, kept);
      kept = made.values;
    } else {
      while (!(made = arrived.get(at))) await new Promise<void>((resolve) => (wake = resolve));
      arrived.delete(at);
    }
    const taken = clock();
    if (!alone) spans.push({ who: -1, kind: "wait", at, start: asked, end: taken });
    spans.push(...made.spans);
    batches.push({ at, ready: made.ready, taken });
    work(plan.train_ms);
    spans.push({ who: -1, kind: "train", at, start: taken, end: clock() });
    fingerprint = mixed(fingerprint, made.values);
    if (!alone) want(at + plan.prefetch * ports.length, made.values);
    if (at % 16 === 15) scope.postMessage({ type: "progress", trained: at + 1 });
  }
  scope.postMessage({ type: "trained", log: { workers: plan.workers, images, spans, batches, fingerprint } });
}

/** One word of each image is enough to tell draws apart, and costs nothing that could be seen. */
function mixed(fingerprint: number, values: Float32Array<ArrayBuffer>): number {
  const words = new Uint32Array(values.buffer);
  let value = fingerprint;
  for (let at = 17; at < words.length; at += PIXELS) value = (Math.imul(value ^ (words[at] ?? 0), 0x01000193) >>> 0);
  return value;
}
