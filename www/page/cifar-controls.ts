// The furniture of the CIFAR panel: pagers, fields, places for drawings, below the part for files.
// Knows what it is called and how it is laid out; knows no data set.

import { filesPart, type FilesHooks, type FilesPart } from "./cifar-files.ts";

/** What the fields say of the batch to draw. */
export interface BatchChoice {
  seed: number;
  epoch: number;
  batch_index: number;
  batch_size: number;
  shuffle: boolean;
  flip_probability: number;
}

export interface CifarControls {
  readonly dom: HTMLElement;
  readonly sheet: HTMLElement;
  readonly batch: HTMLElement;
  readonly classes: HTMLElement;
  readonly stages: HTMLElement;
  readonly files: FilesPart;
  say(sentences: readonly string[]): void;
  describe(content: string, statistics: string): void;
  batchNote(sentence: string): void;
  /** Which image of the batch to follow, as its place in the batch. */
  followed(): number;
  setFollowed(names: readonly string[]): void;
  sheetPage(): number;
  setSheetPages(count: number): void;
  batchChoice(): BatchChoice;
  setBatches(count: number): void;
  /** Back to the first page and the first batch. */
  restart(): void;
}

export interface CifarHooks extends FilesHooks {
  onSheet(): void;
  onBatch(): void;
}

let panels = 0;

export function cifarControls(document: Document, hooks: CifarHooks): CifarControls {
  panels += 1;
  const dom = element("div", "cifar");

  const files = filesPart(document, `cifar-${panels}`, hooks);
  const content = element("p", "cifar-content");
  const classes = element("div", "cifar-drawing");
  const statistics = element("p", "cifar-content");

  const sheet = element("div", "cifar-drawing");
  const sheetPager = pager("page", hooks.onSheet);
  const batch = element("div", "cifar-drawing");
  const batchPager = pager("batch", hooks.onBatch);
  const note = element("p", "cifar-content");

  const stages = element("div", "cifar-drawing");
  const follow = document.createElement("select");
  follow.addEventListener("change", hooks.onBatch);
  const followField = element("div", "cifar-field");
  const followLabel = document.createElement("label");
  followLabel.textContent = "Follow";
  follow.id = followLabel.htmlFor = `cifar-${panels}-follow`;
  followField.append(followLabel, follow);

  const seed = number("0", "0", "4294967295", "1");
  const size = number("32", "1", "10000", "1");
  const flip = number("0.5", "0", "1", "0.05");
  const epoch = number("0", "0", "1000000", "1");
  const shuffle = document.createElement("input");
  shuffle.type = "checkbox";
  shuffle.checked = true;
  const fields = element("div", "cifar-fields");
  fields.append(field("Seed", seed), field("Batch size", size), field("Flip probability", flip), field("Epoch", epoch), field("Shuffle", shuffle));
  for (const input of [seed, size, flip, epoch, shuffle]) {
    input.addEventListener("input", () => {
      batchPager.reset();
      if (input.checkValidity()) hooks.onBatch();
      else files.say([`${input.labels?.[0]?.textContent ?? "This field"}: ${input.validationMessage}`]);
    });
  }

  dom.append(
    heading("The data"), ...files.dom, content, classes, statistics,
    heading("Contact sheet"), sheetPager.dom, sheet,
    heading("Shuffled, batched, cropped, flipped"), fields, batchPager.dom, note, batch,
    heading("One image, step by step"), followField, stages,
  );

  function element(name: string, className: string, text = ""): HTMLElement {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function heading(text: string): HTMLElement {
    return element("p", "cifar-heading", text);
  }

  function number(value: string, min: string, max: string, step: string): HTMLInputElement {
    const made = document.createElement("input");
    Object.assign(made, { type: "number", value, min, max, step, required: true });
    return made;
  }

  function field(text: string, input: HTMLInputElement): HTMLElement {
    const label = document.createElement("label");
    input.id = `cifar-${panels}-${text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
    label.htmlFor = input.id;
    label.textContent = text;
    const made = element("div", "cifar-field");
    made.append(label, input);
    return made;
  }

  function pager(what: string, onChange: () => void) {
    let at = 0;
    let count = 1;
    const row = element("div", "cifar-pager");
    const place = element("span", "");
    row.append(step("Previous", -1), place, step("Next", 1));

    function step(text: string, by: number): HTMLElement {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ai-repl-action";
      button.textContent = `${text} ${what}`;
      button.addEventListener("click", () => {
        at = (at + by + count) % count;
        onChange();
      });
      return button;
    }

    return {
      dom: row,
      at: () => at,
      reset: () => void (at = 0),
      setCount(pages: number) {
        count = pages;
        place.textContent = `${at + 1} of ${count}`;
      },
    };
  }

  return {
    dom,
    sheet,
    batch,
    classes,
    stages,
    followed: () => Math.max(0, follow.selectedIndex),
    setFollowed(names) {
      const chosen = Math.min(Math.max(0, follow.selectedIndex), names.length - 1);
      follow.replaceChildren(
        ...names.map((name) => {
          const option = document.createElement("option");
          option.textContent = name;
          return option;
        }),
      );
      follow.selectedIndex = chosen;
    },
    files,
    say: files.say,
    describe(contentSentence, statisticsSentence) {
      content.textContent = contentSentence;
      statistics.textContent = statisticsSentence;
    },
    batchNote: (sentence) => void (note.textContent = sentence),
    sheetPage: () => sheetPager.at(),
    setSheetPages: (count) => sheetPager.setCount(count),
    batchChoice: () => ({
      seed: seed.valueAsNumber,
      epoch: epoch.valueAsNumber,
      batch_index: batchPager.at(),
      batch_size: size.valueAsNumber,
      shuffle: shuffle.checked,
      flip_probability: flip.valueAsNumber,
    }),
    setBatches: (count) => batchPager.setCount(count),
    restart() {
      sheetPager.reset();
      batchPager.reset();
    },
  };
}
