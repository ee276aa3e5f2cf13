// The cell: an editor, its buttons, its output, bound to a session.
// One function turns a placeholder of the page into it. All that runs is the session's affair.

import { createEditor } from "../editor/editor.ts";
import type { RunEnd, Running } from "../kernel/session.ts";
import type { BroadcastSteps } from "../protocol.ts";
import { arraysPart } from "./arrays.ts";
import type { DrawBroadcast } from "./broadcast.ts";
import type { Cell, Cells } from "./cells.ts";
import { explanationPart, type Explain } from "./explain.ts";
import type { DrawMemory } from "./memory.ts";
import { createOutput } from "./output.ts";
import { readPlaceholder, type Placeholder } from "./placeholder.ts";
import type { Sessions } from "./sessions.ts";
import { atRest, ended, waiting } from "./status.ts";
import { replView } from "./repl-view.ts";

/** The detail of `ai-repl:result`. */
export interface ResultDetail {
  cell: string;
  session: string;
  ok: boolean;
  stdout: string;
  stderr: string;
  /** The last expression's repr, or null. */
  value: string | null;
  error: { kind: string; message: string; traceback: string; line: number | null; column: number | null } | null;
  elapsed_ms: number;
  /** Where shapes did not meet: how they were compared, axis by axis. Else null. */
  steps: BroadcastSteps | null;
  /** For an exercise: whether its check passed; null where there is none, or the cell failed. */
  passed: boolean | null;
}

export interface ReplContext {
  document: Document;
  sessions: Sessions;
  cells: Cells;
  drawMemory: DrawMemory;
  drawBroadcast: DrawBroadcast;
  explain: Explain;
}

const LEAST_SHOWN_RUNNING_MS = 120;

