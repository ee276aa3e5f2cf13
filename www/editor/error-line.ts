// Marks the line at which a run failed, until that line is edited or the next run begins.

import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, gutterLineClass, GutterMarker, type DecorationSet } from "@codemirror/view";
import { RangeSet } from "@codemirror/state";

/** Line counts from 1. Null takes the mark away. */
export const markErrorLine = StateEffect.define<{ line: number; message: string } | null>();

class ErrorGutter extends GutterMarker {
  override elementClass = "cm-error-gutter";
}

const gutterMark = new ErrorGutter();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(markErrorLine)) continue;
      if (!effect.value) return Decoration.none;
      const { doc } = transaction.state;
      if (effect.value.line < 1 || effect.value.line > doc.lines) return Decoration.none;
      const decoration = Decoration.line({
        class: "cm-error-line",
        attributes: { title: effect.value.message, "data-error": effect.value.message },
      });
      return Decoration.set([decoration.range(doc.line(effect.value.line).from)]);
    }
    if (!transaction.docChanged || current.size === 0) return current;
    const mark = current.iter();
    const line = transaction.startState.doc.lineAt(mark.from);
    const touched = transaction.changes.touchesRange(line.from, line.to);
    return touched ? Decoration.none : current.map(transaction.changes);
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    gutterLineClass.from(field, (decorations) => {
      const mark = decorations.iter();
      return mark.value ? RangeSet.of([gutterMark.range(mark.from)]) : RangeSet.empty;
    }),
  ],
});

export function errorLine(): Extension {
  return marks;
}
