import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ReportingData, reportingData } from "../../src/build/coverage.ts";
import { siteData } from "../../src/build/site-data.ts";
import { areaSearch } from "../../src/components/coverage/address.ts";
import { itemCounts } from "../../src/components/coverage/items.ts";
import { regionsOf } from "../../src/components/tables/regions.ts";
import { LOCALES, speechOf } from "../../src/i18n/locales.ts";
import { GET } from "../../src/pages/coverage.csv.ts";
import { coverageOf, panelOf } from "../../src/statistics/panel.ts";
import { decodeView } from "../../src/view/url.ts";
import { strictCsv } from "../export/real.ts";
import { DATA, openDatabase, openObservations, table } from "../pipelines/raw.ts";

/** Each item as a condition on the rows of the data, written without the code of the page. */
const ITEM_SQL = {
  ARMS_SEIZED: "indicator = 'ARMS_SEIZED' AND breakdown = '_T'",
  ARMS_FOUND: "indicator = 'ARMS_FOUND' AND breakdown = '_T'",
  ARMS_SURRENDERED: "indicator = 'ARMS_SURRENDERED' AND breakdown = '_T'",
  WEAPON_TYPE: "weapon_type NOT IN ('_T', '_Z')",
  MARKING: "marking NOT IN ('_T', '_Z', 'TOTAL_REPORTED')",
  TRACING:
    "trace_status NOT IN ('_T', '_Z', 'TOTAL_REPORTED', 'IDENTIFIABLE_TOTAL', 'NOT_IDENTIFIABLE_TOTAL')",
  CONDITION: "condition NOT IN ('_T', '_Z', 'TOTAL_REPORTED')",
  SEIZURE_PLACE: "seizure_place NOT IN ('_T', '_Z', 'TOTAL_REPORTED')",
  LEGAL_GROUND: "legal_ground NOT IN ('_T', '_Z', 'TOTAL_REPORTED')",
  OFFENCE_CONTEXT: "offence_context NOT IN ('_T', '_Z') AND indicator LIKE 'ARMS%'",
  PERSONS_OFFENCE: "offence_context NOT IN ('_T', '_Z') AND indicator LIKE 'PERSONS%'",
  PERSONS: "indicator LIKE 'PERSONS%' AND sex = '_T' AND offence_context IN ('_T', '_Z')",
  SEX: "sex NOT IN ('_T', '_Z')",
  AMMUNITION: "indicator = 'AMMUNITION_SEIZED'",
  PARTS: "indicator = 'PARTS_SEIZED'",
  CASES: "indicator = 'SEIZURE_CASES'",
} as const;

/** States with any row: domain guide, section 5.3. */
const STATES: Readonly<Record<number, number>> = {
  2004: 2,
  2005: 2,
  2006: 2,
  2007: 2,
  2008: 3,
  2009: 3,
  2010: 24,
  2011: 24,
  2012: 27,
  2013: 26,
  2014: 4,
  2015: 3,
  2016: 82,
  2017: 84,
  2018: 64,
  2019: 54,
  2020: 38,
  2021: 47,
  2022: 46,
  2023: 36,
  2024: 3,
};

let db: DuckDBConnection;
let reporting: ReportingData;
let file: Record<string, string>[];

/** Area, year, item, and the largest number behind it, by plain SQL. */
const plain = async (): Promise<unknown[][]> => {
  const parts = Object.entries(ITEM_SQL).map(
    ([item, condition]) => `SELECT ref_area, time_period, '${item}', max(obs_value) FROM o
      WHERE dataset = 'UNODC_IAFQ' AND release = '2025-05-12' AND ${condition} GROUP BY ALL`,
  );
  const official = `SELECT ref_area, time_period, 'SDG_16_4_2', max(obs_value) FROM o
    WHERE dataset = 'UN_SDG_16_4_2' GROUP BY ALL`;
  return table(db, [...parts, official].join(" UNION ALL "));
};

const sorted = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => row.join(" ")).sort();

beforeAll(async () => {
  db = await openDatabase();
  await openObservations(db);
  reporting = await reportingData(await siteData());
  const response = await GET({} as Parameters<typeof GET>[0]);
  file = strictCsv(await response.text());
});
afterAll(() => db.closeSync());

