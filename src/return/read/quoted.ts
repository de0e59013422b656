export const LF = 10;
export const CR = 13;
export const QUOTE = 34;

/** What a search for the end of a quoted field came to; one object is used again for every field. */
export interface QuotedField {
  /** `more`: the bytes end before it does; `open`: the text does; `stray`: text follows the closing mark. */
  state: "whole" | "more" | "open" | "stray";
  /** Place of the closing mark. */
  close: number;
  /** Doubled marks in it. */
  doubled: number;
  /** Line ends in it. */
  lines: number;
}

/**
 * Finds the end of the quoted field that begins at `from`, and writes it into `found`. `ends` has 1 for each byte that
 * may follow a closing mark; `last` says that nothing follows the bytes before `end`.
 */
export const findClosing = (
  bytes: Uint8Array,
  from: number,
  { end, last, ends }: { readonly end: number; readonly last: boolean; readonly ends: Uint8Array },
  found: QuotedField,
): void => {
  let at = from + 1;
  found.doubled = 0;
  found.lines = 0;
  for (;;) {
    if (at >= end) {
      found.state = last ? "open" : "more";
      return;
    }
    const byte = bytes[at];
    if (byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE || at + 1 >= end) break;
      found.doubled += 1;
      at += 2;
      continue;
    }
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) found.lines += 1;
    at += 1;
  }
  found.close = at;
  if (at + 1 >= end && !last) found.state = "more";
  else found.state = ends[bytes[at + 1] ?? LF] === 1 ? "whole" : "stray";
};

/** Copies bytes[from, to) with every doubled mark as one. */
export const undoubled = (bytes: Uint8Array, from: number, to: number): Uint8Array => {
  const copy = new Uint8Array(to - from);
  let length = 0;
  for (let at = from; at < to; at += 1) {
    copy[length] = bytes[at] ?? 0;
    length += 1;
    if (bytes[at] === QUOTE) at += 1;
  }
  return copy.subarray(0, length);
};
