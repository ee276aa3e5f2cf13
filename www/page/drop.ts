// Files and folders dropped anywhere on the page, as a flat list.
// Reads names only; no byte is looked at here, and none leaves the browser.

export interface DroppedFile {
  /** Path inside what was dropped: a folder's files keep the folder's name. */
  path: string;
  file: File;
}

export interface Dropped {
  files: DroppedFile[];
  /** Paths of what the browser would not read. */
  unreadable: string[];
}

/** Shows a veil while files hover over the page, and hands over what is dropped. */
export function acceptDrops(document: Document, onFiles: (dropped: Dropped) => void): void {
  const veil = document.createElement("div");
  veil.className = "drop-veil";
  veil.hidden = true;
  veil.append("Drop CIFAR files, their folder or archive, or any file for Python to open");
  const promise = document.createElement("small");
  promise.textContent = "They are read here and nowhere else: nothing leaves your browser.";
  veil.append(promise);
  document.body.append(veil);

  // Enter and leave come for each element on the way: the page is left when they balance.
  let depth = 0;
  const hide = (): void => {
    depth = 0;
    veil.hidden = true;
  };

  document.addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    veil.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!carriesFiles(event)) return;
    depth -= 1;
    if (depth <= 0) hide();
  });
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("drop", (event) => {
    hide();
    if (!carriesFiles(event) || !event.dataTransfer) return;
    // A widget that takes files by itself has done so.
    if (event.defaultPrevented) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(onFiles);
  });
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Entries are taken before the first wait: the list is empty once the event is over. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return { files: plain.map((file) => ({ path: file.name, file })), unreadable: [] };
  const dropped: Dropped = { files: [], unreadable: [] };
  for (const entry of entries) await gather(entry, dropped);
  // A browser lists a folder in any order.
  dropped.files.sort((one, other) => one.path.localeCompare(other.path, "en", { numeric: true }));
  return dropped;
}

async function gather(entry: FileSystemEntry, into: Dropped): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      into.files.push({ path, file });
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // A call gives at most 100 entries; none means that there are no more.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const child of some) await gather(child, into);
    }
  } catch {
    into.unreadable.push(path);
  }
}
