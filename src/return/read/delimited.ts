import type { ByteDictionary } from "./dictionary.ts";
import { type RejectedLine, type Scanned, type ScanOptions, scanner } from "./scan.ts";

/** A delimited file as codes into words, column by column. */
export interface Delimited {
  readonly rows: number;
  /** Line of the file on which each row begins, from 1. */
  readonly lines: Int32Array;
  readonly columns: readonly { readonly codes: Int32Array; readonly words: ByteDictionary }[];
  readonly rejected: readonly RejectedLine[];
  /** Lines without any content, which are passed over. */
  readonly blank: number;
}

/** Bytes that are read at once: the next piece is fetched while one is scanned. */
const PIECE_BYTES = 4 << 20;

const joined = (parts: readonly Int32Array[]): Int32Array => {
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const piecesOf = async function* (file: Blob): AsyncGenerator<Uint8Array> {
  const read = (from: number) => file.slice(from, from + PIECE_BYTES).arrayBuffer();
  let next = read(0);
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const piece = await next;
    next = read(from + PIECE_BYTES);
    yield new Uint8Array(piece);
  }
};

/**
 * Reads a delimited file, whatever its size: one piece at a time is in memory as bytes. `report` is told the bytes
 * read so far, and shown the last piece of them. Rejects with the signal's reason when it is given up, and when the file cannot be read.
 */
export const readDelimited = async (
  file: Blob,
  options: ScanOptions,
  report: (bytes: number, piece: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<Delimited> => {
  const scan = scanner(options);
  const parts: Scanned[] = [];
  let bytes = 0;
  for await (const piece of piecesOf(file)) {
    signal?.throwIfAborted();
    bytes += piece.length;
    report(bytes, piece);
    parts.push(scan.push(piece, bytes >= file.size));
  }
  const lines = joined(parts.map((part) => part.lines));
  return {
    rows: lines.length,
    lines,
    columns: scan.dictionaries.map((words, column) => ({
      codes: joined(parts.map((part) => part.codes[column] ?? new Int32Array())),
      words,
    })),
    rejected: parts.flatMap((part) => part.rejected),
    blank: parts.reduce((sum, part) => sum + part.blank, 0),
  };
};
