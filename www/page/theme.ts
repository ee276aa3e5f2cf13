// The switch between light and dark: the reader's system decides until the reader does.

const KEY = "stridelab-theme";
const ORDER = ["system", "light", "dark"] as const;
type Theme = (typeof ORDER)[number];

const LABELS: Record<Theme, string> = { system: "Theme: system", light: "Theme: light", dark: "Theme: dark" };

/** Makes a button of `button` that goes through the themes and remembers the choice. */
export function themeToggle(button: HTMLButtonElement): void {
  const document = button.ownerDocument;
  const storage = storageOf(document.defaultView);
  let theme = read(storage);
  apply();

  button.addEventListener("click", () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? "system";
    storage?.setItem(KEY, theme);
    apply();
  });

  function apply(): void {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    button.textContent = LABELS[theme];
  }
}

function read(storage: Storage | null): Theme {
  const stored = storage?.getItem(KEY);
  return ORDER.find((theme) => theme === stored) ?? "system";
}

/** A browser that keeps nothing throws at the mere mention. */
function storageOf(window: Window | null): Storage | null {
  try {
    return window?.localStorage ?? null;
  } catch {
    return null;
  }
}