describe("who has reported what", () => {
  it("counts the known States of every year, and 2023 as the newest full one", () => {
    const { years, returns, fullYear, areas } = reporting;
    const span = { from: 2004, to: 2024 };
    const counts = coverageOf(returns, span).map((year) => [year.year, year.reporting.length]);
    expect(Object.fromEntries(counts)).toEqual(STATES);
    expect([years[0], years.at(-1), fullYear]).toEqual([2004, 2024, 2023]);
    expect(new Set(returns.map(({ area }) => area)).size).toBe(119);
    expect(areas).toHaveLength(120);
  });

  it("has every item that plain SQL finds, with its largest number, and no other", async () => {
    const { items } = reporting;
    const own = items.map(({ area, year, code, value }) => [area, year, code, value]);
    expect(sorted(own)).toEqual(sorted(await plain()));
  });

  it("finds no row on age, route, victims, transport or disability", async () => {
    expect(reporting.unpublished).toEqual(["AGE", "DISABILITY", "TRANSPORT", "ROUTE", "VICTIMS"]);
    const rows = await table(
      db,
      `SELECT count(*) FILTER (age NOT IN ('_T', '_Z')), count(*) FILTER (origin_area NOT IN ('_T', '_Z')),
         count(*) FILTER (indicator LIKE '%VICTIM%') FROM o WHERE dataset = 'UNODC_IAFQ'`,
    );
    expect(rows).toEqual([[0, 0, 0]]);
    const columns = await table(db, "SELECT column_name FROM (DESCRIBE o)");
    expect(columns.flat().filter((name) => /disab|transport/i.test(String(name)))).toEqual([]);
  });

  it("has the known ten States in every year from 2016 to 2022, Andorra with other numbers", () => {
    const span = { from: 2016, to: 2022 };
    const seized = reporting.items.filter(({ code }) => code === "ARMS_SEIZED");
    const ten = "COL ESP GBR GRC JPN LTU MAR MEX SVK SWE".split(" ");
    expect(panelOf(seized, span)).toEqual(ten);
    expect(panelOf(reporting.returns, span)).toEqual(["AND", ...ten]);
  });

  it("counts the States of an item and year as plain SQL does", async () => {
    const counts = itemCounts(reporting, { from: 2016, to: 2023 });
    const own = counts.flatMap(({ item, years }) =>
      years.flatMap(({ year, count }) => (count === 0 ? [] : [[item, year, count]])),
    );
    const found = new Map<string, number>();
    for (const [, year, item, most] of await plain()) {
      if (most === null || Number(year) < 2016 || Number(year) > 2023) continue;
      const key = `${item} ${year}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    expect(sorted(own)).toEqual(sorted([...found]));
  });

  it("leads to a view of the explorer that holds the State, for every State", async () => {
    const data = await siteData();
    for (const area of reporting.areas) {
      const { view, notes } = decodeView(areaSearch(data, area), data.catalogue);
      expect([view.areas, notes]).toEqual([[area], []]);
    }
  });

  it("puts every State into the region that UNODC prints, in alphabetical order", async () => {
    const [english] = LOCALES;
    if (english === undefined) throw new Error("There is no language.");
    const regions = regionsOf(reporting.areas, (await siteData()).names, speechOf(english));
    expect(regions.map(({ label, areas }) => [label, areas.length])).toEqual([
      ["Africa", 28],
      ["Americas", 29],
      ["Asia", 24],
      // With Estonia, which has an official value of 16.4.2 and no row in UNODC's file.
      ["Europe", 37],
      ["Oceania", 2],
    ]);
    const names = regions.flatMap(({ areas }) => areas.map(({ label }) => label));
    expect(names.slice(0, 3)).toEqual(["Algeria", "Angola", "Botswana"]);
  });
});

describe("the file of coverage", () => {
  it("has one row for each State, year and item, and says what it is and where from", async () => {
    const versions = await table(db, `SELECT version FROM read_csv('${DATA}/versions.csv')`);
    const newest = versions.at(-1)?.[0];
    expect(file).toHaveLength(120 * 21 * 17);
    const keys = file.map((row) => `${row["ref_area"]} ${row["time_period"]} ${row["item"]}`);
    expect(new Set(keys).size).toBe(file.length);
    expect(new Set(file.map((row) => `${row["source"]} ${row["release"]}`))).toEqual(
      new Set(["UNODC_IAFQ 2025-05-12", "UN_SDG_16_4_2 2026.Q3.G.01"]),
    );
    expect(new Set(file.map((row) => row["data_version"]))).toEqual(new Set([newest]));
  });

  it("says of every row what plain SQL says", async () => {
    const given = (most: unknown) =>
      most === null ? "withheld" : most === 0 ? "zeros" : "numbers";
    const expected = (await plain()).map(([area, year, item, most]) => [
      area,
      year,
      item,
      most === null ? 0 : 1,
      given(most),
    ]);
    const own = file
      .filter((row) => row["given"] !== "nothing")
      .map((row) =>
        ["ref_area", "time_period", "item", "reported", "given"].map((name) => row[name]),
      );
    expect(sorted(own)).toEqual(sorted(expected));
    const silent = file.filter((row) => row["given"] === "nothing");
    expect(new Set(silent.map((row) => row["reported"]))).toEqual(new Set(["0"]));
    const returned = file.filter((row) => row["item"] === "PARTS" && row["returned"] === "1");
    expect(returned).toHaveLength(Object.values(STATES).reduce((sum, count) => sum + count, 0));
  });
});
