const CHUNK = 1024 * 1024;

/**
 * A file of the browser in chunks of 1 MB, read one after the other: works where streams cannot be iterated, gives the
 * event loop (and so a cancel) its turn between chunks, and never holds more than one chunk.
 */
export async function* fileChunks(file: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += CHUNK) {
    yield new Uint8Array(await file.slice(from, from + CHUNK).arrayBuffer());
  }
}
