import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import readWithLibrary from "read-excel-file/node";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parseCsv, parseRecords } from "../../pipelines/read/csv.ts";
import { readOnlySheet, readXlsx } from "../../pipelines/read/xlsx.ts";
import { columnLetter } from "../../src/standard/layouts/grid.ts";
import { formatProblem, MAX_PROBLEMS, problemLog } from "../../src/standard/problem.ts";
import { problemsOf, temporaryFolder, textFile, workbook } from "./files.ts";
import { NO_RAW, RAW } from "./raw.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const COLUMNS = ["a", "b"] as const;

/** The workbooks of the raw folder. */
const WORKBOOKS = NO_RAW
  ? []
  : readdirSync(RAW, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".xlsx"),
    );

afterEach(() => vi.restoreAllMocks());

describe("problems", () => {
  it("are one line with file, sheet, row, column, value and what is allowed", () => {
    const problem = { file: "f.xlsx", sheet: "S", row: 57, column: "K", value: "x" };
    expect(formatProblem({ ...problem, message: "is not a count", allowed: "digits" })).toBe(
      'f.xlsx › S › row 57, column K: value "x" is not a count; allowed: digits',
    );
  });

  it("stop reading after a page of them, not at the first", async () => {
    const log = problemLog("f.csv");
    for (let row = 1; row < MAX_PROBLEMS; row += 1) log.add({ row, message: "is wrong" });
    const text = await problemsOf(() => log.add({ row: MAX_PROBLEMS, message: "is wrong" }));
    expect(text.split("\n")).toHaveLength(MAX_PROBLEMS);
  });
});

describe("CSV reader", () => {
  it("gives back every table that was written, as text, with the line of each record", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("NA", "004", "", '"', ",", "a\nb", " x ", "1,5", "\u00A0", "é"),
    );
    const row = fc.tuple(cell, cell);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const csv = Papa.unparse([[...COLUMNS], ...rows], { newline: "\n" });
        const read = parseCsv("f.csv", bytes(`${csv}\n`), COLUMNS);
        expect(read.map(({ cells }) => [cells.a, cells.b])).toEqual(rows);
        let line = 2;
        for (const [at, cells] of rows.entries()) {
          expect(read[at]?.line).toBe(line);
          line += cells.join("").split("\n").length;
        }
      }),
    );
  });

  it("finds columns by name, in any order, and ignores others", () => {
    const [row] = parseCsv("f.csv", bytes("b,c,a\n1,2,3\n"), COLUMNS);
    expect(row?.cells).toEqual({ a: "3", b: "1" });
  });

  it("drops a byte-order mark and reads Windows line ends", () => {
    const rows = parseCsv("f.csv", bytes("\uFEFFa,b\r\n1,2\r\n3,4\r\n"), COLUMNS);
    expect(rows.map(({ cells }) => cells.b)).toEqual(["2", "4"]);
  });

  it("keeps NA and leading zeros as text", () => {
    const [row] = parseCsv("f.csv", bytes("a,b\nNA,004"), COLUMNS);
    expect(row?.cells).toEqual({ a: "NA", b: "004" });
  });

  it("gives records of any length where no header is asked for", () => {
    expect(parseRecords("f.csv", bytes('\uFEFFa\n"b\nc",d\n\ne'))).toEqual([
      { line: 1, cells: ["a"] },
      { line: 2, cells: ["b\nc", "d"] },
      { line: 4, cells: [""] },
      { line: 5, cells: ["e"] },
    ]);
  });

  it.each([
    ["a missing column", bytes("a,x\n1,2\n"), /row 1: .*column "b"/],
    ["a doubled column", bytes("a,b,a\n1,2,3\n"), /row 1: .*column "a"/],
    ["semicolons", bytes("a;b\n1;2\n"), /row 1: value "a;b"/],
    ["a record with too few fields", bytes("a,b\n1,2\n3\n"), /row 3: .*1 fields instead of 2/],
    ["a record with too many fields", bytes("a,b\n1,2,5\n"), /row 2: .*3 fields instead of 2/],
    ["a decimal comma", bytes("a,b\n1,2,5\n"), /row 2: value "1,2,5"/],
    ["an empty line in the middle", bytes("a,b\n\n1,2\n"), /row 2: .*1 fields/],
    ["a quote that does not end", bytes('a,b\n1,"2\n'), /row 2: cannot be read/],
    ["latin-1", Uint8Array.of(97, 44, 98, 10, 233, 44, 49), /row 2: is not UTF-8/],
    ["an empty file", bytes(""), /row 1: .*column "a"/],
  ])("refuses %s", async (_, content, message) => {
    expect(await problemsOf(() => parseCsv("f.csv", content, COLUMNS))).toMatch(message);
  });
});

describe("XLSX reader", () => {
  it("keeps text untrimmed, empty cells and row numbers", async () => {
    const folder = await temporaryFolder();
    const path = await workbook(folder, "f.xlsx", [[" a "], [], [null, 7, "007"]], "S");
    const sheet = await readOnlySheet(path);
    expect(sheet).toEqual({
      name: "S",
      rows: [
        [" a ", null, null],
        [null, null, null],
        [null, 7, "007"],
      ],
    });
  });

  it("reads a large sheet however slow the machine is", async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [at, `row ${at}`, null, at / 2]);
    const path = await workbook(await temporaryFolder(), "f.xlsx", rows);
    let now = 0;
    vi.spyOn(Date, "now").mockImplementation(() => (now += 50));
    expect((await readOnlySheet(path)).rows).toEqual(rows);
  });

  it("refuses the error of a formula, with its place", async () => {
    const path = await workbook(await temporaryFolder(), "f.xlsx", [["a"], [1], ["#REF!"]], "S");
    expect(await problemsOf(() => readXlsx(path))).toBe(
      'f.xlsx › S › row 3, column A: value "#REF!" is the error of a formula, not a value',
    );
  });

  it.each(WORKBOOKS)("reads %s as another library does", async (name) => {
    // That library halves what it reads at once when a clock says that it is slow, until its stack is full.
    vi.spyOn(Date, "now").mockReturnValue(0);
    const path = join(RAW, name);
    const [expected] = await readWithLibrary(path, { trim: false });
    const sheet = await readOnlySheet(path);
    expect(sheet.name).toBe(expected?.sheet);
    expect(sheet.rows).toEqual(expected?.data);
  });

  it("refuses a text file with the ending of a workbook", async () => {
    const path = await textFile(await temporaryFolder(), "f.xlsx", "a,b\n1,2\n");
    expect(await problemsOf(() => readXlsx(path))).toMatch(/f\.xlsx: cannot be read as an \.xlsx/);
  });

  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [56, "BE"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("names column %i %s", (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });
});