export function upgradeRepl(host: HTMLElement, context: ReplContext): Cell {
  const { document, sessions, cells } = context;
  const placeholder: Placeholder = readPlaceholder(host);
  const session = sessions.open(placeholder.session);
  const name = cells.name(placeholder.number);
  const view = replView(document, name);
  const output = createOutput(document, `Output of ${name}`);
  const arrays = arraysPart(document, session, context.drawMemory);
  const explanation = explanationPart(document, context.drawBroadcast);
  const editor = createEditor({
    code: placeholder.code,
    label: `Python code, ${name}`,
    describedBy: view.hint.id,
    document,
    onRun: () => void run(),
    onChange: () => view.setEdited(editor.code() !== placeholder.code),
    names: () => session.names(),
  });

  let running: Running | null = null;
  let begun = false;
  /** The reader has come to this cell: only then does it speak of the session's start. */
  let reached = false;
  let lastEnd: RunEnd | null = null;
  let ranInGeneration: number | null = null;

  host.replaceChildren();
  host.classList.add("is-live");
  host.dataset["state"] = "rest";
  host.setAttribute("role", "group");
  host.setAttribute("aria-label", `Python ${name}`);
  host.append(...view.around(editor.dom, output.dom), explanation.dom, arrays.dom);
  if (placeholder.output !== null) output.showStatic(placeholder.output);

  const cell: Cell = {
    name,
    host,
    session,
    hasRun: () => ranInGeneration === session.generation,
    run,
    goTo(line, message) {
      editor.markError(line, message);
      editor.goTo(line);
    },
  };
  cells.add(cell);

  view.run.addEventListener("click", () => void run());
  view.stop.addEventListener("click", () => running?.stop());
  view.reset.addEventListener("click", reset);
  host.addEventListener("focusin", reach, { once: true });
  host.addEventListener("pointerenter", warmOnHover);
  session.onChange(showState);
  showState();

  announce("ai-repl:ready", { cell: name, session: session.name });
  if (placeholder.autorun) void run();
  return cell;

  async function run(): Promise<void> {
    if (running) return;
    const code = editor.code();
    editor.markError(null, "");
    output.clear();
    explanation.show(null);
    lastEnd = null;
    begun = false;
    announce("ai-repl:run", { cell: name, session: session.name, code });

    const setups = placeholder.setup.map((setup) => sessions.prepare(session, setup));
    const end = await runCode(code, setups);
    for (const setup of setups) if ((await setup.end) === end) output.note("The code that prepares this cell did not end well:");
    const verdict = await check(end);
    running = null;
    lastEnd = end;
    if (end.kind === "finished" || end.kind === "stopped") ranInGeneration = session.generation;
    showEnd(end);
    if (verdict) output.note(verdict.sentence);
    showState();
    const steps = end.kind === "finished" && end.outcome.error ? await context.explain(end.outcome.error) : null;
    if (!running) explanation.show(steps);
    announce("ai-repl:result", resultDetail(end, steps, verdict?.passed ?? null));
    if (end.kind === "finished") await arrays.update();
  }

  /** The code is queued at once, behind its setups: cells run in the order they were asked to. */
  function runCode(code: string, setups: Running[]): Promise<RunEnd> {
    const cellRun = session.run(code, name, {
      after: setups.map((setup) => setup.end),
      onBegin() {
        begun = true;
        showState();
      },
      onOutput: (stream, text) => output.write(stream, text),
    });
    running = {
      end: cellRun.end,
      stop: () => {
        for (const part of [cellRun, ...setups]) part.stop();
      },
    };
    showState();
    return cellRun.end;
  }

  /** Runs an exercise's check after code that ran to its end. Null where there is nothing to say. */
  async function check(end: RunEnd): Promise<{ passed: boolean; sentence: string } | null> {
    if (placeholder.exercise === null || end.kind !== "finished" || !end.outcome.ok) return null;
    running = session.run(placeholder.exercise, `check of ${name}`);
    const checked = await running.end;
    if (checked.kind !== "finished") return null;
    const { error } = checked.outcome;
    if (!error) return { passed: true, sentence: "Right: the check passes." };
    const said = error.kind === "AssertionError" ? error.message : `${error.kind}: ${error.message}`;
    return { passed: false, sentence: `Not yet: ${said || "the check does not pass"}` };
  }

  function showEnd(end: RunEnd): void {
    if (end.kind === "broken") output.note(`Python broke down: ${end.message}.`);
    if (end.kind === "unavailable") output.note(end.message, { label: "Try again", run: () => void run() });
    if (end.kind !== "finished") return;
    const { value, error } = end.outcome;
    if (value !== null) output.value(value);
    if (!error) return;
    output.error(error, (cellName, line) => {
      const target = cells.find(cellName);
      return target && (() => target.goTo(line, `${error.kind}: ${error.message}`));
    });
    editor.markError(error.line, `${error.kind}: ${error.message}`);
    if (error.kind === "NameError") offerCellsAbove();
  }

  /** A name that is missing is most often made in a cell above that has not been run. */
  function offerCellsAbove(): void {
    const above = cells.notRunAbove(cell);
    if (above.length === 0) return;
    const which = above.length === 1 ? "The cell above has" : `${above.length} cells above have`;
    output.note(`${which} not run yet.`, {
      label: above.length === 1 ? "Include it and try again" : "Include them and try again",
      run: () => void Promise.all(above.map((other) => other.run())).then(run),
    });
  }

  function reset(): void {
    running?.stop();
    editor.setCode(placeholder.code);
    editor.markError(null, "");
    output.clear();
    explanation.show(null);
    if (placeholder.output !== null) output.showStatic(placeholder.output);
    lastEnd = null;
    view.setEdited(false);
    showState();
  }

  function showState(): void {
    const { state } = session;
    host.dataset["state"] = running ? (begun ? "running" : "waiting") : endName(lastEnd);
    view.setBusy(running !== null);
    view.setProgress(running || (reached && !lastEnd) ? state : null);
    if (running && begun) view.say(state.kind === "stopping" ? "Stopping" : "Running", LEAST_SHOWN_RUNNING_MS);
    else if (running) view.say(waiting(state), state.kind === "idle" ? LEAST_SHOWN_RUNNING_MS : 0);
    else if (lastEnd && ranInGeneration !== null && !cell.hasRun()) view.say("Python was restarted since: run this cell again");
    else if (lastEnd) view.say(withLoss(ended(lastEnd)));
    else view.say(reached ? atRest(state) : "");
  }

  /** Said beforehand, as it cannot be helped afterwards. */
  function withLoss(sentence: string): string {
    return session.imageProblem ? `${sentence}. Stop would now lose all variables: ${session.imageProblem}.` : sentence;
  }

  function resultDetail(end: RunEnd, steps: BroadcastSteps | null, passed: boolean | null): ResultDetail {
    const outcome = end.kind === "finished" ? end.outcome : null;
    const failure = end.kind === "finished" ? null : { kind: "Stopped", message: ended(end), traceback: "", line: null, column: null };
    return {
      cell: name,
      session: session.name,
      ok: outcome?.ok ?? false,
      stdout: output.stdout(),
      stderr: output.stderr(),
      value: outcome?.value ?? null,
      error: outcome ? outcome.error : failure,
      elapsed_ms: outcome?.elapsed_ms ?? 0,
      steps,
      passed,
    };
  }

  /** A mouse over the cell is a hint; a finger that scrolls past is not, nor is a metered line. */
  function warmOnHover(event: PointerEvent): void {
    if (event.pointerType !== "mouse") return;
    host.removeEventListener("pointerenter", warmOnHover);
    const { connection } = globalThis.navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!connection?.saveData) reach();
  }

  function reach(): void {
    reached = true;
    session.warm();
    showState();
  }

  function announce(type: string, detail: object): void {
    host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

function endName(end: RunEnd | null): string {
  if (!end) return "rest";
  if (end.kind !== "finished") return end.kind;
  return end.outcome.ok ? "done" : "error";
}
