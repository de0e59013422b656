import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { concatenated, joined } from "../../src/export/chunks.ts";
import { LABELLED_COLUMNS, labelledRow } from "../../src/export/labelled.ts";
import { observationsXlsx } from "../../src/export/xlsx/observations.ts";
import { stringTable } from "../../src/export/xlsx/strings.ts";
import { workbookChunks } from "../../src/export/xlsx/workbook.ts";
import type { Row, Scalar } from "../../src/view/query.ts";
import { anyText, ROW } from "../standard/rows.ts";
import { AREA_NAMES, metaOf, rowsOf } from "./real.ts";
import { wellFormed } from "./xml.ts";

const META = metaOf("UNODC_IAFQ");

type Cells = readonly unknown[];

/** The sheets of a workbook by name, read by another maker's reader. */
const sheetsOf = async (chunks: Iterable<Uint8Array>): Promise<Map<string, readonly Cells[]>> => {
  const sheets = await readWorkbook(Buffer.from(concatenated(chunks)), { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
};

const dataOf = async (rows: readonly Row[]): Promise<readonly Cells[]> =>
  (await sheetsOf(observationsXlsx(rows, META))).get("data") ?? [];

const cell = (rows: readonly Cells[], row: number, column: string): unknown =>
  rows[row]?.[rows[0]?.indexOf(column) ?? -1];

describe("observationsXlsx", () => {
  it("holds every code, label and number of a whole dataset", async () => {
    const rows = await rowsOf("US_FBI_ARRESTS");
    const data = (await sheetsOf(observationsXlsx(rows, metaOf("US_FBI_ARRESTS")))).get("data");
    expect(data?.[0]).toEqual(LABELLED_COLUMNS.map(({ name }) => name));
    expect(data?.slice(1)).toEqual(
      rows.map((row) => labelledRow(row, AREA_NAMES).map((value) => (value === "" ? null : value))),
    );
  }, 60_000);

  it("keeps 004, NA and 1-2 text, numbers numbers, and the cell of a missing number empty", async () => {
    const data = await dataOf([
      { ...ROW, source_row: "004", source_detail: "NA", obs_value: 12.5 },
      { ...ROW, source_row: "1-2", source_detail: "=1+1", obs_value: null, obs_status: "O" },
    ]);
    expect(cell(data, 1, "source_row")).toBe("004");
    expect(cell(data, 1, "source_detail")).toBe("NA");
    expect(cell(data, 1, "obs_value")).toBe(12.5);
    expect(cell(data, 2, "source_row")).toBe("1-2");
    expect(cell(data, 2, "source_detail")).toBe("=1+1");
    expect(cell(data, 2, "obs_value")).toBe(null);
    expect(cell(data, 2, "obs_status_label")).toBe("Not reported");
  });

  it("tells source, release, terms, coverage, caveat, version and the flags that occur", async () => {
    const rows = [{ ...ROW, flags: "SMALL_CELL" }];
    const sheets = await sheetsOf(observationsXlsx(rows, META));
    expect([...sheets.keys()]).toEqual(["data", "metadata", "code lists", "notes"]);
    const metadata = new Map(sheets.get("metadata")?.map(([item, content]) => [item, content]));
    expect(metadata.get("publisher")).toMatch(/UNODC/);
    expect(metadata.get("release")).toMatch(/2025-05-12/);
    expect(metadata.get("citation")).toMatch(/data version 1\.2\.3, 2026-11-20/);
    expect(metadata.get("coverage")).toBe(META.coverage);
    expect(metadata.get("caveat")).toMatch(/not trafficking/);
    expect(metadata.get("flag SMALL_CELL")).toMatch(/1 to 4/);
    expect(metadata.has("flag TOP_N")).toBe(false);
    const lists = sheets.get("code lists") ?? [];
    expect(lists.find(([list, code]) => list === "CL_AREA" && code === "039")).toEqual([
      "CL_AREA",
      "039",
      "Southern Europe",
      null,
      "150",
    ]);
    expect(sheets.get("notes")?.length).toBeGreaterThan(30);
  });

  it("has well-formed parts, a frozen header, and the same bytes each time", async () => {
    const write = () => concatenated(observationsXlsx([ROW], META));
    const parts = unzipSync(write());
    expect(Object.keys(parts)).toHaveLength(10);
    for (const part of Object.values(parts)) wellFormed(strFromU8(part));
    const sheet = parts["xl/worksheets/sheet1.xml"];
    expect(sheet === undefined ? "" : strFromU8(sheet)).toContain('state="frozen"');
    expect(write()).toEqual(write());
  });

  it("refuses text that is too long, and a row without a column", () => {
    const long = { ...ROW, source_detail: "a".repeat(32_768) };
    expect(() => concatenated(observationsXlsx([long], META))).toThrow(/32767.*CSV or Parquet/);
    const { flags: _flags, ...without } = ROW;
    expect(() => concatenated(observationsXlsx([without], META))).toThrow(/flags/);
  });
});

describe("workbookChunks", () => {
  const read = async (rows: readonly (readonly Scalar[])[]): Promise<readonly Cells[]> => {
    const sheet = { name: "any", widths: [10, 10, 10], rows: [["a", "b", "c"], ...rows] };
    return ((await sheetsOf(workbookChunks([sheet], META.date))).get("any") ?? []).slice(1);
  };

  it("brings back numbers as numbers and text as text, whatever stands in it", async () => {
    // What XML cannot hold is written as Excel's _xHHHH_, which this reader does not turn back.
    const readable = anyText.filter(
      (text) => !/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]|_x[\dA-F]{4}_/iu.test(text),
    );
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    await fc.assert(
      fc.asyncProperty(fc.tuple(readable, number, readable), async (row) => {
        const [got] = await read([["kept", ...row.slice(1)], row]).then((rows) => rows.slice(1));
        const [first, second, third] = got ?? [];
        expect(first ?? "").toBe(row[0]);
        expect(second).toBe(row[1]);
        expect(third ?? "").toBe(row[2]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("writes what XML cannot hold as Excel does, and so too text that looks like it", () => {
    const strings = stringTable();
    expect(strings.numberOf("a\u0001b")).toBe(0);
    expect(strings.numberOf("_x0041_ \ud800 <&\r")).toBe(1);
    expect(strings.numberOf("a\u0001b")).toBe(0);
    const xml = joined(strings.xml());
    wellFormed(xml);
    expect(xml).toContain(">a_x0001_b<");
    expect(xml).toContain(">_x005F_x0041_ _xD800_ &lt;&amp;&#13;<");
  });

  it("refuses more rows than a sheet can hold, and names what can hold them", () => {
    const rows = function* (): Generator<readonly Scalar[]> {
      for (let row = 0; row <= 1_048_576; row += 1) yield [];
    };
    const sheet = { name: "data", widths: [], rows: rows() };
    expect(() => {
      for (const _ of workbookChunks([sheet], META.date));
    }).toThrow(/more than 1048575 rows.*CSV or Parquet/);
  }, 60_000);
});
