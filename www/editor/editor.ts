// The code editor of one cell. Knows Python's looks and keys; knows no kernel and no page.

import { autocompletion, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, insertNewlineAndIndent } from "@codemirror/commands";
import { python, pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, type KeyBinding } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { errorLine, markErrorLine } from "./error-line.ts";
import { leaveWithTab } from "./leave.ts";

export interface EditorOptions {
  code: string;
  /** The accessible name. */
  label: string;
  /** Id of the element that tells how to leave the editor. */
  describedBy: string;
  document: Document;
  onRun(): void;
  onChange(): void;
  /** Names that the session knows, for completion on Ctrl+Space. */
  names(): Promise<string[]>;
}

export interface Editor {
  readonly dom: HTMLElement;
  code(): string;
  setCode(code: string): void;
  /** Marks a line (from 1) as the one that failed; null takes the mark away. */
  markError(line: number | null, message: string): void;
  /** Puts the cursor on a line (from 1), scrolls to it and takes the focus. */
  goTo(line: number): void;
  destroy(): void;
}

export function createEditor(options: EditorOptions): Editor {
  const runKeys: KeyBinding[] = ["Mod-Enter", "Shift-Enter", "Ctrl-Enter"].map((key) => ({
    key,
    run: () => {
      options.onRun();
      return true;
    },
  }));

  const view = new EditorView({
    root: options.document,
    state: EditorState.create({
      doc: options.code,
      extensions: [
        Prec.highest(keymap.of(runKeys)),
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        python(),
        pythonLanguage.data.of({ autocomplete: sessionNames(options.names) }),
        autocompletion({ activateOnTyping: false, icons: false }),
        syntaxHighlighting(classHighlighter),
        errorLine(),
        leaveWithTab(),
        keymap.of([{ key: "Tab", run: indentOrSpaces, shift: indentLess }, { key: "Enter", run: insertNewlineAndIndent }]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({
          "aria-label": options.label,
          "aria-describedby": options.describedBy,
          autocapitalize: "off",
          autocorrect: "off",
          spellcheck: "false",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange();
        }),
      ],
    }),
  });

  return {
    dom: view.dom,
    code: () => view.state.doc.toString(),
    setCode(code) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code } });
    },
    markError(line, message) {
      view.dispatch({ effects: markErrorLine.of(line === null ? null : { line, message }) });
    },
    goTo(line) {
      const from = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines)).from;
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** Tab indents selected lines; at a cursor it fills up to the next stop of four columns. */
function indentOrSpaces(view: EditorView): boolean {
  const { state } = view;
  if (!state.selection.main.empty) return indentMore(view);
  const { head } = state.selection.main;
  const column = head - state.doc.lineAt(head).from;
  view.dispatch(state.replaceSelection(" ".repeat(4 - (column % 4))), { scrollIntoView: true, userEvent: "input" });
  return true;
}

function sessionNames(names: () => Promise<string[]>): CompletionSource {
  return async (context) => {
    const word = context.matchBefore(/\w+/);
    if (context.matchBefore(/\.\w*/) || !(word || context.explicit)) return null;
    const known = await names();
    if (known.length === 0) return null;
    return { from: word?.from ?? context.pos, options: known.map((label) => ({ label, type: "variable", boost: 1 })) };
  };
}
