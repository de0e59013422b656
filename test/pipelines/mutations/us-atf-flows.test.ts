import { describe, expect, it } from "vitest";
import { usAtfFlows } from "../../../pipelines/sources/us-atf-flows.ts";
import { NO_RAW } from "../raw.ts";
import {
  type BookCell,
  changeCell,
  changeCells,
  changePart,
  numberCell,
  textCell,
} from "./book.ts";
import {
  addFile,
  type Change,
  changeFile,
  changeRow,
  type Grid,
  insertRows,
  keepRows,
  renameFile,
} from "./grid.ts";
import {
  checkOf,
  type Damage,
  difference,
  readRight,
  realFiles,
  refused,
  sourceSubject,
} from "./harness.ts";

const fileOf = (year: number): string => `us-atf-trace-flows/trace_${year}.xlsx`;
const FILE = fileOf(2020);

/** Three of the eleven years, to save time: the last two, and 2012 with its printed slips and the row of Canada. */
const flows = sourceSubject(usAtfFlows, () => realFiles(fileOf(2012), fileOf(2019), FILE));

/** Row of the total and index of its column in 2020, and of the first State. */
const TOTAL = 57;
const LAST = 56;
const sheet = "SOURCE AND RECOVERY STATES › ";

/** The counts with rows and columns exchanged; banners and labels stay. */
const transposed: Change<BookCell> = (rows) =>
  rows.map((cells, row) =>
    cells.map((cell, column) =>
      row >= 2 && row < TOTAL && column >= 2 && column <= LAST
        ? (rows[column]?.[row] ?? null)
        : cell,
    ),
  );

const dropIndex = (rows: Grid<BookCell>, index: number): Grid<BookCell> =>
  rows.map((cells) => (cells.length > index ? cells.toSpliced(index, 1) : cells));

const cell = (row: number, column: number, value: BookCell): Damage =>
  changeCells(
    FILE,
    changeRow<BookCell>(row, (cells) => cells.with(column, value)),
  );

