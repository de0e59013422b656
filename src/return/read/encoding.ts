/** Encodings that are recognized. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Encoding of a file, and the bytes of its byte-order mark. */
export interface Marked {
  readonly encoding: Encoding;
  readonly mark: number;
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Share of NUL bytes at even (0) or odd (1) places from which on a text is taken for UTF-16 without a mark. */
const NUL_SHARE = 0.3;

const nulShare = (bytes: Uint8Array, first: 0 | 1): number => {
  let nul = 0;
  let all = 0;
  for (let at = first; at < bytes.length; at += 2) {
    all += 1;
    if (bytes[at] === 0) nul += 1;
  }
  return all === 0 ? 0 : nul / all;
};

/** UTF-16 by its mark or its many NUL bytes, UTF-8 by its mark; undefined where the first bytes do not tell. */
export const markedEncoding = (head: Uint8Array): Marked | undefined => {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: "utf-8", mark: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: "utf-16le", mark: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: "utf-16be", mark: 2 };
  if (nulShare(head, 1) > NUL_SHARE) return { encoding: "utf-16le", mark: 0 };
  if (nulShare(head, 0) > NUL_SHARE) return { encoding: "utf-16be", mark: 0 };
  return undefined;
};

/** Judges bytes piece by piece: true as long as they are UTF-8. */
export interface Utf8Judge {
  push(piece: Uint8Array): void;
  /** Whether all bytes were UTF-8; `whole` says that the last piece ended the text. */
  isUtf8(whole: boolean): boolean;
}

const isAscii = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
};

/** A judge that has not seen a byte. Pieces of ASCII before the first other byte cost no decoding. */
export const utf8Judge = (): Utf8Judge => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let valid = true;
  let ascii = true;
  const attempt = (work: () => void): void => {
    try {
      if (valid) work();
    } catch {
      valid = false;
    }
  };
  return {
    push: (piece) => {
      ascii &&= isAscii(piece);
      if (!ascii) attempt(() => decoder.decode(piece, { stream: true }));
    },
    isUtf8: (whole) => {
      if (whole) attempt(() => decoder.decode());
      return valid;
    },
  };
};

/** What the bytes 0x80 to 0x9F stand for in Windows-1252; the five that stand for nothing stay as they are. */
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const fromWindows1252 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? (C1[byte - 0x80] ?? "") : String.fromCharCode(byte);
  return text;
};

/** Turns bytes of an encoding into text. Bytes that are none of it become U+FFFD. */
export const decoderOf = (encoding: Encoding): ((bytes: Uint8Array) => string) => {
  if (encoding === "windows-1252") return fromWindows1252;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
};

/** Size of the pieces in which UTF-16 is rewritten. */
const PIECE_BYTES = 4 << 20;

/** The same text as UTF-8, for a file in UTF-16: the reader of delimited text knows bytes of ASCII only. */
export const asUtf8 = async (file: Blob, { encoding, mark }: Marked): Promise<Blob> => {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = mark; from < file.size; from += PIECE_BYTES) {
    const piece = await file.slice(from, from + PIECE_BYTES).arrayBuffer();
    const stream = from + PIECE_BYTES < file.size;
    parts.push(encoder.encode(decoder.decode(piece, { stream })));
  }
  return new Blob(parts);
};
