// The script of our own lesson page: the widgets, and what belongs to the page around them.

import { followContents } from "./page/contents.ts";
import { acceptDrops } from "./page/drop.ts";
import { createNotice } from "./page/notice.ts";
import { themeToggle } from "./page/theme.ts";
import { widgets } from "./stridelab.ts";

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action='theme']")) themeToggle(button);

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action='restart']")) {
  button.addEventListener("click", () => {
    for (const session of widgets.sessions.all()) session.restart();
  });
}

followContents(document);

const notice = createNotice(document);
acceptDrops(document, ({ files, unreadable }) => {
  const refused = unreadable.map((path) => ` The browser would not read "${path}".`).join("");
  void widgets.takeFiles(files).then((sentence) => notice.say(sentence + refused));
});
