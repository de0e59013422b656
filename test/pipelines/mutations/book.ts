import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import writeXlsx, { type SheetData } from "write-excel-file/node";
import { readOnlySheet } from "../../../pipelines/read/xlsx.ts";
import { temporaryFolder, textFile } from "../files.ts";
import { type Change, changeFile, type Grid } from "./grid.ts";
import type { Damage } from "./harness.ts";

/** A cell as a workbook may hold it. */
export type BookCell = string | number | Date | null;

const SHEET = "xl/worksheets/sheet1.xml";

/** Parts of the publisher's own workbook, changed as text; the rest stays byte for byte. */
export const changePart = (
  bytes: Uint8Array,
  part: string,
  change: (xml: string) => string,
): Buffer => {
  const parts = unzipSync(bytes);
  const xml = parts[part];
  if (xml === undefined) throw new Error(`The workbook has no part ${part}.`);
  const changed = { ...parts, [part]: strToU8(change(strFromU8(xml))) };
  return Buffer.from(zipSync(changed, { level: 1 }));
};

/** The workbook without the rows after the last. */
export const cutRows = (bytes: Uint8Array, last: number): Buffer =>
  changePart(bytes, SHEET, (xml) => {
    const from = xml.indexOf(`<row r="${last + 1}"`);
    const to = xml.indexOf("</sheetData>");
    if (from < 0) throw new Error(`The workbook has no row ${last + 1}.`);
    return xml.slice(0, from) + xml.slice(to);
  });

/** One cell of the publisher's own workbook becomes `<c r="…"` plus the rest given here. */
export const changeCell = (name: string, reference: string, rest: string): Damage =>
  changeFile(name, (bytes) =>
    changePart(bytes, SHEET, (xml) => {
      const old = new RegExp(`<c r="${reference}"(?:[^>]*/>|[^>]*>.*?</c>)`).exec(xml)?.[0];
      if (old === undefined) throw new Error(`The sheet has no cell ${reference}.`);
      return xml.replace(old, () => `<c r="${reference}"${rest}`);
    }),
  );

/** Text as a cell, for {@link changeCell}. */
export const textCell = (text: string): string =>
  ` t="inlineStr"><is><t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;

/** A number as a cell, for {@link changeCell}. */
export const numberCell = (value: string): string => `><v>${value}</v></c>`;

const written = async (sheets: readonly (readonly [string, Grid<BookCell>])[]): Promise<Buffer> => {
  const data = sheets.map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, format: "dd/mm/yyyy" } : value)),
    ) as SheetData,
  }));
  return Buffer.from(await writeXlsx(data).toBuffer());
};

/** Name and cells of the only sheet of a workbook. */
export const cellsOf = async (bytes: Uint8Array): Promise<[string, Grid<BookCell>]> => {
  const path = await textFile(await temporaryFolder(), "book.xlsx", bytes);
  const { name, rows } = await readOnlySheet(path);
  const plain = rows.map((row) =>
    row.map((cell) => (typeof cell === "boolean" ? String(cell) : cell)),
  );
  return [name, plain];
};

/** A workbook saved again with its cells changed, as a spreadsheet program would. */
export const changeCells = (
  name: string,
  change: Change<BookCell>,
  more: readonly (readonly [string, Grid<BookCell>])[] = [],
): Damage =>
  changeFile(name, async (bytes) => {
    const [sheet, cells] = await cellsOf(bytes);
    return written([[sheet, change(cells)], ...more]);
  });
