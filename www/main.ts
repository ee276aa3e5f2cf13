// The script of our own lesson page: the widgets, and what belongs to the page around them.

import { followContents } from "./page/contents.ts";
import { themeToggle } from "./page/theme.ts";
import { widgets } from "./stridelab.ts";

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action='theme']")) themeToggle(button);

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action='restart']")) {
  button.addEventListener("click", () => {
    for (const session of widgets.sessions.all()) session.restart();
  });
}

followContents(document);
