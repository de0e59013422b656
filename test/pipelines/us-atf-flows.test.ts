import { describe, expect, it } from "vitest";
import { standardizeFlows } from "../../pipelines/sources/us-atf-flows.ts";
import { readFlowFile } from "../../pipelines/sources/us-atf-flows-read.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { US_STATES } from "../../src/standard/subnational.ts";
import { type Cell, flowCount, flowSheet, problemsOf, temporaryFolder, workbook } from "./files.ts";

const read = async (rows: readonly Cell[][], year = "2020"): Promise<Observation[]> => {
  const path = await workbook(await temporaryFolder(), `trace_${year}.xlsx`, rows);
  return standardizeFlows(await readFlowFile(path, year));
};

/** The sheet with one cell replaced; row and column count from 1. */
const withCell = (row: number, column: number, value: Cell): Cell[][] =>
  flowSheet().map((cells, r) =>
    cells.map((cell, c) => (r === row - 1 && c === column - 1 ? value : cell)),
  );

const STATES = Object.keys(US_STATES);
const NAMES = Object.values(US_STATES).map((name) => name.toUpperCase());

describe("ATF flows mapping", () => {
  it("reads rows as source and columns as recovery", async () => {
    const rows = await read(flowSheet());
    const cell = rows.find((row) => row.ref_area === "US-AL" && row.origin_area === "US-AK");
    expect(cell).toMatchObject({
      release: "CY2020",
      obs_value: flowCount(1, 0),
      trace_status: "TRACED_TO_PURCHASER",
      breakdown: "origin_area",
      additivity: "PART",
      area_level: "SUBNATIONAL",
      source_row: "4:C",
    });
  });

  it("derives totals by recovery area, by source area, and of all, from the cells", async () => {
    const rows = await read(flowSheet());
    const value = (area: string, origin: string) =>
      rows.find((row) => row.ref_area === area && row.origin_area === origin)?.obs_value;
    const indices = STATES.map((_, index) => index);
    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
    expect(value("US-AK", "_T")).toBe(sum(indices.map((origin) => flowCount(origin, 1))));
    expect(value("USA", "US-AK")).toBe(sum(indices.map((recovery) => flowCount(1, recovery))));
    expect(value("USA", "_T")).toBe(
      sum(indices.flatMap((origin) => indices.map((recovery) => flowCount(origin, recovery)))),
    );
    expect(rows).toHaveLength(54 * 54 + 54 + 54 + 1);
  });

  it("reads the spellings of other years: doubled blank, merged Guam, Canada", async () => {
    const labels = NAMES.map((name) =>
      name === "US VIRGIN ISLANDS"
        ? "US VIRGIN  ISLANDS"
        : name === "GUAM"
          ? "GUAM & NORTHERN MARIANA ISLANDS"
          : name,
    );
    const rows = await read(flowSheet([...labels, "CANADA"]), "2017");
    const flagged = rows.filter((row) => row.flags.includes("AREA_MERGED"));
    expect(new Set(flagged.map((row) => row.origin_area))).toEqual(new Set(["US-GU"]));
    expect(rows.every((row) => row.flags.includes("REKEYED_COPY"))).toBe(true);
    expect(rows.find((row) => row.ref_area === "USA" && row.origin_area === "CAN")).toBeDefined();
  });

  it("accepts footnotes under the matrix", async () => {
    const rows = [...flowSheet(), [], [null, "- Includes Firearms Recovered"]];
    expect(await read(rows)).toEqual(await read(flowSheet()));
  });

  it("flags a printed source total that is off by up to 3 and uses the cells", async () => {
    const printed = Number(flowSheet()[2]?.at(-1)) - 2;
    const rows = await read(withCell(3, 57, printed));
    const row = rows.find((one) => one.ref_area === "USA" && one.origin_area === "US-AL");
    expect(row).toMatchObject({ obs_value: printed + 2, flags: "PRINTED_TOTAL_WRONG|DERIVED" });
    expect(row?.source_detail).toContain(`printed_total=${printed}`);
  });
});

describe("ATF flows damage", () => {
  it("refuses a matrix that was transposed under its labels", async () => {
    const sheet = flowSheet();
    const rows = sheet.map((cells, r) =>
      cells.map((cell, c) =>
        r >= 2 && r < 56 && c >= 2 && c < 56 ? (sheet[c]?.[r] ?? null) : cell,
      ),
    );
    expect(await problemsOf(() => read(rows))).toMatch(/is not the sum of its cells/);
  });

  it("refuses a workbook transposed as a whole", async () => {
    const sheet = flowSheet();
    const rows = (sheet[1] ?? []).map((_, c) => sheet.map((cells) => cells[c] ?? null));
    expect(await problemsOf(() => read(rows))).toMatch(/is not the banner/);
  });

  it("refuses a matrix without its total row, and one with the total taken for an area", async () => {
    expect(await problemsOf(() => read(flowSheet().slice(0, -1)))).toMatch(/without a total/);
    const renamed = withCell(57, 2, "ALL STATES");
    expect(await problemsOf(() => read(renamed))).toMatch(/row 57, column B: value "ALL STATES"/);
  });

  it.each<[string, Cell[][], RegExp]>([
    ["a renamed area", withCell(3, 2, "ALABAMMA"), /row 3, column B: value "ALABAMMA"/],
    ["an area twice", withCell(4, 2, "ALABAMA"), /row 4, column B: .*already/],
    ["a missing area", flowSheet().filter((_, r) => r !== 5), /value "ARKANSAS" is missing/],
    ["text in a cell", withCell(5, 4, "<5"), /row 5, column D: value "<5" is not a count/],
    ["an empty cell", withCell(5, 4, null), /row 5, column D: value \(empty cell\)/],
    ["a negative count", withCell(5, 4, -3), /row 5, column D: value -3/],
    ["a changed count", withCell(5, 4, 9999), /row 57, column D: .*not the sum/],
    ["a source total off by more than 3", withCell(3, 57, 1), /row 3, column BE: .*not the sum/],
    ["a second table below", [...flowSheet(), [null, null, 5]], /row 58, column C: value 5/],
    ["a dropped preamble", flowSheet().slice(1), /is not the banner/],
  ])("refuses %s", async (_, rows, message) => {
    expect(await problemsOf(() => read(rows))).toMatch(message);
  });
});
