import { unzipSync } from "fflate";
import { ReturnError } from "../finding.ts";
import { dateStyles, isoOfSerial } from "./xlsx-dates.ts";
import { attribute, plainText, stringOf, tagsOf } from "./xlsx-xml.ts";

/** A file larger than this is not unpacked, and no part of one that unpacks to more than the second. */
export const MAX_WORKBOOK_BYTES = 60 << 20;
export const MAX_SHEET_BYTES = 400 << 20;

/** A workbook with what is needed to read any of its sheets. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly strings: readonly string[];
  readonly isDate: readonly boolean[];
  readonly calendar: 1900 | 1904;
}

/** A row of a sheet: where it stands, from 1, and its cells as text, from the first column on. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The old format begins with these bytes. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

const unzip = (bytes: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted =
          /\.(xml|rels)$/i.test(name) && !/\/(drawings|theme|media|charts)\//.test(name);
        if (isWanted && originalSize > MAX_SHEET_BYTES)
          throw new ReturnError("workbook-too-large", name);
        return isWanted;
      },
    });
  } catch (error) {
    if (error instanceof ReturnError) throw error;
    throw new ReturnError("not-a-workbook", error instanceof Error ? error.message : String(error));
  }
};

const textOf = (parts: Readonly<Record<string, Uint8Array>>, path: string | undefined): string => {
  const part = path === undefined ? undefined : parts[path];
  return part === undefined ? "" : new TextDecoder().decode(part);
};

/** Path of a target of a relationship, which is relative to the folder of its source unless it begins with `/`. */
const resolved = (folder: string, target: string): string => {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folder}/${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
};

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

const relationsOf = (parts: Readonly<Record<string, Uint8Array>>, source: string): Relation[] => {
  const cut = source.lastIndexOf("/");
  const folder = cut < 0 ? "" : source.slice(0, cut);
  const rels = textOf(
    parts,
    `${folder === "" ? "" : `${folder}/`}_rels/${source.slice(cut + 1)}.rels`,
  );
  return tagsOf(rels, "Relationship").map((tag) => ({
    id: attribute(tag, "Id") ?? "",
    type: (attribute(tag, "Type") ?? "").replace(/^.*\//, ""),
    path: resolved(folder, attribute(tag, "Target") ?? ""),
  }));
};

/** Opens a workbook. Rejects with a ReturnError where the file is none, is too large, or is in the old format. */
export const openWorkbook = async (file: Blob): Promise<Workbook> => {
  if (file.size > MAX_WORKBOOK_BYTES) throw new ReturnError("workbook-too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (OLD_WORKBOOK.every((byte, at) => bytes[at] === byte)) throw new ReturnError("old-workbook");
  const parts = unzip(bytes);
  const main =
    relationsOf(parts, "").find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  const workbook = textOf(parts, main);
  if (workbook === "") throw new ReturnError("not-a-workbook", main);
  const relations = relationsOf(parts, main);
  const pathOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type)?.path;
  const sheets = tagsOf(workbook, "sheet").flatMap((tag) => {
    const id = attribute(tag, "id");
    const found = relations.find((relation) => relation.id === id);
    const name = attribute(tag, "name") ?? "";
    return found?.type === "worksheet" ? { name, path: found.path } : [];
  });
  if (sheets.length === 0) throw new ReturnError("sheet-missing");
  const shared = textOf(parts, pathOf("sharedStrings"));
  const isOf1904 = tagsOf(workbook, "workbookPr").some((tag) =>
    ["1", "true"].includes(attribute(tag, "date1904") ?? ""),
  );
  return {
    sheets,
    parts,
    strings: [
      ...shared.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g),
    ].map(([, content = ""]) => stringOf(content)),
    isDate: dateStyles(textOf(parts, pathOf("styles"))),
    calendar: isOf1904 ? 1904 : 1900,
  };
};

/** Column of a cell by its address, from 0: `A1` is 0, `AA7` is 26. */
const columnAt = (address: string): number => {
  let column = 0;
  for (const letter of address.match(/^[A-Z]+/)?.[0] ?? "")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

/** A number as Excel shows it: at most 15 digits, so that 0.1 + 0.2 is 0.3. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

const cellText = (attributes: string, content: string, book: Workbook): string => {
  const type = attribute(attributes, "t");
  if (type === "inlineStr") return stringOf(content);
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1];
  if (value === undefined) return "";
  if (type === "s") return book.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== undefined && type !== "n") return plainText(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return plainText(value);
  const style = attribute(attributes, "s");
  const date =
    style !== undefined && book.isDate[Number(style)]
      ? isoOfSerial(number, book.calendar)
      : undefined;
  return date ?? numberText(number);
};

/**
 * The rows of a sheet that have a cell, in order, at most `limit`. Numbers are text with a decimal point, dates are
 * ISO, formulas are the value that was stored with them. Throws a ReturnError when the workbook has no such sheet.
 */
export function* sheetRows(book: Workbook, name: string, limit = Infinity): Generator<SheetRow> {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new ReturnError("sheet-missing", name);
  const xml = textOf(book.parts, sheet.path);
  const pattern = /<(?:\w+:)?(?:(row)(\s[^>]*)?>|c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>))/g;
  let row = 0;
  let cells: string[] = [];
  let made = 0;
  for (const [, isRow, rowTag = "", cellTag = "", content = ""] of xml.matchAll(pattern)) {
    if (isRow !== undefined) {
      if (cells.length > 0) {
        yield { row, cells };
        made += 1;
      }
      if (made >= limit) return;
      row = Number(attribute(rowTag, "r") ?? row + 1);
      cells = [];
      continue;
    }
    const address = attribute(cellTag, "r");
    const column = address === undefined ? cells.length : columnAt(address);
    while (cells.length < column) cells.push("");
    cells[column] = cellText(cellTag, content, book);
  }
  if (cells.length > 0) yield { row, cells };
}
