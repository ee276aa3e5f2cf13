// The furniture of the CIFAR panel's first part: files, what is loaded, the contact sheet.
// Knows what it is called and how it is laid out; knows no data set.

import { filesPart, type FilesHooks, type FilesPart } from "./cifar-files.ts";
import { saveButton } from "./cifar-section.ts";
import { pager } from "./fields.ts";

export interface CifarControls {
  readonly dom: HTMLElement;
  readonly sheet: HTMLElement;
  readonly classes: HTMLElement;
  readonly files: FilesPart;
  say(sentences: readonly string[]): void;
  describe(content: string): void;
  sheetPage(): number;
  setSheetPages(count: number): void;
  /** Back to the first page. */
  restart(): void;
}

export interface CifarHooks extends FilesHooks {
  onSheet(): void;
}

let panels = 0;

export function cifarControls(document: Document, hooks: CifarHooks): CifarControls {
  panels += 1;
  const dom = element("div", "cifar");
  const files = filesPart(document, `cifar-${panels}`, hooks);
  const content = element("p", "cifar-content");
  const classes = element("div", "cifar-drawing");
  const sheet = element("div", "cifar-drawing");
  const sheetPager = pager(document, "page", hooks.onSheet);
  const sheetBar = element("div", "cifar-pager");
  sheetBar.append(saveButton(document, sheet, "Contact sheet", "contact-sheet", (sentence) => files.say([sentence])));

  dom.append(
    element("p", "cifar-heading", "The data"), ...files.dom, content, classes,
    element("p", "cifar-heading", "Contact sheet"), sheetPager.dom, sheet, sheetBar,
  );

  function element(name: string, className: string, text = ""): HTMLElement {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  return {
    dom,
    sheet,
    classes,
    files,
    say: files.say,
    describe: (sentence) => void (content.textContent = sentence),
    sheetPage: () => sheetPager.at(),
    setSheetPages: (count) => sheetPager.setCount(count),
    restart: () => sheetPager.reset(),
  };
}
