import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMULA, unguarded } from "../../src/export/cell.ts";
import { joined } from "../../src/export/chunks.ts";
import { codesCsvChunks, EXPORT_COLUMNS, observationsCsv } from "../../src/export/csv.ts";
import { COLUMN_NAMES, OBSERVATION_COLUMNS } from "../../src/standard/observation.ts";
import { observationsQuery, type Row } from "../../src/view/query.ts";
import { DEFAULT_VIEW, type View } from "../../src/view/view.ts";
import { anyRow, anyText, ROW } from "../standard/rows.ts";
import { AREA_NAMES, engine, rowsOf, strictCsv } from "./real.ts";

const COVERAGE = "3 States that report in every year shown";
const codesCsv = (rows: Iterable<Row>): string => joined(codesCsvChunks(rows));
const labelledCsv = (rows: readonly Row[]): string => observationsCsv(rows, AREA_NAMES, COVERAGE);

const WRITERS: [string, (rows: readonly Row[]) => string, readonly string[]][] = [
  ["codes", codesCsv, COLUMN_NAMES],
  ["labels", labelledCsv, EXPORT_COLUMNS],
];

describe.each(WRITERS)("the CSV with %s", (_, write, columns) => {
  it("brings back every text and every number, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 5 }), (rows) => {
        const read = strictCsv(write(rows));
        expect(read).toHaveLength(rows.length);
        rows.forEach((row, index) => {
          for (const { name, type } of OBSERVATION_COLUMNS) {
            const cell = read[index]?.[name] ?? "column missing";
            if (type === "number" && typeof row[name] === "number")
              expect(Number(cell)).toBe(row[name]);
            else expect(unguarded(cell)).toBe(String(row[name] ?? ""));
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("starts no text cell as a formula", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [row] = strictCsv(write([{ ...ROW, source_detail: text }]));
        expect(row?.["source_detail"]).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
      { numRuns: 300 },
    );
  });

  it("guards a formula, before a line end too, and nothing else", () => {
    for (const text of ["=1+1", "+1", "@a", "-2+3", "\t=1", "=1\nmore", "\r=1", "'=1", "''@"]) {
      const [row] = strictCsv(write([{ ...ROW, source_detail: text }]));
      expect(row?.["source_detail"]).toBe(`'${text}`);
    }
    for (const text of ["_T", "a=b", "'quoted'", "1-2", "004", "NA", ""]) {
      const [row] = strictCsv(write([{ ...ROW, source_detail: text }]));
      expect(row?.["source_detail"]).toBe(text);
    }
  });

  it("leaves a negative number a number and a missing one empty", () => {
    const [five, none] = strictCsv(
      write([
        { ...ROW, obs_value: -5 },
        { ...ROW, obs_value: null, obs_status: "O" },
      ]),
    );
    expect(five?.["obs_value"]).toBe("-5");
    expect(none).toMatchObject({ obs_value: "", obs_status: "O" });
  });

  it("is a header alone where there are no rows", () => {
    expect(write([])).toBe(`${columns.join(",")}\r\n`);
  });

  it("ends every line with CR LF and starts without a byte-order mark", () => {
    const csv = write([ROW, ROW]);
    expect(csv.startsWith(`${columns[0]},${columns[1]},`)).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(4);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("refuses a row without a column", () => {
    const { obs_status: _status, ...without } = ROW;
    expect(() => write([without])).toThrow(/obs_status/);
  });
});

it("the guard can be taken away from every text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const guarded = FORMULA.test(text) ? `'${text}` : text;
      expect(unguarded(guarded)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

describe("observationsCsv", () => {
  it("writes a label beside each code, then source, release and caveat", () => {
    const [row] = strictCsv(labelledCsv([{ ...ROW, flags: "SMALL_CELL|TOP_N" }]));
    expect(row).toMatchObject({
      ref_area: "MEX",
      ref_area_label: "Mexico",
      weapon_type_label: "Pistol",
      sex_label: "Not applicable",
      flags_label: "Small number|Cut list",
      citation: "UNODC, Illicit Arms Flows Questionnaire, release 2025-05-12",
      coverage: COVERAGE,
    });
    expect(row?.["caveat"]).toMatch(/not trafficking/);
    expect(EXPORT_COLUMNS).toEqual(expect.arrayContaining([...COLUMN_NAMES]));
  });

  it("refuses a code, an area and a flag without a label", () => {
    expect(() => labelledCsv([{ ...ROW, weapon_type: "LASER" }])).toThrow(/LASER/);
    expect(() => labelledCsv([{ ...ROW, ref_area: "XXX" }])).toThrow(/XXX/);
    expect(() => labelledCsv([{ ...ROW, flags: "ODD" }])).toThrow(/ODD/);
  });
});

/** Rows and sum of a CSV file, by DuckDB in strict mode. */
const byDuckDb = async (csv: string): Promise<unknown> => {
  const folder = await mkdtemp(join(tmpdir(), "csv-"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    const file = join(folder, "view.csv");
    await writeFile(file, csv);
    const reader = await connection.runAndReadAll(
      `SELECT CAST(sum(CAST(obs_value AS DOUBLE)) AS DOUBLE) AS sum, CAST(count(*) AS DOUBLE) AS rows FROM read_csv('${file}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', strict_mode = true, null_padding = false, ignore_errors = false)`,
    );
    return reader.getRowObjectsJS()[0];
  } finally {
    connection.closeSync();
    await rm(folder, { recursive: true });
  }
};

const sumAndRows = async (sql: string, params: readonly (string | number)[]): Promise<unknown> => {
  const [row] = await engine.query({
    sql: `SELECT CAST(sum(obs_value) AS DOUBLE) AS sum, CAST(count(*) AS DOUBLE) AS rows FROM (${sql})`,
    params,
  });
  return row;
};

describe("the file of a real view", () => {
  const views: [string, View][] = [
    ["arms seized by type in two States", { ...DEFAULT_VIEW, areas: ["MEX", "COL"] }],
    ["pistols seized", { ...DEFAULT_VIEW, filters: { weapon_type: ["PISTOL"] }, outliers: "with" }],
    [
      "arrests by sex and age",
      {
        ...DEFAULT_VIEW,
        dataset: "US_FBI_ARRESTS",
        indicator: "ARRESTS_WEAPONS",
        by: "sex",
        filters: { age: ["Y15", "Y16"] },
        from: 2000,
        to: 2016,
      },
    ],
  ];

  it.each(views)("%s: has the same rows and sum for another reader", async (_, view) => {
    const { sql, params } = observationsQuery(view);
    const rows = await engine.query({ sql, params });
    expect(rows.length).toBeGreaterThan(0);
    const asked = await sumAndRows(sql, params);
    for (const [, write] of WRITERS) expect(await byDuckDb(write(rows))).toEqual(asked);
  });

  it("a whole dataset comes in pieces that no reader can tell", async () => {
    const rows = await rowsOf("US_ATF_PROFILES");
    const pieces = [...codesCsvChunks(rows)];
    expect(pieces.length).toBe(10);
    expect(await byDuckDb(pieces.join(""))).toEqual(
      await sumAndRows("SELECT * FROM observation_US_ATF_PROFILES", []),
    );
  });
});
