// Draws what the data set doctor says: verdicts, then a table, a row a file. A function of the diagnosis.

import type { Diagnosis, FileRow, Grade } from "../protocol.ts";

const GRADES: Readonly<Record<Grade, string>> = { good: "Good", note: "Note", bad: "Problem" };
const CHANNELS = ["red", "green", "blue"];
const COLUMNS = ["File", "Bytes, and the first of them", "What it is", "Records", "Labels out of range", "Images by class"];

/** Null where there is nothing to say. */
export function drawDoctor(document: Document, diagnosis: Diagnosis): HTMLElement | null {
  if (diagnosis.files.length === 0) return null;
  const section = document.createElement("section");
  section.className = "viz-doctor";
  section.setAttribute("aria-label", "Data set doctor");
  const verdicts = document.createElement("ul");
  for (const { grade, text } of diagnosis.verdicts) {
    const item = document.createElement("li");
    item.append(badge(document, grade), ` ${text}`);
    verdicts.append(item);
  }
  section.append(verdicts);
  if (diagnosis.sums) section.append(scrolled(document, sumsTable(document, diagnosis.sums), "Sums over the training pixels"));
  section.append(scrolled(document, filesTable(document, diagnosis), "What each file is"));
  return section;
}

function filesTable(document: Document, diagnosis: Diagnosis): HTMLTableElement {
  const more = diagnosis.unlisted > 0 ? ` And ${number(diagnosis.unlisted)} more that are not CIFAR.` : "";
  const table = tableWith(document, `What each file is, by its bytes and not by its name.${more}`, COLUMNS);
  const body = table.createTBody();
  for (const file of diagnosis.files) {
    const row = body.insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.append(badge(document, file.grade), ` ${file.name}`);
    head.title = file.sentence;
    row.append(head);
    const bytes = row.insertCell();
    bytes.append(line(document, number(file.length)), line(document, file.first_bytes, "is-code"));
    const kind = row.insertCell();
    if (file.records === 0) {
      kind.colSpan = 4;
      kind.append(line(document, file.sentence.slice(file.name.length + 2), "viz-doctor-sentence"));
      continue;
    }
    const known = file.evidence.startsWith("its") ? `by ${file.evidence}` : file.evidence;
    kind.append(line(document, file.kind), line(document, `${file.part} (${known})`));
    const records = row.insertCell();
    records.append(line(document, number(file.records)));
    if (file.trailing_bytes > 0) records.append(line(document, `and ${number(file.trailing_bytes)} trailing bytes`));
    row.insertCell().textContent = badLabels(file);
    row.insertCell().append(bars(document, file.class_counts));
  }
  return table;
}

function line(document: Document, text: string, className = ""): HTMLElement {
  const made = document.createElement("div");
  made.className = className;
  made.textContent = text;
  return made;
}

function badLabels(file: FileRow): string {
  if (file.bad_labels === 0) return "0";
  const listed = file.bad.map(([offset, label]) => `${label} at byte ${number(offset)}`);
  return `${number(file.bad_labels)}: ${listed.join(", ")}${file.bad_labels > listed.length ? ", …" : ""}`;
}

/** A small histogram, with its numbers for who cannot see it. */
function bars(document: Document, counts: readonly number[]): HTMLElement {
  const most = Math.max(1, ...counts);
  const drawing = document.createElement("span");
  drawing.className = "viz-doctor-bars";
  drawing.setAttribute("role", "img");
  const text = counts.length > 20 ? `${Math.min(...counts)} to ${most} images in each of ${counts.length} classes` : counts.join(", ");
  drawing.setAttribute("aria-label", text);
  drawing.title = text;
  for (const count of counts) {
    const bar = document.createElement("span");
    bar.style.setProperty("--share", String(count / most));
    drawing.append(bar);
  }
  return drawing;
}

function sumsTable(document: Document, sums: NonNullable<Diagnosis["sums"]>): HTMLTableElement {
  const table = tableWith(document, "Exact sums over the 51,200,000 training pixels of each channel.", ["Sum", ...CHANNELS.flatMap((channel) => [`${channel}, counted here`, `${channel}, published`])]);
  const body = table.createTBody();
  for (const [name, [here, published]] of [["Σ v", sums.sum], ["Σ v²", sums.sum_of_squares]] as const) {
    const row = body.insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    row.append(head);
    for (const [channel] of CHANNELS.entries()) {
      for (const value of [here[channel], published[channel]]) {
        const cell = row.insertCell();
        cell.className = here[channel] === published[channel] ? "is-number" : "is-number is-wrong";
        cell.textContent = number(value ?? 0);
      }
    }
  }
  return table;
}

function tableWith(document: Document, caption: string, columns: readonly string[]): HTMLTableElement {
  const table = document.createElement("table");
  table.createCaption().append(line(document, caption));
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = column;
    head.append(cell);
  }
  return table;
}

/** Wider than a phone: it scrolls by itself, with the keyboard too. */
function scrolled(document: Document, table: HTMLTableElement, name: string): HTMLElement {
  const frame = document.createElement("div");
  frame.className = "viz-doctor-scroll";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", name);
  frame.append(table);
  return frame;
}

function badge(document: Document, grade: Grade): HTMLElement {
  const mark = document.createElement("span");
  mark.className = `viz-doctor-grade is-${grade}`;
  mark.textContent = GRADES[grade];
  return mark;
}

function number(value: number): string {
  return value.toLocaleString("en");
}
