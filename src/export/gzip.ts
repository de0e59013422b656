import { Gzip } from "fflate";
import { encoded } from "./chunks.ts";

/**
 * Text as gzip in pieces, without a time stamp: the same text gives the same bytes.
 */
export function* gzipChunks(chunks: Iterable<string>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const file = new Gzip({ level: 6, mtime: 0 }, (chunk) => {
    ready.push(chunk);
  });
  for (const bytes of encoded(chunks)) {
    file.push(bytes);
    yield* ready;
    ready = [];
  }
  file.push(new Uint8Array(0), true);
  yield* ready;
}
