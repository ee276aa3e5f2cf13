// Marks, in the table of contents, the section that is being read.

/** How far down the window a heading counts as reached, as a margin of an observed strip. */
const READING_STRIP = "-15% 0px -70% 0px";

export function followContents(document: Document): void {
  const window = document.defaultView;
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".contents a[href^='#']")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  if (!window || links.size === 0) return;

  const observer = new window.IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const link = links.get(entry.target.id);
        if (!entry.isIntersecting || !link) continue;
        for (const other of links.values()) other.removeAttribute("aria-current");
        link.setAttribute("aria-current", "location");
        keepInView(link);
      }
    },
    { rootMargin: READING_STRIP },
  );
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) observer.observe(heading);
  }
}

/** Scrolls the contents only: scrollIntoView would move the page where the contents have scrolled away. */
function keepInView(link: HTMLAnchorElement): void {
  const nav = link.closest(".contents");
  if (!nav) return;
  const [box, frame] = [link.getBoundingClientRect(), nav.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) nav.scrollTop += box.top - frame.top - nav.clientHeight / 3;
  if (box.left < frame.left || box.right > frame.right) nav.scrollLeft += box.left - frame.left - 16;
}
