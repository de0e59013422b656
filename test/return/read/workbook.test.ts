import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import readWithLibrary from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import writeXlsx, { type SheetData } from "write-excel-file/node";
import { concatenated } from "../../../src/export/chunks.ts";
import { workbookChunks } from "../../../src/export/xlsx/workbook.ts";
import { peekFile, readRaw } from "../../../src/return/file.ts";
import { cellOf, type RawTable } from "../../../src/return/raw-table.ts";
import { NO_RAW, RAW } from "../../pipelines/raw.ts";
import { anyText } from "../../standard/rows.ts";
import { byHand, MAIN, OFFICE } from "../../standard/workbook/by-hand.ts";

const rowsOf = (table: RawTable): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => cellOf(column, row)),
  );

const written = async (data: SheetData, sheet = "Sheet1"): Promise<Blob> =>
  new Blob([Uint8Array.from(await writeXlsx(data, { sheet }).toBuffer())]);

describe("a workbook", () => {
  it("written by another library is read back: text, numbers, dates, yes and no, gaps", async () => {
    const file = await written([
      [{ value: "day" }, { value: "arms" }, { value: "seen" }, { value: "note" }],
      [
        { value: new Date("2021-03-04T00:00:00Z"), type: Date, format: "dd/mm/yyyy" },
        { value: 0.1 + 0.2 },
        { value: true },
        { value: " a & <b> " },
      ],
      [null, { value: 1234567 }, { value: false }, null],
    ]);
    const table = await readRaw(file);
    expect(rowsOf(table)).toEqual([
      ["2021-03-04", "0.3", "TRUE", " a & <b> "],
      ["", "1234567", "FALSE", ""],
    ]);
    expect([...table.lines]).toEqual([2, 3]);
    expect(table.readAs).toEqual({ kind: "workbook", sheet: "Sheet1" });
  });

  it("written by our own export is read back, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          anyText.filter((text) => text.trim() !== ""),
          { minLength: 1 },
        ),
        async (texts) => {
          const rows = [["text", "place"], ...texts.map((text, at) => [text, at + 1])];
          const chunks = workbookChunks([{ name: "data", widths: [10, 10], rows }], "2026-11-25");
          const table = await readRaw(new Blob([concatenated(chunks)]), { headerAt: 0 });
          expect(rowsOf(table)).toEqual(texts.map((text, at) => [text, String(at + 1)]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps the numbers of its rows over empty ones, and reads columns by their letters", async () => {
    const cell = (address: string, text: string): string =>
      `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const table = await readRaw(
      byHand(
        `<row r="1">${cell("A1", "title of the table")}</row><row r="3">${cell("A3", "a")}${cell("C3", "c")}</row><row r="4"/><row r="7">${cell("C7", "x")}</row><row r="9">${cell("A9", "y")}<c r="C9"/></row>`,
      ),
    );
    expect(table.headerLine).toBe(3);
    expect(table.columns.map(({ title }) => title)).toEqual(["a", "column 2", "c"]);
    expect([...table.lines]).toEqual([7, 9]);
    expect(rowsOf(table)).toEqual([
      ["", "", "x"],
      ["y", "", ""],
    ]);
  });

  it("reads prefixed tags, shared strings in runs without their reading aids, and the calendar of 1904", async () => {
    const file = byHand(
      '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:v>b&amp;c</x:v></x:c></x:row><x:row><x:c s="1"><x:v>0</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>',
      {
        "xl/sharedStrings.xml": `<x:sst xmlns:x="${MAIN}"><x:si><x:r><x:t>da</x:t></x:r><x:r><x:t xml:space="preserve">y </x:t></x:r><x:rPh><x:t>kana</x:t></x:rPh></x:si></x:sst>`,
        "xl/styles.xml": `<x:styleSheet xmlns:x="${MAIN}"><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>`,
        "xl/workbook.xml": `<x:workbook xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" r:id="r1"/></x:sheets></x:workbook>`,
      },
      "x:",
    );
    const table = await readRaw(file, { headerAt: 0 });
    expect(table.columns.map(({ title }) => title)).toEqual(["day", "b&c"]);
    expect(rowsOf(table)).toEqual([["1904-01-01", "2"]]);
  });

  it("lists its sheets, opens the first with rows, and another when asked", async () => {
    const sheets = [
      { name: "notes", widths: [10], rows: [["read me"]] },
      { name: "2020", widths: [10], rows: [["a"], ["1"]] },
      { name: "2021", widths: [10], rows: [["b"], ["2"]] },
    ];
    const file = new Blob([concatenated(workbookChunks(sheets, "2026-11-25"))]);
    expect(await peekFile(file)).toMatchObject({
      kind: "workbook",
      sheets: ["notes", "2020", "2021"],
      sheet: "2020",
    });
    expect((await readRaw(file, { sheet: "2021" })).columns[0]?.title).toBe("b");
  });

  it.each([
    [new Blob(["PK\u0003\u0004 not a zip"]), "not-a-workbook"],
    [new Blob([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2)]), "old-workbook"],
    [byHand(""), "sheet-empty"],
  ])("is refused with a reason (%#)", async (file, reason) => {
    await expect(readRaw(file)).rejects.toMatchObject({ name: "ReturnError", reason });
  });

  it("is refused where the asked sheet is missing", async () => {
    const file = await written([[{ value: "a" }], [{ value: "1" }]]);
    await expect(readRaw(file, { sheet: "none" })).rejects.toMatchObject({
      reason: "sheet-missing",
      detail: "none",
    });
  });

  it.skipIf(NO_RAW)("of a publisher has the cells that another library reads in it", async () => {
    const path = join(RAW, "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx");
    const [sheet] = await readWithLibrary(path, { trim: false });
    const table = await readRaw(new Blob([Uint8Array.from(await readFile(path))]));
    expect(table.headerLine).toBe(3);
    const expected = (sheet?.data ?? [])
      .slice(3)
      .map((cells) => cells.map((cell) => String(cell ?? "")));
    expect(rowsOf(table)).toEqual(expected);
  });
});
