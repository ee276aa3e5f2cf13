// Fetches the rest of the standard library, synchronously: an `import` cannot wait otherwise. For a
// worker: only there may a script wait so. The browser's cache keeps it between sessions.

/** The file's bytes; undefined where they cannot be had. */
export function fetchNow(url: URL): Uint8Array | undefined {
  const request = new XMLHttpRequest();
  try {
    request.open("GET", url, false);
    request.responseType = "arraybuffer";
    request.send();
  } catch {
    return undefined;
  }
  return request.status === 200 ? new Uint8Array(request.response as ArrayBuffer) : undefined;
}
