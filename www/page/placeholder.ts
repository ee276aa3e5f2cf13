// Reads what an author wrote into a placeholder: its code and its data attributes.

export interface Placeholder {
  code: string;
  /** A name, "isolated", or null for the page's own session. */
  session: string | null;
  /** Code to run once a session before this cell, in order. */
  setup: string[];
  autorun: boolean;
  /** Output to show until the first run. */
  output: string | null;
  /** Its number in the lesson, from 1. */
  number: string | null;
  /** Code that checks what the reader's code made; it raises where something is not right. */
  exercise: string | null;
}

export function readPlaceholder(host: HTMLElement): Placeholder {
  const { code, session, setup, autorun, output, cell, exercise } = host.dataset;
  const written = host.querySelector("pre")?.textContent ?? null;
  return {
    code: code ?? trimLines(written ?? host.textContent),
    session: session?.trim() || null,
    setup: setup === undefined ? [] : [setupCode(host.ownerDocument, setup)],
    autorun: autorun !== undefined && autorun !== "false",
    output: output ?? null,
    number: cell && /^\d+$/.test(cell) ? cell : null,
    exercise: exercise?.trim() ? exercise : null,
  };
}

/** `#id` names an element that holds the code, so that many cells can share it. */
function setupCode(document: Document, setup: string): string {
  const id = /^#([\w-]+)$/.exec(setup.trim())?.[1];
  if (!id) return setup;
  const holder = document.getElementById(id);
  if (!holder) return `raise RuntimeError("this page has no element with the id '${id}', which data-setup names")`;
  return trimLines(holder instanceof HTMLTemplateElement ? holder.content.textContent : holder.textContent);
}

/** Without the blank lines that markup puts around code. */
function trimLines(text: string | null): string {
  return (text ?? "").replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
