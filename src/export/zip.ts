import { Zip, ZipDeflate } from "fflate";
import { concatenated } from "./chunks.ts";

/** A file of an archive; its content may come in pieces of text or of bytes. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array | Iterable<string> | Iterable<Uint8Array>;
}

/** Length of text that is compressed in one step. */
const STEP = 1 << 20;

/** The pieces as bytes; those of text put together until each has about `STEP` characters. */
function* steps(content: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for (const piece of content) {
    if (typeof piece !== "string") {
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < STEP) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}

const bytesOf = (content: ZipEntry["content"]): Iterable<Uint8Array> =>
  content instanceof Uint8Array ? [content] : steps(content);

/** Midnight of a day by the clock of this machine: the archive writes local time, so the bytes agree everywhere. */
const midnight = (date: string): Date => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) throw new Error(`"${date}" is not an ISO day.`);
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
};

/**
 * A ZIP archive in pieces. The same entries and the same day (ISO) give the same bytes on every machine. `level` 3
 * is faster than 6, and larger. Throws when two entries have one path.
 */
export function* zipChunks(
  entries: Iterable<ZipEntry>,
  date: string,
  level: 3 | 6 = 6,
): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const seen = new Set<string>();
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for (const { path, content } of entries) {
    if (seen.has(path)) throw new Error(`The archive would hold ${path} twice.`);
    seen.add(path);
    const file = new ZipDeflate(path, { level });
    file.mtime = midnight(date);
    archive.add(file);
    for (const bytes of bytesOf(content)) {
      file.push(bytes);
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  yield* ready;
}

/** A ZIP archive whole; as {@link zipChunks}. */
export const zipOf = (entries: Iterable<ZipEntry>, date: string): Uint8Array<ArrayBuffer> =>
  concatenated(zipChunks(entries, date));
