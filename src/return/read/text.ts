import { type FindingGroup, findingGroup, ReturnError } from "../finding.ts";
import type { RawColumn, RawTable } from "../raw-table.ts";
import { readDelimited } from "./delimited.ts";
import type { ByteDictionary } from "./dictionary.ts";
import { asUtf8, decoderOf, type Encoding, markedEncoding, utf8Judge } from "./encoding.ts";
import {
  guessHeader,
  guessSeparator,
  type HeadRow,
  headRows,
  type Separator,
  uniqueTitles,
} from "./head.ts";
import type { ReadOptions } from "./options.ts";
import { REJECTIONS, type RejectedLine } from "./scan.ts";

/** Bytes at the head of a file that decide how it is read. */
const HEAD_BYTES = 1 << 18;
/** More columns than this are a wrong separator. */
export const MAX_COLUMNS = 500;

/** The head of a text file: how it is read, and its first records. */
export interface TextHead {
  /** As far as the head can tell: a later byte may show that it is Windows-1252. */
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly rows: readonly HeadRow[];
  /** Place of the titles among the rows. */
  readonly headerAt: number;
  /** The file as ASCII-compatible bytes without its mark. */
  readonly body: Blob;
}

/**
 * Reads the head of a text file and guesses what `options` leave open. Rejects with a ReturnError when the file is
 * empty.
 */
export const readTextHead = async (
  file: Blob,
  options: Pick<ReadOptions, "separator" | "headerAt">,
): Promise<TextHead> => {
  if (file.size === 0) throw new ReturnError("empty");
  const first = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const marked = markedEncoding(first);
  const isWide = marked !== undefined && marked.encoding !== "utf-8";
  const body = isWide ? await asUtf8(file, marked) : file.slice(marked?.mark ?? 0);
  const bytes = new Uint8Array(await body.slice(0, HEAD_BYTES).arrayBuffer());
  const cut = body.size > bytes.length;
  const judge = utf8Judge();
  judge.push(bytes);
  const encoding = marked?.encoding ?? (judge.isUtf8(!cut) ? "utf-8" : "windows-1252");
  const text = decoderOf(encoding === "windows-1252" ? encoding : "utf-8")(bytes);
  const separator = options.separator ?? guessSeparator(text, cut);
  const rows = headRows(text, separator, cut);
  const headerAt = options.headerAt ?? guessHeader(rows.map(({ cells }) => cells));
  if (headerAt === undefined || rows[headerAt] === undefined) throw new ReturnError("no-header");
  return { encoding, separator, rows, headerAt, body };
};

const linesOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);

const rejectedGroups = (
  rejected: readonly RejectedLine[],
  decode: (bytes: Uint8Array) => string,
): FindingGroup[] =>
  REJECTIONS.flatMap((kind) => {
    const found = rejected.filter((line) => line.kind === kind);
    const findings = found.map(({ line, fields, bytes }) => ({
      line,
      column: kind === "fields" ? null : String(fields),
      value: decode(bytes),
    }));
    return found.length === 0 ? [] : [findingGroup(kind, "FAIL", findings)];
  });

const decodedWords = (words: ByteDictionary, decode: (bytes: Uint8Array) => string): string[] =>
  Array.from({ length: words.size() }, (_, code) => decode(words.bytesOf(code)));

const lazyColumn = (
  title: string,
  column: { readonly codes: Int32Array; readonly words: ByteDictionary },
  decode: (bytes: Uint8Array) => string,
): RawColumn => {
  let words: readonly string[] | undefined;
  return {
    title,
    codes: column.codes,
    distinct: column.words.size(),
    word: (code) => words?.[code] ?? (code < 0 ? "" : decode(column.words.bytesOf(code))),
    words: () => {
      words ??= decodedWords(column.words, decode);
      return words;
    },
  };
};

/**
 * Reads a delimited text file of any size in UTF-8, UTF-16 or Windows-1252; the latter is what bytes are that are not
 * UTF-8. Lines that cannot be read are findings, all others are rows. Rejects with a ReturnError when there is nothing
 * to read, and with the signal's reason when it is given up.
 */
export const readText = async (file: Blob, options: ReadOptions): Promise<RawTable> => {
  const head = await readTextHead(file, options);
  const header = head.rows[head.headerAt];
  if (header === undefined) throw new ReturnError("no-header");
  const width = header.cells.length;
  if (width > MAX_COLUMNS) throw new ReturnError("too-many-columns", String(width));
  const skip = header.line - 1 + linesOf(header.cells);
  const judge = utf8Judge();
  const scanned = await readDelimited(
    head.body,
    { delimiter: head.separator, width, skip },
    (bytes, piece) => {
      judge.push(piece);
      options.progress?.(bytes, head.body.size);
    },
    options.signal,
  );
  const isUtf8 = judge.isUtf8(true);
  const encoding = isUtf8 ? head.encoding : "windows-1252";
  const decode = decoderOf(isUtf8 ? "utf-8" : "windows-1252");
  const titles = uniqueTitles(header.cells);
  return {
    readAs: { kind: "text", encoding, separator: head.separator, blank: scanned.blank },
    above: head.rows.slice(0, head.headerAt).map(({ cells }) => cells),
    headerLine: header.line,
    rows: scanned.rows,
    lines: scanned.lines,
    columns: scanned.columns.map((column, at) => lazyColumn(titles[at] ?? "", column, decode)),
    findings: rejectedGroups(scanned.rejected, decode),
  };
};
