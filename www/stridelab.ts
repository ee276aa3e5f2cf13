// The script that a page loads to have widgets: `<script type="module" src="…/stridelab.js">`.
// Upgrades the placeholders of the page that loads it. Nothing else happens until a reader
// reaches for a cell.

import { createWidgets } from "./page/widgets.ts";

export const widgets = createWidgets(window, import.meta.url);

widgets.upgrader.scan(document);
widgets.upgrader.watch(document.documentElement);
