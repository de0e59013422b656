import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMapping } from "../../src/return/apply.ts";
import { checkReturn } from "../../src/return/check.ts";
import { readRaw } from "../../src/return/file.ts";
import { firstTotals } from "../../src/return/first-totals.ts";
import type { Mapping } from "../../src/return/mapping.ts";
import { materialized, standardizeQuery } from "../../src/return/standardize.ts";
import { openReturn } from "./database.ts";

/** One database for all tests: each makes its tables anew. */
const database = openReturn();

/** A register of seizures: day, area, type, place and number, as its keeper writes them. */
interface Entry {
  readonly day: string;
  readonly area: string;
  readonly type: string;
  readonly place: string;
  readonly arms: number;
}

const TYPES: Readonly<Record<string, string>> = { pistola: "PISTOL", fusil: "RIFLE", "?": "_U" };
/** `nowhere` is left out by the reader. */
const PLACES: Readonly<Record<string, string>> = {
  puerto: "VESSEL_HARBOUR",
  frontera: "LAND_BORDER",
};
const AREAS: Readonly<Record<string, string>> = { México: "MEX", Texas: "US-TX" };

const meaning = (codes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(codes).map(([value, code]) => [value, { code }]));

const MAPPING: Mapping = {
  form: 1,
  release: "2026-11-01",
  indicator: "ARMS_SEIZED",
  rows: "RECORDS",
  count: { column: "n", decimal: "." },
  period: { kind: "DATE", column: "day", order: "DMY" },
  covers: null,
  area: { kind: "COLUMN", column: "area", values: meaning(AREAS) },
  dimensions: {
    weapon_type: { column: "type", values: meaning(TYPES) },
    seizure_place: {
      column: "place",
      values: { ...meaning(PLACES), nowhere: { leaveOut: "not recorded" } },
    },
  },
};

const csvOf = (entries: readonly Entry[]): Blob =>
  new Blob([
    [
      "day;area;type;place;n",
      ...entries.map(({ day, area, type, place, arms }) =>
        [day, area, type, place, arms].join(";"),
      ),
    ].join("\r\n"),
  ]);

/** The observations of a register, as `freq period area breakdown type place additivity` with their values. */
const observed = async (file: Blob, mapping: Mapping) => {
  const raw = await readRaw(file, { separator: ";", headerAt: 0 });
  const applied = applyMapping(raw, mapping);
  const db = await database;
  await db.insert(applied.table);
  await db.run(standardizeQuery(mapping, applied));
  const rows = await db.ask({
    sql: `SELECT concat_ws(' ', freq, time_period, ref_area, area_level, breakdown, weapon_type, seizure_place, additivity) AS key,
        obs_value AS value FROM own_observation`,
    params: [],
  });
  return {
    db,
    applied,
    counts: new Map(rows.map(({ key, value }) => [key, value])),
    size: rows.length,
  };
};

/** The same by loops over the register. */
const expected = (entries: readonly Entry[], hasLeftOut: boolean): Map<string, number> => {
  const counts = new Map<string, number>();
  const add = (key: (string | undefined)[], arms: number): void => {
    const text = key.join(" ");
    counts.set(text, (counts.get(text) ?? 0) + arms);
  };
  const level = (area: string): string => (area === "Texas" ? "SUBNATIONAL" : "COUNTRY");
  for (const { day, area, type, place, arms } of entries) {
    const [, month, year] = day.split("/");
    const head = [AREAS[area], level(area)];
    const [t, p] = [TYPES[type], PLACES[place]];
    const byPlace = hasLeftOut ? "LISTED" : "PART";
    for (const [freq, period] of [
      ["A", year],
      ["M", `${year}-${month}`],
    ]) {
      add([freq, period, ...head, "_T", "_T", "_T", "TOTAL"], arms);
      add([freq, period, ...head, "weapon_type", t, "_T", "PART"], arms);
      if (p === undefined) continue;
      add([freq, period, ...head, "seizure_place", "_T", p, byPlace], arms);
      if (freq === "A")
        add([freq, period, ...head, "weapon_type+seizure_place", t, p, byPlace], arms);
    }
  }
  return counts;
};

