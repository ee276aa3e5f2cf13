// Finds the placeholders of a page and turns each into its widget, those added later included.
// What can be seen comes first, so that a long lesson does not wait for its last cell.

export type Upgrade = (host: HTMLElement) => void;

/** Class name of a placeholder, and what makes a widget of it. */
export type Upgrades = Readonly<Record<string, Upgrade>>;

export interface Upgrader {
  /** Upgrades what stands under `root` now, in reading order. */
  scan(root: ParentNode): void;
  /** Upgrades what is added from now on. */
  watch(root: Node): void;
}

/** A piece of work is given up after this long, so that scrolling stays smooth. */
const SLICE_MS = 12;

export function createUpgrader(window: Window & typeof globalThis, upgrades: Upgrades): Upgrader {
  const selector = Object.keys(upgrades).map((name) => `.${name}`).join(",");
  const done = new WeakSet<Element>();
  let waiting: HTMLElement[] = [];
  let scheduled = false;

  function upgrade(host: HTMLElement): void {
    if (done.has(host) || !host.isConnected) return;
    done.add(host);
    for (const [name, make] of Object.entries(upgrades)) {
      if (!host.classList.contains(name)) continue;
      try {
        make(host);
      } catch (problem) {
        report(host, problem);
      }
      return;
    }
  }

  /** A widget that cannot be made says so in its place and leaves the others alone. */
  function report(host: HTMLElement, problem: unknown): void {
    const note = window.document.createElement("p");
    note.className = "ai-repl-note";
    note.textContent = `This widget could not be set up: ${problem instanceof Error ? problem.message : String(problem)}`;
    host.append(note);
    window.reportError(problem);
  }

  function work(): void {
    scheduled = false;
    const until = window.performance.now() + SLICE_MS;
    while (waiting.length > 0 && window.performance.now() < until) upgrade(waiting.shift() as HTMLElement);
    schedule();
  }

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    window.setTimeout(work, 0);
  }

  return {
    scan(root) {
      const found = [...root.querySelectorAll<HTMLElement>(selector)].filter((host) => !done.has(host));
      waiting = [...new Set([...waiting, ...found])];
      schedule();
    },
    watch(root) {
      new window.MutationObserver((records) => {
        for (const record of records) {
          for (const node of record.addedNodes) {
            if (!(node instanceof window.HTMLElement) || node.closest(".is-live")) continue;
            if (node.matches(selector)) waiting.push(node);
            waiting.push(...node.querySelectorAll<HTMLElement>(selector));
          }
        }
        schedule();
      }).observe(root, { childList: true, subtree: true });
    },
  };
}
