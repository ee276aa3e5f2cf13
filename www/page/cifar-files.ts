// The part of the CIFAR panel where files come in: pickers, the promise, progress with its Cancel, what
// became of them, the doctor's place. Knows no data set.

import type { Progress } from "./intake.ts";

export interface FilesPart {
  readonly dom: readonly HTMLElement[];
  /** Where the doctor's drawing goes. */
  readonly doctor: HTMLElement;
  say(sentences: readonly string[]): void;
  /** Null: nothing is coming in. */
  progress(progress: Progress | null): void;
  /** Which family to show; asked only where there are two. */
  setFamilies(families: readonly string[], shown: string): void;
}

export interface FilesHooks {
  onFiles(files: File[]): void;
  onCancel(): void;
  onFamily(family: string): void;
}

const PROMISE =
  "Pick or drop, anywhere on this page: data_batch_1.bin and its sisters, their folder, the Python version, CIFAR-100, or the .tar.gz of any of them. They are read here and nowhere else: nothing leaves your browser.";

export function filesPart(document: Document, id: string, hooks: FilesHooks): FilesPart {
  const files = picker("Your CIFAR-10 files", `${id}-files`);
  const folder = picker("Or a folder", `${id}-folder`);
  folder.input.webkitdirectory = true;
  const pickers = element("div", "cifar-fields");
  pickers.append(files.dom, folder.dom);
  const promise = element("p", "cifar-promise", PROMISE);

  const bar = document.createElement("progress");
  bar.id = `${id}-progress`;
  const barLabel = document.createElement("label");
  barLabel.htmlFor = bar.id;
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "ai-repl-action";
  cancel.textContent = "Cancel";
  cancel.addEventListener("click", hooks.onCancel);
  const progress = element("div", "cifar-progress");
  progress.hidden = true;
  progress.append(barLabel, bar, cancel);

  const status = element("div", "cifar-status");
  status.setAttribute("role", "status");

  const families = document.createElement("select");
  families.id = `${id}-family`;
  families.addEventListener("change", () => hooks.onFamily(families.value));
  const familyLabel = document.createElement("label");
  familyLabel.htmlFor = families.id;
  familyLabel.textContent = "Show";
  const family = element("div", "cifar-field");
  family.hidden = true;
  family.append(familyLabel, families);

  const doctor = element("div", "cifar-drawing");

  function element(name: string, className: string, text = ""): HTMLElement {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function picker(text: string, inputId: string): { dom: HTMLElement; input: HTMLInputElement } {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.id = inputId;
    input.addEventListener("change", () => {
      const picked = [...(input.files ?? [])];
      input.value = "";
      if (picked.length > 0) hooks.onFiles(picked);
    });
    const label = document.createElement("label");
    label.htmlFor = inputId;
    label.textContent = text;
    const dom = element("div", "cifar-field cifar-pick");
    dom.append(label, input);
    return { dom, input };
  }

  return {
    dom: [pickers, promise, progress, status, family, doctor],
    doctor,
    say(sentences) {
      status.replaceChildren(...sentences.map((sentence) => element("p", "", sentence)));
    },
    progress(now) {
      // Who pressed Cancel by key is left where the next file is picked, not nowhere.
      if (now === null && document.activeElement === cancel) files.input.focus();
      progress.hidden = now === null;
      if (!now) return;
      bar.max = now.total;
      bar.value = now.read;
      barLabel.textContent = `${now.name}: ${megabytes(now.read)} of ${megabytes(now.total)} MB`;
    },
    setFamilies(all, shown) {
      family.hidden = all.length < 2;
      families.replaceChildren(...all.map((name) => new Option(name, name, false, name === shown)));
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
