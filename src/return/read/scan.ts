import {
  type ByteDictionary,
  byteDictionary,
  HASH_PRIME,
  HASH_START,
  hashOf,
} from "./dictionary.ts";
import { CR, findClosing, LF, QUOTE, type QuotedField, undoubled } from "./quoted.ts";

/** What is wrong with a line that could not be read. */
export const REJECTIONS = ["fields", "quote-open", "quote-stray"] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** A line that could not be read: nothing of it is in the table. */
export interface RejectedLine {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly kind: Rejection;
  /** `fields`: how many the line has; otherwise the field, from 1, whose quotation mark is at fault. */
  readonly fields: number;
  /** The bytes of the line, cut after {@link SHOWN_BYTES}. */
  readonly bytes: Uint8Array;
}

/** Rows read from one piece of a file: a code for each column and row, and the line where the row begins. */
export interface Scanned {
  readonly lines: Int32Array;
  readonly codes: readonly Int32Array[];
  readonly rejected: readonly RejectedLine[];
  /** Lines without any content, which are passed over. */
  readonly blank: number;
}

/** Reads a delimited text piece by piece. */
export interface Scanner {
  /** Reads the next piece; `last` says that no other follows. */
  push(piece: Uint8Array, last: boolean): Scanned;
  /** One dictionary a column. */
  readonly dictionaries: readonly ByteDictionary[];
  /** Number of lines begun so far. */
  lines(): number;
}

/** What a scanner must know of a file. */
export interface ScanOptions {
  /** One ASCII character. */
  readonly delimiter: string;
  /** Number of fields of every row. */
  readonly width: number;
  /** Lines at the head that are no rows. */
  readonly skip: number;
}

/** How much of a rejected line is kept. */
export const SHOWN_BYTES = 400;
/** A row longer than this has a quotation mark that nothing closes. */
const LONGEST_ROW = 1 << 20;

const PLAIN = 0;
const ENDS_FIELD = 1;

/** Rows of a piece at most: every row has at least one byte for each field. */
const roomFor = (bytes: number, width: number): number => Math.ceil(bytes / width) + 1;

/** The bytes that are not read yet, and one line end more, which stops the inner loop without a comparison. */
const joinedWith = (rest: Uint8Array, piece: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(rest.length + piece.length + 1);
  bytes.set(rest);
  bytes.set(piece, rest.length);
  bytes[bytes.length - 1] = LF;
  return bytes;
};

/** Where the line that begins at `from` ends; undefined where the bytes before `end` do not tell. */
const lineEnd = (
  bytes: Uint8Array,
  from: number,
  end: number,
  last: boolean,
): number | undefined => {
  let at = from;
  while (bytes[at] !== LF && bytes[at] !== CR) at += 1;
  const isCut = at >= end || (bytes[at] === CR && at + 1 >= end);
  return isCut && !last ? undefined : at;
};

/** Past the line end at `at`, which may be two bytes. */
const pastEnd = (bytes: Uint8Array, at: number): number =>
  bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;

/**
 * A scanner of RFC 4180 text in any encoding that keeps ASCII as it is. Fields are verbatim; a quoted field may hold
 * the delimiter, line ends and doubled quotation marks. A row with another number of fields, an unclosed quotation
 * mark, or text after a closing one is rejected, line by line: the scan goes on with the next line of the file, so
 * that one wrong mark costs one line. Lines are those of the file, whatever quoted fields hold.
 */
