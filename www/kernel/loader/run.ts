// Runs a loader: starts the workers, hands the batches out, and ends them. Knows messages; what is measured and
// drawn is the page's.

import type { Assets } from "../assets.ts";
import { startWorker } from "../assets.ts";
import type { FromLoader, LoaderBatch, LoaderLog, LoaderPlan, ToLoader } from "./messages.ts";

export interface LoaderRun {
  readonly done: Promise<LoaderLog>;
  /** Ends every worker; `done` is rejected. */
  stop(): void;
}

export class LoaderStopped extends Error {
  constructor() {
    super("the run was stopped");
    this.name = "LoaderStopped";
  }
}

export function runLoader(
  assets: Assets,
  origin: string,
  plan: LoaderPlan,
  batches: readonly LoaderBatch[],
  onProgress: (trained: number) => void,
): LoaderRun {
  const trainer = start();
  const workers = Array.from({ length: plan.workers }, start);
  let reject: (reason: Error) => void = () => {};

  const done = new Promise<LoaderLog>((resolve, fail) => {
    reject = fail;
    const all = [trainer, ...workers];
    let loaded = 0;
    for (const worker of all) {
      worker.onerror = (event) => fail(new Error(event.message || "the loader's script could not be loaded"));
      worker.onmessage = ({ data }: MessageEvent<FromLoader>) => {
        if (data.type === "failed") fail(new Error(data.message));
        else if (data.type === "progress") onProgress(data.trained);
        else if (data.type === "trained") resolve(data.log);
        else if ((loaded += 1) === all.length) begin();
      };
      send(worker, { type: "load", glue_url: assets.coreGlue.href, wasm_url: assets.coreWasm.href }, []);
    }
  }).finally(() => {
    for (const worker of [trainer, ...workers]) worker.terminate();
  });

  function start(): Worker {
    return startWorker(assets.loaderWorker, origin);
  }

  function send(worker: Worker, message: ToLoader, transfer: Transferable[]): void {
    worker.postMessage(message, transfer);
  }

  /** Batch `at` is worker `at % workers`'s, in turn, as DataLoader deals them. */
  function begin(): void {
    const ports: MessagePort[] = [];
    workers.forEach((worker, who) => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1);
      const dealt = batches.map((batch, at): [number, LoaderBatch] => [at, batch]).filter(([at]) => at % plan.workers === who);
      send(worker, { type: "make", who, plan, batches: dealt, port: port2 }, [port2, ...dealt.map(([, batch]) => batch.records.buffer)]);
    });
    const own = plan.workers === 0 ? [...batches] : [];
    const images = batches.reduce((sum, { indices }) => sum + indices.length, 0);
    send(trainer, { type: "train", plan, count: batches.length, images, own, ports }, [...ports, ...own.map((batch) => batch.records.buffer)]);
  }

  return { done, stop: () => reject(new LoaderStopped()) };
}
