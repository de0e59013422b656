import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unguarded } from "../../src/export/cell.ts";
import { encoded, joined } from "../../src/export/chunks.ts";
import { EXPORT_COLUMNS } from "../../src/export/csv.ts";
import { type Decimal, excelCsvChunks } from "../../src/export/excel-csv.ts";
import { OBSERVATION_COLUMNS } from "../../src/standard/observation.ts";
import type { Row } from "../../src/view/query.ts";
import { anyRow, anyText, ROW } from "../standard/rows.ts";
import { AREA_NAMES, rowsOf } from "./real.ts";

const write = (rows: readonly Row[], decimal: Decimal = "point"): string =>
  joined(excelCsvChunks(rows, AREA_NAMES, "3 States", decimal));

/** The cells, by a strict reader that we did not write. */
const read = (text: string, decimal: Decimal = "point"): Record<string, string>[] =>
  parse(text, {
    columns: true,
    bom: true,
    record_delimiter: "\r\n",
    delimiter: decimal === "point" ? "," : ";",
  });

/** A formula of constant texts joined by &, and nothing else. */
const CONSTANT = /^="(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*$/;

/** What Excel shows of a cell: the value of a constant, else the cell itself. */
const shown = (cell: string): string =>
  CONSTANT.test(cell)
    ? [...cell.matchAll(/"((?:[^"]|"")*)"/g)]
        .map(([, text = ""]) => text.replaceAll('""', '"'))
        .join("")
    : unguarded(cell);

const cellOf = (text: string): string =>
  read(write([{ ...ROW, source_detail: text }]))[0]?.["source_detail"] ?? "";

describe("the CSV for Excel", () => {
  it.each(["point", "comma"] as const)(
    "shows every text and every number as it was, decimal %s",
    (decimal) => {
      fc.assert(
        fc.property(fc.array(anyRow, { minLength: 1, maxLength: 4 }), (rows) => {
          const cells = read(write(rows, decimal), decimal);
          expect(cells).toHaveLength(rows.length);
          rows.forEach((row, index) => {
            for (const { name, type } of OBSERVATION_COLUMNS) {
              const cell = cells[index]?.[name] ?? "column missing";
              if (type === "number" && typeof row[name] === "number") {
                expect(cell).not.toContain(decimal === "point" ? "," : ".");
                expect(Number(cell.replace(",", "."))).toBe(row[name]);
              } else expect(shown(cell)).toBe(String(row[name] ?? ""));
            }
          });
        }),
        { numRuns: 200 },
      );
    },
  );

  it("starts no cell as a formula but as a constant text", () => {
    const hostile = fc.oneof(
      anyText,
      fc.constantFrom('="a"&cmd|1', '="a"', "=1", "==", '="', "-2+3", "@a", "\t=1", "5"),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = cellOf(text);
        if (cell.startsWith("=")) expect(cell).toMatch(CONSTANT);
        expect(cell).not.toMatch(/^[+\-@\t\r\n]/);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves nothing that Excel turns into a number, a date, a truth value or an error", () => {
    for (const text of [
      "004",
      "1-2",
      "2016-03",
      "2025-05-12",
      "12:30",
      "1E5",
      "SEPT2",
      "MAR-1",
      "1/2",
      "(5)",
      "5 %",
      "true",
      "FALSE",
      "#N/A",
      "٣",
      "9".repeat(300),
    ])
      expect(cellOf(text)).toMatch(CONSTANT);
    for (const text of [
      "NA",
      "_T",
      "Mexico",
      "March",
      `note=none; cell=B12; ${"a longer note ".repeat(5)}`,
    ])
      expect(cellOf(text)).toBe(text);
  });

  it("cuts a long text into pieces that a formula can hold, and no character in two", () => {
    const text = `1${"😀".repeat(400)}`;
    const cell = cellOf(text);
    const parts = [...cell.matchAll(/"((?:[^"]|"")*)"/g)].map(([, part = ""]) => part);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(255);
      expect(part.isWellFormed()).toBe(true);
    }
    expect(shown(cell)).toBe(text);
  });

  it("starts with a byte order mark, has labels, and separates as its kind says", () => {
    const [bytes] = encoded(excelCsvChunks([ROW], AREA_NAMES, "3 States", "comma"));
    expect([...(bytes?.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
    const text = write([{ ...ROW, obs_value: 12.5 }], "comma");
    expect(text.slice(1).split("\r\n")[0]).toBe(EXPORT_COLUMNS.join(";"));
    expect(text).toContain(";NUMBER;Number;12,5;A;");
    expect(text).toContain(";MEX;Mexico;");
    expect(write([ROW])).toContain(",MEX,Mexico,");
    expect(write([])).toBe(`\ufeff${EXPORT_COLUMNS.join(",")}\r\n`);
  });

  it("holds every row of a whole dataset", async () => {
    const rows = await rowsOf("US_FBI_ARRESTS");
    const cells = read(write(rows));
    expect(cells.map((row) => row["obs_value"])).toEqual(
      rows.map((row) => String(row["obs_value"])),
    );
    expect(cells.map((row) => shown(row["source_row"] ?? ""))).toEqual(
      rows.map((row) => row["source_row"]),
    );
  });
});
