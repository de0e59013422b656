import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readUnodcTable } from "../../pipelines/read/unodc-table.ts";
import { readAreas } from "../../pipelines/sources/un-m49.ts";
import { standardizeIafq } from "../../pipelines/sources/unodc-iafq.ts";
import { checkReturn } from "../../src/return/check.ts";
import { readRaw } from "../../src/return/file.ts";
import { portalQuery, readPortal } from "../../src/return/portal.ts";
import { COUNT } from "../../src/standard/layouts/unodc-table.ts";
import { COLUMN_NAMES } from "../../src/standard/observation.ts";
import { NO_RAW, RAW } from "../pipelines/raw.ts";
import { AREAS, openReturn } from "./database.ts";

const BY_CODE = new Map(AREAS.map((area) => [area.code, area]));
const HEADER =
  "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source";
const GOOD = "MEX,Mexico,Americas,Latin America,Arms seized,Total,Total,na,na,2021,Counts,9,IAFQ";

const open = async (...lines: string[]) => {
  const raw = await readRaw(new Blob([["UNODC", "12/05/2025", HEADER, ...lines].join("\n")]), {
    separator: ",",
    headerAt: 2,
  });
  return readPortal(raw, BY_CODE, "2026-11-01");
};

describe("a file in the layout of the portal", () => {
  it.skipIf(NO_RAW)("gives what the pipelines make of UNODC's own file", async () => {
    const path = join(RAW, "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx");
    const raw = await readRaw(new Blob([Uint8Array.from(await readFile(path))]));
    const { table, findings } = readPortal(raw, BY_CODE, "2025-05-12");
    expect(findings).toEqual([]);
    const { observations } = standardizeIafq(
      await readUnodcTable(path, COUNT),
      await readAreas(RAW),
    );
    // The pipelines know of one country's figures that they cover another population.
    const scope = /OUTLIER_SCOPE/;
    const own = new Set(["dataset", "conf_status"]);
    const names = COLUMN_NAMES.filter((name) => !own.has(name));
    const expected = observations
      .filter(({ flags }) => !scope.test(flags))
      .map((row) => names.map((name) => row[name] ?? "").join("|"));
    const columns = names.map((name) => table.columns.find((column) => column.name === name));
    const found = new Set(
      Array.from({ length: table.rows }, (_, row) =>
        columns
          .map((column) =>
            column === undefined || column.kind === "enum" ? "?" : column.values[row],
          )
          .map((value) => (Number.isNaN(value) ? "" : value))
          .join("|"),
      ),
    );
    expect(table.rows).toBe(observations.length);
    expect(expected.filter((row) => !found.has(row))).toEqual([]);
  });

  it("is checked with its line numbers, and breaks no rule when whole", async () => {
    const { table, findings } = await open(
      GOOD,
      GOOD.replace("Total,Total", "by type,pistol").replace(",9,", ",7,"),
    );
    expect(findings).toEqual([]);
    const db = await openReturn();
    await db.insert(table);
    await db.run(portalQuery());
    expect(
      await db.ask({
        sql: "SELECT dataset, line, obs_value FROM own_observation ORDER BY line",
        params: [],
      }),
    ).toEqual([
      { dataset: "OWN_RETURN", line: 4, obs_value: 9 },
      { dataset: "OWN_RETURN", line: 5, obs_value: 7 },
    ]);
    const groups = await checkReturn(db);
    expect(groups.map(({ rule, findings }) => `${rule} ${findings[0]?.line}`)).toEqual([
      "flag-parts-lt-total 5",
    ]);
  });

  it.each([
    ["MEX", "MXX", "Iso3_code", "ISO3 codes of UN M49"],
    ["Arms seized", "Arms siezed", "Indicator", '"Arms found"'],
    [",Total,Total,", ",by type,bow,", "Category", '"pistol"'],
    [",Total,Total,", ",by colour,Total,", "Dimension", '"by type"'],
    [",2021,", ",21,", "Year", "four digits"],
    [",9,", ",9.5,", "VALUE", "a number, whole and not negative"],
    [",9,", ",-9,", "VALUE", "a number, whole and not negative"],
    [",9,", ",,", "VALUE", "a number, whole and not negative"],
    ["na,na", "Male,na", "Sex", '"na"'],
    [",Counts,", ",Rate,", "Unit of measurement", '"Counts"'],
  ])(
    "names line, column, value and what is allowed: %s → %s",
    async (from, to, column, allowed) => {
      const { table, findings } = await open(
        GOOD,
        GOOD.replace("2021", "2020").replace(from.replace("2021", "2020"), to),
      );
      expect(table.rows).toBe(1);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ rule: "portal-cell", status: "FAIL", count: 1 });
      const [finding] = findings[0]?.findings ?? [];
      expect(finding).toMatchObject({ line: 5, column });
      expect(finding?.allowed).toContain(allowed);
    },
  );

  it("does without names, regions, unit and source, and not without a label", async () => {
    const short = "iso3_code;INDICATOR;Dimension;Category;Sex;Age;Year;value";
    const raw = await readRaw(new Blob([`${short}\nMEX;Arms seized;Total;Total;na;na;2021;9\n`]));
    const { table, findings } = readPortal(raw, BY_CODE, "2026-11-01");
    expect([table.rows, findings]).toEqual([1, []]);
    const without = await readRaw(
      new Blob(["iso3_code;INDICATOR;Year;value\nMEX;Arms seized;2021;9\n"]),
    );
    expect(() => readPortal(without, BY_CODE, "2026-11-01")).toThrow(
      "portal-columns: Dimension, Category, Sex, Age",
    );
  });
});