describe.skipIf(NO_RAW)("ATF flows, damaged (skipped without the raw folder)", () => {
  it("reads States that stand in another order on one axis", async () => {
    await readRight(
      flows,
      changeCells(FILE, (rows) => [
        ...rows.slice(0, 2),
        ...rows.slice(2, TOTAL - 1).reverse(),
        ...rows.slice(TOTAL - 1),
      ]),
    );
  });
  it("reads a workbook whose sheet was renamed", async () => {
    await readRight(
      flows,
      changeFile(FILE, (bytes) =>
        changePart(bytes, "xl/workbook.xml", (xml) =>
          xml.replace('name="SOURCE AND RECOVERY STATES"', 'name="Sheet1"'),
        ),
      ),
    );
  });
  it("refuses a matrix whose rows and columns changed places under labels that stayed", async () => {
    await refused(flows, changeCells(FILE, transposed), /trace_2020\.xlsx: looks transposed/);
  });
  it("refuses a whole sheet that was turned, banners and labels too", async () => {
    await refused(
      flows,
      changeCells(FILE, (rows) =>
        (rows[0] ?? []).map((_, column) => rows.map((cells) => cells[column] ?? null)),
      ),
      /trace_2020\.xlsx › SOURCE AND RECOVERY STATES › row 1: value "Recovery State, Source State" is not the banner; allowed: "Recovery State"/,
    );
  });
  it("refuses a total row and a total column in the middle", async () => {
    await refused(
      flows,
      changeCells(FILE, (rows) => insertRows(20, [rows[TOTAL - 1] ?? []])(rows)),
      new RegExp(`${sheet}row 20, column B: value ".*" is missing before the total`),
    );
    await refused(
      flows,
      changeCells(FILE, (rows) => rows.map((cells) => cells.toSpliced(20, 0, cells[LAST] ?? null))),
      new RegExp(`${sheet}row 2, column U: value ".*" is missing before the total`),
    );
  });
  it("refuses a total row that bears the name of a State", async () => {
    await refused(
      flows,
      cell(TOTAL, 1, "GUAM"),
      new RegExp(`${sheet}row 3, column B: starts a list without a total; allowed: TOTAL`),
    );
  });
  it("refuses a State that was added up with a sub-total under its name", async () => {
    await refused(
      flows,
      changeCells(FILE, insertRows<BookCell>(TOTAL, [[null, "SOUTH", ...Array(55).fill(0)]])),
      new RegExp(
        `${sheet}row ${TOTAL}, column B: value "SOUTH" is not a known area; allowed: "ALABAMA"`,
      ),
    );
  });
  it("refuses a sheet without its total row or total column", async () => {
    await refused(
      flows,
      changeCells(
        FILE,
        keepRows((_, row) => row !== TOTAL),
      ),
      new RegExp(`${sheet}row 3, column B: starts a list without a total`),
    );
    await refused(
      flows,
      changeCells(FILE, (rows) => dropIndex(rows, LAST)),
      new RegExp(`${sheet}row 2, column C: starts a list without a total`),
    );
  });
  it("refuses a State that is missing on either axis", async () => {
    await refused(
      flows,
      changeCells(
        FILE,
        keepRows((_, row) => row !== 10),
      ),
      new RegExp(
        `${sheet}row 56, column B: value "DISTRICT OF COLUMBIA" is missing before the total|value "DELAWARE" is missing before the total`,
      ),
    );
    await refused(
      flows,
      changeCells(FILE, (rows) => dropIndex(rows, 3)),
      new RegExp(`${sheet}row 2, column BD: value "ALASKA" is missing before the total`),
    );
  });
  it("refuses a renamed State, one in other letters, with a blank at its end, and one that is there twice", async () => {
    const unknown = (label: string) =>
      new RegExp(
        `${sheet}row 3, column B: value "${label}" is not a known area; allowed: "ALABAMA"`,
      );
    await refused(flows, cell(3, 1, "ALABAMMA"), unknown("ALABAMMA"));
    await refused(flows, cell(3, 1, "Alabama"), unknown("Alabama"));
    await refused(flows, cell(3, 1, "ALABAMA "), unknown("ALABAMA "));
    await refused(
      flows,
      cell(3, 1, "ALASKA"),
      new RegExp(
        `${sheet}row 4, column B: value "ALASKA" stands for an area that is there already; allowed: each area once`,
      ),
    );
  });
  it("refuses a count that is text, suppressed, empty, negative, a fraction or a formula without a number", async () => {
    const refusal = (shown: string) =>
      new RegExp(
        `${sheet}row 3, column E: value ${shown} is not a count; allowed: a number, whole and not negative`,
      );
    await refused(flows, changeCell(FILE, "E3", textCell("19")), refusal('"19"'));
    await refused(flows, changeCell(FILE, "E3", textCell("1,019")), refusal('"1,019"'));
    await refused(flows, changeCell(FILE, "E3", textCell("<5")), refusal('"<5"'));
    await refused(flows, changeCell(FILE, "E3", "/>"), refusal("\\(empty cell\\)"));
    await refused(flows, changeCell(FILE, "E3", numberCell("-19")), refusal("-19"));
    await refused(flows, changeCell(FILE, "E3", numberCell("19.5")), refusal("19\\.5"));
    await refused(flows, changeCell(FILE, "E3", "><f>D3+1</f></c>"), refusal("\\(empty cell\\)"));
  });
  it("refuses a changed count by the totals of its row and its column", async () => {
    await refused(
      flows,
      changeCell(FILE, "E3", numberCell("91")),
      new RegExp(
        `${sheet}row 3, column BE: value \\d+ is not the sum of its cells; allowed: \\d+[^]*row 57, column E: value \\d+ is not the sum of its cells`,
      ),
    );
  });
  it("refuses two counts that changed places in a row", async () => {
    await refused(
      flows,
      changeCells(
        FILE,
        changeRow<BookCell>(3, (cells) =>
          cells.with(2, cells[4] ?? null).with(4, cells[2] ?? null),
        ),
      ),
      new RegExp(`${sheet}row 57, column C: value \\d+ is not the sum of its cells`),
    );
  });
  it("refuses labels that moved one row down against their counts", async () => {
    await refused(
      flows,
      changeCells(FILE, (rows) =>
        rows.map((cells, row) =>
          row >= 2 && row < TOTAL ? cells.with(1, rows[row - 1]?.[1] ?? null) : cells,
        ),
      ),
      new RegExp(`${sheet}row 3, column B: value \\(empty cell\\) is not a known area`),
    );
  });
  it("refuses a sheet without its banner and one with a note beside the matrix", async () => {
    await refused(
      flows,
      changeCells(
        FILE,
        keepRows((_, row) => row > 1),
      ),
      new RegExp(`${sheet}row 1: value "Source State, ALABAMA.*" is not the banner`),
    );
    await refused(
      flows,
      changeCells(FILE, (rows) => [...rows, [null, "Source: ATF"]]),
      new RegExp(
        `${sheet}row 64, column B: value "Source: ATF" stands outside the matrix; allowed: nothing but footnotes`,
      ),
    );
  });
  it("refuses a second sheet, half a workbook and an empty file", async () => {
    await refused(
      flows,
      changeCells(FILE, (rows) => rows, [["2019", [["x"]]]]),
      /trace_2020\.xlsx: value "SOURCE AND RECOVERY STATES, 2019" is not one sheet/,
    );
    const unreadable = /trace_2020\.xlsx: cannot be read as an \.xlsx workbook/;
    await refused(
      flows,
      changeFile(FILE, (bytes) => bytes.subarray(0, 9000)),
      unreadable,
    );
    await refused(
      flows,
      changeFile(FILE, () => Buffer.alloc(0)),
      unreadable,
    );
  });
  it("refuses a year under the file name of another", async () => {
    await refused(
      flows,
      renameFile(FILE, fileOf(2018)),
      new RegExp(
        `trace_2018\\.xlsx › ${sheet}row 59, column B: value "- Includes .*" speaks of another year than the file name; allowed: 2018`,
      ),
    );
  });
  it("refuses a copy of one year under the file name of another that has no footnotes", async () => {
    await refused(
      flows,
      addFile(fileOf(2013), (files) => files.get(fileOf(2012))),
      /trace_2013\.xlsx: has the same cells as trace_2012\.xlsx; allowed: one file for each year/,
    );
  });
  it("reads a source total that is printed up to three too low, flags it and warns", async () => {
    const { lost, gained, checks } = await difference(flows, (files) =>
      changeCells(FILE, (rows) =>
        changeRow<BookCell>(3, (cells) => cells.with(LAST, Number(cells[LAST]) - 3))(rows),
      )(files),
    );
    expect(lost).toHaveLength(1);
    expect(gained).toMatchObject([{ ref_area: "USA", origin_area: "US-AL" }]);
    expect(gained[0]?.flags).toContain("PRINTED_TOTAL_WRONG");
    expect(checkOf(checks, "flows-printed-totals").count).toBe(7);
  });
});

describe.skipIf(NO_RAW)(
  "ATF flows: what only a warning shows (skipped without the raw folder)",
  () => {
    it("warns where two States exchanged their labels on one axis", async () => {
      const { checks } = await difference(
        flows,
        changeCells(FILE, (rows) => {
          const [one, other] = [rows[2]?.[1] ?? null, rows[3]?.[1] ?? null];
          return rows.map((cells, row) =>
            row === 2 ? cells.with(1, other) : row === 3 ? cells.with(1, one) : cells,
          );
        }),
      );
      expect(checkOf(checks, "flows-in-state")).toMatchObject({
        status: "WARNING",
        count: 2,
        examples: ["trace_2020.xlsx: US-AK", "trace_2020.xlsx: US-AL"],
      });
    });
  },
);
