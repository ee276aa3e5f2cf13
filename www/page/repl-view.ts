// The furniture of a cell: buttons, status line, progress bar, the hint for the keyboard.
// Knows how it looks and what it is called; decides nothing.

import type { SessionState } from "../kernel/session.ts";

export interface ReplView {
  readonly run: HTMLButtonElement;
  readonly stop: HTMLButtonElement;
  readonly reset: HTMLButtonElement;
  readonly hint: HTMLElement;
  around(editor: HTMLElement, output: HTMLElement): HTMLElement[];
  /** Sets the status line, after `delayMs` unless something else is said before. */
  say(sentence: string, delayMs?: number): void;
  setBusy(busy: boolean): void;
  setEdited(edited: boolean): void;
  setProgress(state: SessionState | null): void;
}

/** A screen reader would read each step of a download; this is how often it is told. */
const STATUS_INTERVAL_MS = 400;

let views = 0;

export function replView(document: Document, name: string): ReplView {
  views += 1;
  const window = document.defaultView ?? globalThis.window;
  const apple = /Mac|iPhone|iPad/.test(window.navigator.platform);

  const run = button("Run", "ai-repl-run");
  run.title = `Run (${apple ? "⌘" : "Ctrl"}+Enter or Shift+Enter)`;
  const stop = button("Stop", "ai-repl-stop");
  const reset = button("Reset", "ai-repl-reset");
  reset.title = "Bring back the original code and clear the output";

  const status = document.createElement("span");
  status.className = "ai-repl-status";
  status.setAttribute("role", "status");

  const progress = document.createElement("progress");
  progress.className = "ai-repl-progress";
  progress.setAttribute("aria-label", "Loading Python");
  progress.hidden = true;

  const label = document.createElement("span");
  label.className = "ai-repl-name";
  label.textContent = name;
  label.setAttribute("aria-hidden", "true");

  const bar = document.createElement("div");
  bar.className = "ai-repl-bar";
  bar.append(run, stop, reset, status);

  const hint = document.createElement("p");
  hint.className = "ai-repl-hint";
  hint.id = `ai-repl-hint-${views}`;
  hint.textContent = `${apple ? "⌘" : "Ctrl"}+Enter runs. Tab indents; Esc, then Tab, leaves the editor.`;

  let timer: number | null = null;
  let saidAt = 0;

  function button(text: string, className: string): HTMLButtonElement {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `ai-repl-button ${className}`;
    made.textContent = text;
    return made;
  }

  function setStatus(sentence: string): void {
    saidAt = window.performance.now();
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  return {
    run,
    stop,
    reset,
    hint,
    around(editor, output) {
      const frame = document.createElement("div");
      frame.className = "ai-repl-editor";
      const foot = document.createElement("div");
      foot.className = "ai-repl-foot";
      foot.append(hint, label);
      frame.append(editor, foot);
      return [frame, bar, progress, output];
    },
    say(sentence, delayMs = 0) {
      if (timer !== null) window.clearTimeout(timer);
      timer = null;
      const isProgress = sentence.startsWith("Loading") && (status.textContent ?? "").startsWith("Loading");
      const wait = isProgress ? saidAt + STATUS_INTERVAL_MS - window.performance.now() : delayMs;
      if (wait <= 0) setStatus(sentence);
      else timer = window.setTimeout(() => setStatus(sentence), wait);
    },
    setBusy(busy) {
      // Not `disabled`: a button that has the focus would lose it.
      run.setAttribute("aria-disabled", String(busy));
      stop.setAttribute("aria-disabled", String(!busy));
    },
    setEdited(edited) {
      reset.classList.toggle("is-edited", edited);
    },
    setProgress(state) {
      progress.hidden = state?.kind !== "loading" && state?.kind !== "starting";
      if (state?.kind === "loading" && state.total !== null && state.received <= state.total) {
        progress.max = state.total;
        progress.value = state.received;
      } else {
        progress.removeAttribute("value");
      }
    },
  };
}
