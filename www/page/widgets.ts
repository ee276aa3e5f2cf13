// Puts the widgets of a page together: sessions, cells, drawings, and the styles they need.
// The one place that knows them all.

import { assetsBeside } from "../kernel/assets.ts";
import { coreLoader } from "../kernel/core.ts";
import widgetStyles from "../styles/widget.css";
import tokenStyles from "../styles/tokens.css";
import vizStyles from "../styles/viz.css";
import { drawBroadcast } from "../viz/broadcast.ts";
import { drawMemory } from "../viz/memory.ts";
import { upgradeBroadcast } from "./broadcast.ts";
import { upgradeCifar } from "./cifar.ts";
import { createCells, type Cells } from "./cells.ts";
import { createDataset } from "./dataset.ts";
import type { DroppedFile } from "./drop.ts";
import { explainer } from "./explain.ts";
import { createFiles } from "./files.ts";
import { upgradeMemory } from "./memory.ts";
import { upgradeRepl } from "./repl.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createUpgrader, type Upgrader } from "./upgrade.ts";

export interface Widgets {
  sessions: Sessions;
  cells: Cells;
  upgrader: Upgrader;
  /** Gives files to all that can use them; returns one sentence on what became of them. */
  takeFiles(files: DroppedFile[]): Promise<string>;
}

/** `script` is the address of the script that the page loaded: the other files lie beside it. */
export function createWidgets(window: Window & typeof globalThis, script: string): Widgets {
  const { document } = window;
  adoptStyles(window, tokenStyles + widgetStyles + vizStyles);
  const assets = assetsBeside(script);
  const sessions = createSessions(window, assets);
  const loadCore = coreLoader(assets.coreGlue, assets.coreWasm);
  const cells = createCells();
  const explain = explainer(loadCore);
  const files = createFiles(sessions);
  const dataset = createDataset(loadCore);
  const upgrader = createUpgrader(window, {
    "ai-repl": (host) => void upgradeRepl(host, { document, sessions, cells, drawMemory, drawBroadcast, explain }),
    "ai-memory": (host) => upgradeMemory(host, sessions, drawMemory),
    "ai-cifar": (host) => upgradeCifar(host, { dataset, assets, take: takeFiles }),
    "ai-broadcast": (host) => upgradeBroadcast(host, loadCore, drawBroadcast),
  });
  return { sessions, cells, upgrader, takeFiles };

  async function takeFiles(dropped: DroppedFile[]): Promise<string> {
    // Where the small module cannot be loaded, the panel says so in its place, and Python has the files.
    const asTheyAre = () => ({ forPython: dropped.map(({ path, file }) => ({ path, source: file })), sentences: [] });
    const { forPython, sentences } = await dataset.add(dropped).catch(asTheyAre);
    return (await files.add(forPython)) || sentences.join(" ");
  }
}

/** Without a style element, which a content security policy might forbid. */
function adoptStyles(window: Window & typeof globalThis, css: string): void {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets, sheet];
}
