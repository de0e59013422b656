import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { encoded } from "../../export/chunks.ts";
import type { PublishedFile } from "../../export/published.ts";

/** What is said of a file beside its content. */
export type FileWords = Omit<PublishedFile, "bytes" | "sha256">;

/** Writes the pieces of a file below `folder`, and tells its size and hash. */
export const writePieces = (
  folder: string,
  words: FileWords,
  pieces: Iterable<string | Uint8Array>,
): PublishedFile => {
  const path = join(folder, words.path);
  mkdirSync(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) {
      const buffer = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
      writeSync(file, buffer);
      hash.update(buffer);
      bytes += buffer.length;
    }
  } finally {
    closeSync(file);
  }
  return { ...words, bytes, sha256: hash.digest("hex") };
};

/** Text in pieces as one gzip file. */
export const gzipped = (chunks: Iterable<string>): [Uint8Array] => [
  gzipSync(Buffer.concat([...encoded(chunks)])),
];

/** A value as JSON text, indented, with a line end. */
export const jsonText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
