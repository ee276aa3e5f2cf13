// Draws how many images each class has, a bar a class. A function of the counts.

export function drawHistogram(document: Document, classes: readonly { name: string; count: number }[]): HTMLElement {
  const most = Math.max(1, ...classes.map(({ count }) => count));
  const list = document.createElement("ul");
  list.className = "viz-histogram";
  for (const { name, count } of classes) {
    const item = document.createElement("li");
    const bar = document.createElement("span");
    bar.className = "viz-histogram-bar";
    bar.style.setProperty("--share", String(count / most));
    const label = document.createElement("span");
    label.textContent = name;
    const number = document.createElement("span");
    number.className = "viz-histogram-count";
    number.textContent = count.toLocaleString("en");
    item.append(label, bar, number);
    list.append(item);
  }
  return list;
}
