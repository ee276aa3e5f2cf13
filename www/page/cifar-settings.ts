// The fields that say how a batch is made, and what they come to as the module's options.
// Knows names and defaults; draws nothing.

import type { BatchOptions, Padding, Statistics } from "../protocol.ts";
import { choiceField, numberField, pager, switchField, type Field, type Pager } from "./fields.ts";

/** Pairs drawn of a batch: enough to compare, few enough for a phone. */
const SHOWN_SAMPLES = 12;

export interface Settings {
  /** Fields of the batch, of normalising, of augmenting: each for its section. */
  readonly batch: HTMLElement;
  readonly statistics: HTMLElement;
  readonly augment: HTMLElement;
  readonly pager: Pager;
  options(): BatchOptions;
  /** A sentence when a field holds no value; else empty. */
  problem(): string;
}

export function createSettings(document: Document, onChange: () => void): Settings {
  const changed = (): void => {
    turn.reset();
    onChange();
  };
  const turn = pager(document, "batch", onChange);
  const seed = numberField(document, "Seed", 0, [0, 4294967295, 1], changed);
  const epoch = numberField(document, "Epoch", 0, [0, 1_000_000, 1], changed);
  const size = numberField(document, "Batch size", 32, [1, 10_000, 1], changed);
  const shuffle = switchField(document, "Shuffle", true, changed);
  const dropLast = switchField(document, "Drop the last incomplete batch", false, changed);
  const statistics = choiceField<Statistics>(document, "Mean and std", [
    ["loaded", "of the loaded images, exact"],
    ["training", "of CIFAR-10's training set"],
    ["copied", "the widely copied std (0.2023, 0.1994, 0.2010)"],
    ["half", "0.5 and 0.5"],
  ], onChange);
  const padding = choiceField<Padding>(document, "Padding", [
    ["reflect", "reflection, as in the lesson"],
    ["zeros", "zeros before normalising: black"],
    ["zeros-after", "zeros after normalising: the mean colour"],
  ], onChange);
  const pad = numberField(document, "Pixels of padding", 4, [0, 31, 1], onChange);
  const offsets = choiceField<"exclusive" | "inclusive">(document, "Offsets", [
    ["exclusive", "randint(0, 2 * pad), as in the lesson"],
    ["inclusive", "randint(0, 2 * pad + 1): all of them"],
  ], onChange);
  const flip = numberField(document, "Flip probability", 0.5, [0, 1, 0.05], onChange);
  const shared = switchField(document, "The mistake: all processes start alike", false, onChange);
  const workers = numberField(document, "Processes", 4, [1, 64, 1], onChange);
  const all: readonly Field<never>[] = [seed, epoch, size, pad, flip, workers] as unknown as readonly Field<never>[];

  return {
    batch: row([seed, size, epoch, shuffle, dropLast]),
    statistics: row([statistics]),
    augment: row([padding, pad, offsets, flip, shared, workers]),
    pager: turn,
    problem: () => all.map((field) => field.problem()).find((sentence) => sentence !== "") ?? "",
    options: () => ({
      seed: seed.value(),
      epoch: epoch.value(),
      batch_index: turn.at(),
      batch_size: size.value(),
      shuffle: shuffle.value(),
      drop_last: dropLast.value(),
      augment: true,
      pad: pad.value(),
      padding: padding.value(),
      inclusive_offsets: offsets.value() === "inclusive",
      flip_probability: flip.value(),
      statistics: statistics.value(),
      shared_seed_workers: shared.value() ? workers.value() : 0,
      limit: SHOWN_SAMPLES,
    }),
  };

  function row(fields: readonly { dom: HTMLElement }[]): HTMLElement {
    const dom = document.createElement("div");
    dom.className = "cifar-fields";
    dom.append(...fields.map((field) => field.dom));
    return dom;
  }
}
