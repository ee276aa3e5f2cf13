// Fetches the wasm module once for the whole page, compiles it while it streams, and says how far it is.
// Starts nothing: a compiled module is only code.

export interface Progress {
  received: number;
  /** Null where the server does not say, or says the size of a compressed stream. */
  total: number | null;
}

export interface ModuleLoader {
  /** The compiled module. A failed attempt is forgotten, so that calling again tries again. */
  load(): Promise<WebAssembly.Module>;
  /** Is called while bytes come in; returns how to stop listening. */
  onProgress(listener: (progress: Progress) => void): () => void;
}

export function moduleLoader(url: URL, fetcher: typeof fetch = fetch): ModuleLoader {
  const listeners = new Set<(progress: Progress) => void>();
  let attempt: Promise<WebAssembly.Module> | null = null;

  async function fetchAndCompile(): Promise<WebAssembly.Module> {
    const response = await fetcher(url).catch(() => {
      throw new Error(`Python could not be loaded: ${url.host || "the site"} did not answer.`);
    });
    if (!response.ok || !response.body) {
      throw new Error(`Python could not be loaded: ${fileName(url)} answered ${response.status} ${response.statusText}`.trim() + ".");
    }
    const total = uncompressedLength(response.headers);
    let received = 0;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.byteLength;
        for (const listener of listeners) listener({ received, total });
        controller.enqueue(chunk);
      },
    });
    const counted = new Response(response.body.pipeThrough(counter), { headers: { "content-type": "application/wasm" } });
    return WebAssembly.compileStreaming(counted).catch((problem: unknown) => {
      const reason = problem instanceof Error ? problem.message : String(problem);
      throw new Error(`Python could not be loaded: ${fileName(url)} is incomplete or not for this browser (${reason}).`);
    });
  }

  return {
    load() {
      attempt ??= fetchAndCompile().catch((problem: unknown) => {
        attempt = null;
        throw problem;
      });
      return attempt;
    },
    onProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function uncompressedLength(headers: Headers): number | null {
  if (headers.get("content-encoding")) return null;
  const length = Number(headers.get("content-length"));
  return length > 0 ? length : null;
}

function fileName(url: URL): string {
  return url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
}
