/** Rows that are written in one piece: large enough to be fast, small enough to be let go of. */
const ROWS_A_CHUNK = 1000;

/** The items in lists of at most 1,000, in order. */
export function* inLists<T>(items: Iterable<T>): Generator<readonly T[]> {
  let list: T[] = [];
  for (const item of items) {
    list.push(item);
    if (list.length < ROWS_A_CHUNK) continue;
    yield list;
    list = [];
  }
  if (list.length > 0) yield list;
}

/** One text of all pieces, for files that are small enough to be held whole. */
export const joined = (chunks: Iterable<string>): string => [...chunks].join("");

/** One array of all pieces. */
export const concatenated = (chunks: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> => {
  const parts = [...chunks];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** The pieces in UTF-8, one by one, as a response or a file takes them. */
export function* encoded(chunks: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for (const chunk of chunks) yield encoder.encode(chunk);
}
