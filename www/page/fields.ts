// Labelled fields for a panel: numbers, choices, switches. Knows labels and values; knows no data set.

let made = 0;

export interface Field<Value> {
  readonly dom: HTMLElement;
  value(): Value;
  set(value: Value): void;
  /** The browser's sentence when what is written is no value; else empty. */
  problem(): string;
}

function wrap(document: Document, text: string, input: HTMLInputElement | HTMLSelectElement, onChange: () => void): HTMLElement {
  made += 1;
  const label = document.createElement("label");
  input.id = label.htmlFor = `cifar-field-${made}`;
  label.textContent = text;
  const dom = document.createElement("div");
  dom.className = "cifar-field";
  dom.append(label, input);
  input.addEventListener("input", onChange);
  return dom;
}

function problemOf(text: string, input: HTMLInputElement): string {
  return input.checkValidity() ? "" : `${text}: ${input.validationMessage}`;
}

export function numberField(document: Document, text: string, value: number, [min, max, step]: readonly [number, number, number], onChange: () => void): Field<number> {
  const input = document.createElement("input");
  Object.assign(input, { type: "number", min: String(min), max: String(max), step: String(step), required: true, value: String(value) });
  return {
    dom: wrap(document, text, input, onChange),
    value: () => input.valueAsNumber,
    set: (next) => void (input.value = String(next)),
    problem: () => problemOf(text, input),
  };
}

export function switchField(document: Document, text: string, on: boolean, onChange: () => void): Field<boolean> {
  const input = document.createElement("input");
  input.type = "checkbox";
  input.checked = on;
  return {
    dom: wrap(document, text, input, onChange),
    value: () => input.checked,
    set: (next) => void (input.checked = next),
    problem: () => "",
  };
}

export function choiceField<Value extends string>(document: Document, text: string, choices: readonly (readonly [Value, string])[], onChange: () => void): Field<Value> {
  const input = document.createElement("select");
  for (const [value, name] of choices) {
    const option = document.createElement("option");
    option.value = value;
    option.textContent = name;
    input.append(option);
  }
  return {
    dom: wrap(document, text, input, onChange),
    value: () => input.value as Value,
    set: (next) => void (input.value = next),
    problem: () => "",
  };
}

export function button(document: Document, text: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ai-repl-action";
  button.textContent = text;
  button.addEventListener("click", onClick);
  return button;
}

/** "Previous batch", "3 of 40", "Next batch". */
export interface Pager {
  readonly dom: HTMLElement;
  at(): number;
  reset(): void;
  setCount(count: number): void;
}

export function pager(document: Document, what: string, onChange: () => void): Pager {
  let at = 0;
  let count = 1;
  const dom = document.createElement("div");
  dom.className = "cifar-pager";
  const place = document.createElement("span");
  const step = (text: string, by: number): HTMLElement =>
    button(document, `${text} ${what}`, () => {
      at = (at + by + count) % count;
      onChange();
    });
  dom.append(step("Previous", -1), place, step("Next", 1));
  return {
    dom,
    at: () => at,
    reset: () => void (at = 0),
    setCount(pages) {
      count = pages;
      at = Math.min(at, pages - 1);
      place.textContent = `${at + 1} of ${count}`;
    },
  };
}
