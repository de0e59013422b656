import { unzipSync } from "fflate";
import { type Cell, columnLetter, type GridRow } from "../layouts/grid.ts";
import { dateOfSerial, dateStyles } from "./dates.ts";
import { WorkbookError } from "./error.ts";
import { attribute, plainText, stringOf, tagsOf } from "./xml.ts";

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

/** The old format begins with these bytes. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

const unzip = (bytes: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted =
          /\.(xml|rels)$/i.test(name) && !/\/(drawings|theme|media|charts)\//.test(name);
        if (isWanted && originalSize > MAX_SHEET_BYTES)
          throw new WorkbookError("workbook-too-large", name);
        return isWanted;
      },
    });
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new WorkbookError("not-a-workbook", reason, { cause: error });
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

/** Opens a workbook. Rejects with a WorkbookError where the file is none, is too large, or is in the old format. */
export const openWorkbook = async (file: Blob): Promise<Workbook> => {
  if (file.size > MAX_WORKBOOK_BYTES) throw new WorkbookError("workbook-too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (OLD_WORKBOOK.every((byte, at) => bytes[at] === byte)) throw new WorkbookError("old-workbook");
  const parts = unzip(bytes);
  const main =
    relationsOf(parts, "").find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  const workbook = textOf(parts, main);
  if (workbook === "") throw new WorkbookError("not-a-workbook", main);
  const relations = relationsOf(parts, main);
  const pathOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type)?.path;
  const sheets = tagsOf(workbook, "sheet").flatMap((tag) => {
    const id = attribute(tag, "id");
    const found = relations.find((relation) => relation.id === id);
    const name = attribute(tag, "name") ?? "";
    return found?.type === "worksheet" ? { name, path: found.path } : [];
  });
  if (sheets.length === 0) throw new WorkbookError("sheet-missing");
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

const cellOf = (attributes: string, content: string, book: Workbook): Cell => {
  const type = attribute(attributes, "t");
  if (type === "inlineStr") return stringOf(content) || null;
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1];
  if (value === undefined) return null;
  if (type === "s") return book.strings[Number(value)] || null;
  if (type === "b") return value === "1";
  if (type !== undefined && type !== "n") return plainText(value) || null;
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return plainText(value) || null;
  const style = attribute(attributes, "s");
  const isDate = style !== undefined && book.isDate[Number(style)] === true;
  return (isDate ? dateOfSerial(number, book.calendar) : undefined) ?? number;
};

/**
 * The rows of a sheet that have a cell, in order, at most `limit`. A formula is the value that was stored with it, and
 * an error of a formula its text. Throws a WorkbookError when the workbook has no such sheet, has lost its part, or a row
 * or cell stands out of its order, which would hide another.
 */
export function* sheetRows(book: Workbook, name: string, limit = Infinity): Generator<GridRow> {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new WorkbookError("sheet-missing", name);
  if (book.parts[sheet.path] === undefined) throw new WorkbookError("not-a-workbook", sheet.path);
  const xml = textOf(book.parts, sheet.path);
  const pattern = /<(?:\w+:)?(?:(row)(\s[^>]*)?>|c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>))/g;
  let row = 0;
  let cells: Cell[] = [];
  let made = 0;
  for (const [, isRow, rowTag = "", cellTag = "", content = ""] of xml.matchAll(pattern)) {
    if (isRow !== undefined) {
      if (cells.length > 0) {
        yield { row, cells };
        made += 1;
      }
      if (made >= limit) return;
      const next = Number(attribute(rowTag, "r") ?? row + 1);
      if (!(next > row)) throw new WorkbookError("not-a-workbook", `row ${next} after row ${row}`);
      row = next;
      cells = [];
      continue;
    }
    const address = attribute(cellTag, "r");
    const column = address === undefined ? cells.length : columnAt(address);
    if (column < cells.length)
      throw new WorkbookError(
        "not-a-workbook",
        `cell ${address} after ${columnLetter(cells.length - 1)}${row}`,
      );
    while (cells.length < column) cells.push(null);
    cells[column] = cellOf(cellTag, content, book);
  }
  if (cells.length > 0) yield { row, cells };
}