const anyEntries = fc.array(
  fc.record({
    day: fc
      .tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(2019, 2021),
      )
      .map(([day, month, year]) => `${day}/${String(month).padStart(2, "0")}/${year}`),
    area: fc.constantFrom(...Object.keys(AREAS)),
    type: fc.constantFrom(...Object.keys(TYPES)),
    place: fc.constantFrom(...Object.keys(PLACES), "nowhere"),
    arms: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe("records", () => {
  it("are counted as loops over them count: by year and month, each dimension, each pair", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const hasLeftOut = entries.some(({ place }) => place === "nowhere");
        const { counts, size } = await observed(csvOf(entries), MAPPING);
        expect(counts).toEqual(expected(entries, hasLeftOut));
        expect(size).toBe(counts.size);
      }),
      { numRuns: 15 },
    );
  });

  it("have the same yearly totals before the database has them", async () => {
    const covers = { from: "2020-01", to: "2021-12" };
    await fc.assert(
      fc.asyncProperty(anyEntries, fc.constantFrom(null, covers), async (entries, span) => {
        const { db, applied } = await observed(csvOf(entries), { ...MAPPING, covers: span });
        const rows = await db.ask({
          sql: `SELECT time_period AS period, CAST(sum(obs_value) AS DOUBLE) AS value,
              CAST(count(DISTINCT ref_area) AS DOUBLE) AS areas, string_agg(ref_area, ' ') AS codes
            FROM own_observation WHERE freq = 'A' AND additivity = 'TOTAL' GROUP BY period ORDER BY period`,
          params: [],
        });
        const { areas, totals } = firstTotals(applied.table, span);
        expect(totals).toEqual(rows.map(({ codes: _, ...total }) => total));
        const named = new Set(rows.flatMap(({ codes }) => String(codes).split(" ")));
        expect(areas).toEqual([...named].sort());
      }),
      { numRuns: 15 },
    );
  });

  it("pass every check of the pipelines, and say what was left out", async () => {
    const entry: Entry = {
      day: "4/03/2021",
      area: "México",
      type: "pistola",
      place: "puerto",
      arms: 2,
    };
    const { db, applied } = await observed(csvOf([entry, { ...entry, place: "nowhere" }]), MAPPING);
    expect(await checkReturn(db)).toEqual([]);
    expect(applied.findings).toEqual([]);
    expect(applied.leftOut).toEqual([
      {
        target: "seizure_place",
        column: "place",
        value: "nowhere",
        reason: "not recorded",
        rows: 1,
      },
    ]);
    expect(applied.partial).toEqual(["seizure_place"]);
  });

  it("are counted by year only where the return covers all of it", async () => {
    const entry: Entry = {
      day: "4/03/2019",
      area: "México",
      type: "pistola",
      place: "puerto",
      arms: 2,
    };
    const entries = [entry, { ...entry, day: "4/03/2021" }];
    const covers = { from: "2019-01", to: "2021-06" };
    const { counts } = await observed(csvOf(entries), { ...MAPPING, covers });
    const totals = [...counts.keys()].filter((key) => String(key).includes(" _T _T _T "));
    expect(totals.sort()).toEqual([
      "A 2019 MEX COUNTRY _T _T _T TOTAL",
      "M 2019-03 MEX COUNTRY _T _T _T TOTAL",
      "M 2021-03 MEX COUNTRY _T _T _T TOTAL",
    ]);
  });

  it("say in which breakdowns they can be found", () => {
    expect(materialized(MAPPING)).toEqual({
      A: ["_T", "weapon_type", "seizure_place", "weapon_type+seizure_place"],
      M: ["_T", "weapon_type", "seizure_place"],
    });
  });
});

