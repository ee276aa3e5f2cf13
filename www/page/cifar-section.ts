// A part of the CIFAR panel: a heading, a sentence, its drawings, and a button that saves them as a picture.

import { button } from "./fields.ts";
import { download, pictureOf } from "./save.ts";

export interface Section {
  readonly dom: HTMLElement;
  readonly bar: HTMLElement;
  readonly note: HTMLElement;
  readonly drawing: HTMLElement;
}

export function section(document: Document, title: string, text: string, fileName: string): Section {
  const dom = document.createElement("section");
  const heading = document.createElement("p");
  heading.className = "cifar-heading";
  heading.setAttribute("role", "heading");
  heading.setAttribute("aria-level", "3");
  heading.textContent = title;
  dom.setAttribute("aria-label", title);
  const sentence = document.createElement("p");
  sentence.className = "cifar-content";
  sentence.textContent = text;
  const note = document.createElement("p");
  note.className = "cifar-content";
  const drawing = document.createElement("div");
  drawing.className = "cifar-drawing";
  const bar = document.createElement("div");
  bar.className = "cifar-pager";
  bar.append(saveButton(document, drawing, title, fileName, (sentence) => void (note.textContent = sentence)));
  dom.append(heading, sentence, note, drawing, bar);
  return { dom, bar, note, drawing };
}

/** Hands over what `drawing` shows as a PNG; `say` hears why there is none. */
export function saveButton(document: Document, drawing: Element, title: string, fileName: string, say: (sentence: string) => void): HTMLButtonElement {
  const save = button(document, "Save as PNG", () => {
    void pictureOf(drawing).then(
      (blob) => download(document, blob, `${fileName}.png`),
      (problem: unknown) => say(`The picture could not be made (${problem instanceof Error ? problem.message : String(problem)}).`),
    );
  });
  save.title = `${title}, as a picture`;
  return save;
}
