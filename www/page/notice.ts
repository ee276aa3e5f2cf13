// One sentence at the foot of the window, for what happens to the page as a whole.

export interface Notice {
  say(sentence: string): void;
}

const SHOWN_MS = 8000;

export function createNotice(document: Document): Notice {
  const box = document.createElement("p");
  box.className = "site-notice";
  box.setAttribute("role", "status");
  document.body.append(box);
  let timer: number | undefined;
  return {
    say(sentence) {
      box.textContent = sentence;
      document.defaultView?.clearTimeout(timer);
      timer = document.defaultView?.setTimeout(() => (box.textContent = ""), SHOWN_MS);
    },
  };
}