export const scanner = ({ delimiter, width, skip }: ScanOptions): Scanner => {
  const separator = delimiter.charCodeAt(0);
  const ends = new Uint8Array(256);
  for (const byte of [separator, LF, CR]) ends[byte] = ENDS_FIELD;
  const dictionaries = Array.from({ length: width }, byteDictionary);
  const found: QuotedField = { state: "whole", close: 0, doubled: 0, lines: 0 };
  let rest: Uint8Array = new Uint8Array(0);
  let lines = new Int32Array(0);
  let codes = dictionaries.map(() => new Int32Array(0));
  let line = 1;
  let toSkip = skip;

  const codeOfQuoted = (bytes: Uint8Array, from: number, words: ByteDictionary): number => {
    if (found.doubled === 0)
      return words.codeOf(bytes, from + 1, found.close, hashOf(bytes, from + 1, found.close));
    const word = undoubled(bytes, from + 1, found.close);
    return words.codeOf(word, 0, word.length, hashOf(word, 0, word.length));
  };

  const push = (piece: Uint8Array, last: boolean): Scanned => {
    const bytes = joinedWith(rest, piece);
    const end = bytes.length - 1;
    const room = roomFor(end, width);
    if (lines.length < room) {
      lines = new Int32Array(room);
      codes = dictionaries.map(() => new Int32Array(room));
    }
    const limits = { end, last, ends };
    const rejected: RejectedLine[] = [];
    let at = 0;
    let rows = 0;
    let blank = 0;

    const reject = (kind: Rejection, fields: number): boolean => {
      const stop = lineEnd(bytes, at, end, last);
      if (stop === undefined) return false;
      const shown = bytes.slice(at, Math.min(stop, at + SHOWN_BYTES));
      rejected.push({ line, kind, fields, bytes: shown });
      at = pastEnd(bytes, stop);
      line += 1;
      return true;
    };

    /** Takes in the row that begins at `at` and ends at `stop`. */
    const take = (stop: number, fields: number, inner: number, hasQuote: boolean): boolean => {
      const isCut = stop >= end || (bytes[stop] === CR && stop + 1 >= end);
      if (isCut && !last) return false;
      const length = stop - at;
      const isBlank = !hasQuote && (length === 0 || (fields === width && length === width - 1));
      if (!isBlank && fields !== width) return reject("fields", fields);
      if (isBlank) blank += 1;
      else {
        lines[rows] = line;
        rows += 1;
      }
      line += 1 + inner;
      at = pastEnd(bytes, stop);
      return true;
    };

    /** Reads the row at `at`. False when the piece ends before the row does. */
    const row = (): boolean => {
      let fields = 0;
      let inner = 0;
      let hasQuote = false;
      for (let from = at, stop = at; ; from = stop + 1) {
        const words = dictionaries[fields];
        const column = codes[fields];
        fields += 1;
        if (bytes[from] === QUOTE && from < end) {
          hasQuote = true;
          findClosing(bytes, from, limits, found);
          if (found.state === "more" && end - at <= LONGEST_ROW) return false;
          if (found.state !== "whole")
            return reject(found.state === "stray" ? "quote-stray" : "quote-open", fields);
          inner += found.lines;
          stop = found.close + 1;
          if (words !== undefined && column !== undefined)
            column[rows] = codeOfQuoted(bytes, from, words);
        } else {
          let hash = HASH_START;
          stop = from;
          // The innermost loop of all; the line end after the last byte stops it.
          for (
            let byte = bytes[stop] as number;
            ends[byte] === PLAIN;
            byte = bytes[stop] as number
          ) {
            hash = Math.imul(hash ^ byte, HASH_PRIME);
            stop += 1;
          }
          if (words !== undefined && column !== undefined)
            column[rows] = words.codeOf(bytes, from, stop, hash);
        }
        if (bytes[stop] !== separator || stop >= end) return take(stop, fields, inner, hasQuote);
      }
    };

    const skipLine = (): boolean => {
      const stop = lineEnd(bytes, at, end, last);
      if (stop === undefined) return false;
      at = pastEnd(bytes, stop);
      line += 1;
      toSkip -= 1;
      return true;
    };

    while (at < end && (toSkip > 0 ? skipLine() : row()));
    rest = bytes.slice(Math.min(at, end), end);
    return {
      lines: lines.slice(0, rows),
      codes: codes.map((column) => column.slice(0, rows)),
      rejected,
      blank,
    };
  };

  return { push, dictionaries, lines: () => line - 1 };
};
