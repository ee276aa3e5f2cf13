// The output of one cell: what it writes as it writes it, then its value or its traceback.
// Knows streams and text; knows no session.

import type { PythonError, Stream } from "../protocol.ts";
import { tracebackNode, type Locate } from "./traceback.ts";

export interface OutputPanel {
  readonly dom: HTMLElement;
  clear(): void;
  /** Output that the page's author wrote down, shown until the first run. */
  showStatic(text: string): void;
  write(stream: Stream, text: string): void;
  value(text: string): void;
  error(error: PythonError, locate: Locate): void;
  /** A sentence of the page's own, with something to do about it if there is. */
  note(text: string, action?: { label: string; run: () => void }): void;
  stdout(): string;
  stderr(): string;
}

export function createOutput(document: Document, label: string): OutputPanel {
  const log = element("div", "ai-repl-log");
  log.setAttribute("role", "log");
  log.setAttribute("aria-label", label);

  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "ai-repl-copy";
  copy.textContent = "Copy";
  copy.setAttribute("aria-label", "Copy output");
  copy.addEventListener("click", () => void copyText());

  const dom = element("div", "ai-repl-output");
  dom.append(log, copy);
  setEmpty();

  let written: Record<Stream, string> = { 1: "", 2: "" };
  let open: { stream: Stream; node: HTMLElement } | null = null;

  function element(name: string, className: string): HTMLElement {
    const made = document.createElement(name);
    made.className = className;
    return made;
  }

  function setEmpty(): void {
    dom.classList.toggle("is-empty", log.childNodes.length === 0);
    // Only a region that may scroll is worth a stop of the Tab key.
    if (log.childNodes.length === 0) log.removeAttribute("tabindex");
    else log.tabIndex = 0;
  }

  function add(node: HTMLElement): void {
    // Follow the end only while the reader is at the end.
    const atEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 8;
    log.append(node);
    setEmpty();
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  function addText(className: string, text: string): void {
    open = null;
    const node = element("span", className);
    node.textContent = text;
    add(node);
  }

  /** A value or a traceback begins on a line of its own. */
  function breakLine(): void {
    const text = log.textContent;
    if (text && !text.endsWith("\n")) addText("ai-repl-break", "\n");
  }

  async function copyText(): Promise<void> {
    const done = await document.defaultView?.navigator.clipboard
      .writeText(log.textContent)
      .then(() => "Copied", () => "Not allowed");
    copy.textContent = done ?? "Not allowed";
    document.defaultView?.setTimeout(() => (copy.textContent = "Copy"), 1500);
  }

  return {
    dom,
    clear() {
      log.replaceChildren();
      written = { 1: "", 2: "" };
      open = null;
      setEmpty();
    },
    showStatic: (text) => addText("ai-repl-static", text),
    write(stream, text) {
      written[stream] += text;
      if (open?.stream !== stream) {
        const node = element("span", stream === 1 ? "ai-repl-stdout" : "ai-repl-stderr");
        add(node);
        open = { stream, node };
      }
      const atEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 8;
      open.node.append(text);
      if (atEnd) log.scrollTop = log.scrollHeight;
    },
    value(text) {
      breakLine();
      addText("ai-repl-value", `${text}\n`);
    },
    error(error, locate) {
      breakLine();
      open = null;
      add(tracebackNode(document, error.traceback, locate));
    },
    note(text, action) {
      breakLine();
      open = null;
      const node = element("span", "ai-repl-note");
      node.textContent = text;
      if (action) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "ai-repl-action";
        button.textContent = action.label;
        button.addEventListener("click", action.run);
        node.append(" ", button);
      }
      add(node);
    },
    stdout: () => written[1],
    stderr: () => written[2],
  };
}
