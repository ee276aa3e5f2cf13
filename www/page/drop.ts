// Files and folders dropped anywhere on the page, as a flat list.
// Reads names only; no byte is looked at here, and none leaves the browser.

export interface DroppedFile {
  /** Path inside what was dropped: a folder's files keep the folder's name. */
  path: string;
  file: File;
}

/** Shows a veil while files hover over the page, and hands over what is dropped. */
export function acceptDrops(document: Document, onFiles: (files: DroppedFile[]) => void): void {
  const veil = document.createElement("div");
  veil.className = "drop-veil";
  veil.hidden = true;
  veil.append("Drop CIFAR files, or any file for Python to open");
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
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return plain.map((file) => ({ path: file.name, file }));
  const lists = await Promise.all(entries.map((entry) => filesOf(entry)));
  return lists.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<DroppedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: DroppedFile[] = [];
  // A call gives at most 100 entries; none means that there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const child of some) found.push(...(await filesOf(child)));
  }
}
