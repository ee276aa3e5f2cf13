// Tab indents, so a reader who uses only the keyboard needs a way out: Escape, then Tab.
// Escape hands Tab back to the browser until another key is typed or the editor is left.

import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta"]);

export function leaveWithTab(): Extension {
  return EditorView.domEventHandlers({
    keydown(event, view) {
      if (event.key === "Escape") view.setTabFocusMode(true);
      else if (event.key !== "Tab" && !MODIFIERS.has(event.key)) view.setTabFocusMode(false);
      return false;
    },
    blur(_event, view) {
      view.setTabFocusMode(false);
      return false;
    },
  });
}