describe("a damaged register", () => {
  const header = "day;area;type;place;n";
  const found = async (...lines: string[]) => {
    const raw = await readRaw(new Blob([[header, ...lines].join("\n")]), {
      separator: ";",
      headerAt: 0,
    });
    const { findings, table } = applyMapping(raw, MAPPING);
    return {
      rows: table.rows,
      findings: findings.flatMap(({ rule, status, findings }) =>
        findings.map(({ line, column, value }) => `${rule} ${status} ${line} ${column} ${value}`),
      ),
    };
  };
  const good = "4/03/2021;México;pistola;puerto;2";

  it.each([
    ["31/02/2021;México;pistola;puerto;2", "period FAIL 3 day 31/02/2021", 1],
    [";México;pistola;puerto;2", "period FAIL 3 day ", 1],
    ["4/03/2021;Atlantis;pistola;puerto;2", "value-unmapped FAIL 3 area Atlantis", 1],
    ["4/03/2021;México;bow;puerto;2", "value-unmapped FAIL 3 type bow", 2],
    ["4/03/2021;México;pistola;puerto;-2", "count-number FAIL 3 n -2", 1],
    ["4/03/2021;México;pistola;puerto;1.5", "count-number FAIL 3 n 1.5", 1],
    ["4/03/2021;México;pistola;puerto;two", "count-number FAIL 3 n two", 1],
    ["4/03/2021;México;pistola;puerto;", "count-empty FAIL 3 n ", 1],
    ["4/03/2021;México;pistola;puerto;0", "records-arms WARNING 3 n 0", 1],
  ])("names line, column and value of %s", async (line, finding, rows) => {
    expect(await found(good, line)).toEqual({ rows, findings: [finding] });
  });

  it("is counted by no month where a row has none", async () => {
    const raw = await readRaw(new Blob([[header, good, "2021;México;fusil;puerto;1"].join("\n")]), {
      separator: ";",
      headerAt: 0,
    });
    const applied = applyMapping(raw, MAPPING);
    expect(applied.hasMonths).toBe(false);
    expect(applied.findings).toEqual([
      { rule: "months-incomplete", status: "WARNING", count: 1, findings: [] },
    ]);
  });

  it("keeps the first findings of a rule and counts all", async () => {
    const raw = await readRaw(
      new Blob([
        [header, ...Array.from({ length: 1000 }, () => "x;México;fusil;puerto;1")].join("\n"),
      ]),
      { separator: ";", headerAt: 0 },
    );
    const [group] = applyMapping(raw, MAPPING).findings;
    expect(group).toMatchObject({ rule: "period", count: 1000 });
    expect(group?.findings.length).toBe(200);
  });
});

describe("finished counts", () => {
  const counts: Mapping = {
    ...MAPPING,
    rows: "COUNTS",
    period: { kind: "PARTS", year: "year", month: null },
    area: { kind: "FIXED", code: "MEX" },
    dimensions: {
      weapon_type: { column: "type", values: { ...meaning(TYPES), all: { code: "_T" } } },
    },
  };
  const observe = async (...lines: string[]) => {
    const raw = await readRaw(new Blob([["year;type;n", ...lines].join("\n")]), {
      separator: ";",
      headerAt: 0,
    });
    const applied = applyMapping(raw, counts);
    const db = await database;
    await db.insert(applied.table);
    await db.run(standardizeQuery(counts, applied));
    return { db, applied };
  };
  const groups = async (...lines: string[]) =>
    (await checkReturn((await observe(...lines)).db)).flatMap(({ rule, status, findings }) =>
      findings.map(({ line, column, value }) => `${rule} ${status} ${line} ${column} ${value}`),
    );

  it("are one observation each, totals and parts told by their codes", async () => {
    const { db } = await observe("2021;all;9", "2021;pistola;5", "2021;fusil;4");
    const rows = await db.ask({
      sql: "SELECT breakdown, additivity, obs_value, source_row, line FROM own_observation ORDER BY line",
      params: [],
    });
    expect(rows.map((row) => Object.values(row).join(" "))).toEqual([
      "_T TOTAL 9 2 2",
      "weapon_type PART 5 3 3",
      "weapon_type PART 4 4 4",
    ]);
    expect(await checkReturn(db)).toEqual([]);
  });

  it("are checked: parts against the total, zeros without parts, doubled keys", async () => {
    expect(await groups("2021;all;10", "2021;pistola;5", "2021;fusil;4")).toEqual([
      "flag-parts-lt-total WARNING 3 obs_value ARMS_SEIZED MEX 2021 weapon_type: 5",
      "flag-parts-lt-total WARNING 4 obs_value ARMS_SEIZED MEX 2021 weapon_type: 4",
    ]);
    expect(await groups("2021;all;0")).toEqual([
      "flag-false-zero-suspect WARNING 2 obs_value ARMS_SEIZED MEX 2021 _T: 0",
    ]);
    expect(await groups("2021;pistola;5", "2021;pistola;5")).toEqual([
      "unique-key FAIL 2 null ARMS_SEIZED MEX 2021 weapon_type",
      "unique-key FAIL 3 null ARMS_SEIZED MEX 2021 weapon_type",
    ]);
  });

  it("keep an empty cell as not reported, never as zero", async () => {
    const { db, applied } = await observe("2021;all;", "2020;all;3");
    expect(applied.findings).toMatchObject([{ rule: "count-empty", status: "WARNING", count: 1 }]);
    const rows = await db.ask({
      sql: "SELECT obs_value, obs_status FROM own_observation ORDER BY line",
      params: [],
    });
    expect(rows).toEqual([
      { obs_value: null, obs_status: "O" },
      { obs_value: 3, obs_status: "A" },
    ]);
  });
});
