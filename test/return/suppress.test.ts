import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sdmxCsvChunks } from "../../src/export/sdmx/csv.ts";
import { dataflowId, shortReference } from "../../src/export/sdmx/structure.ts";
import type { ReturnDatabase } from "../../src/return/database.ts";
import { readRaw } from "../../src/return/file.ts";
import { readStandard, standardQuery } from "../../src/return/standard.ts";
import { OWN } from "../../src/return/standardize.ts";
import { publishReturn } from "../../src/return/suppress.ts";
import type { Row } from "../../src/view/query.ts";
import { openReturn } from "./database.ts";

/** One database for all tests: each makes its tables anew. */
const database = openReturn();

const FLOW = shortReference(dataflowId("OWN_RETURN"));
const PUBLISHED = OWN.publication;
const HEADER = "indicator,ref_area,time_period,weapon_type,seizure_place,trace_status,obs_value";

/** Opens rows `area period type place trace value`, with `.` for a dimension that is not broken down. */
const open = async (rows: readonly string[]): Promise<ReturnDatabase> => {
  const lines = rows.map((row) => {
    const [area, period, type, place, trace, value] = row
      .split(" ")
      .map((cell) => (cell === "." ? "_T" : cell));
    return `ARMS_SEIZED,${area},${period},${type},${place},${trace},${value}`;
  });
  const { table, columns } = readStandard(await readRaw(new Blob([[HEADER, ...lines].join("\n")])));
  const db = await database;
  await db.insert(table);
  await db.run(standardQuery(columns, "2026-11-01"));
  return db;
};

const published = async (db: ReturnDatabase): Promise<readonly Row[]> =>
  db.ask({
    sql: `SELECT * FROM ${PUBLISHED} ORDER BY ref_area, freq, time_period, breakdown, weapon_type, seizure_place, trace_status`,
    params: [],
  });

const show = (rows: readonly Row[]): string[] =>
  rows.map((row) =>
    [
      "ref_area",
      "time_period",
      "weapon_type",
      "seizure_place",
      "trace_status",
      "obs_value",
      "obs_status",
    ]
      .map((name) => row[name] ?? "–")
      .join(" "),
  );

describe("a published return", () => {
  it("has no count from 1 to 4, and a companion for each that stands alone", async () => {
    const db = await open([
      "MEX 2021 . . . 20",
      "MEX 2021 PISTOL . . 3",
      "MEX 2021 RIFLE . . 8",
      "MEX 2021 SHOTGUN . . 9",
      "MEX 2021 _O . . 0",
    ]);
    expect(await publishReturn(db, { protect: true })).toEqual({
      counts: 5,
      small: 1,
      companions: 1,
      withheld: 0,
    });
    const rows = await published(db);
    expect(show(rows)).toEqual([
      "MEX 2021 _T _T _T 20 A",
      "MEX 2021 PISTOL _T _T – Q",
      "MEX 2021 RIFLE _T _T – Q",
      "MEX 2021 SHOTGUN _T _T 9 A",
      "MEX 2021 _O _T _T 0 A",
    ]);
    for (const row of rows.filter((row) => row["obs_status"] === "Q"))
      expect(row).toMatchObject({
        conf_status: "C",
        flags: "",
        source_detail: "suppressed",
        source_row: "suppressed",
      });
  });

  it("is the return as it is where the reader switched suppression off, and not for publication", async () => {
    const db = await open(["MEX 2021 . . . 20", "MEX 2021 PISTOL . . 3"]);
    expect(await publishReturn(db, { protect: false })).toMatchObject({ small: 0, companions: 0 });
    const rows = await published(db);
    expect(rows.map((row) => `${row["obs_value"]} ${row["conf_status"]}`)).toEqual(["20 N", "3 N"]);
  });

  it.each([
    [
      "months against the year",
      ["MEX 2021 . . . 20", "MEX 2021-01 . . . 2", "MEX 2021-02 . . . 18"],
      ["MEX 2021-01", "MEX 2021-02"],
    ],
    [
      "States against the country",
      ["USA 2021 . . . 30", "US-TX 2021 . . . 3", "US-CA 2021 . . . 27"],
      ["US-TX 2021", "US-CA 2021"],
    ],
    [
      "parts against the total line inside a breakdown",
      [
        "MEX 2021 . LAND_BORDER . 3",
        "MEX 2021 . PLANE_AIRPORT . 9",
        "MEX 2021 . TOTAL_REPORTED . 12",
      ],
      ["LAND_BORDER", "PLANE_AIRPORT"],
    ],
    [
      "tracing results against their subtotal",
      [
        "MEX 2021 . . PENDING 2",
        "MEX 2021 . . NOT_INITIATED 9",
        "MEX 2021 . . IDENTIFIABLE_TOTAL 11",
      ],
      ["PENDING", "NOT_INITIATED"],
    ],
    [
      "subtotals against the total",
      [
        "MEX 2021 . . IDENTIFIABLE_TOTAL 3",
        "MEX 2021 . . NOT_IDENTIFIABLE_TOTAL 20",
        "MEX 2021 . . TOTAL_REPORTED 23",
      ],
      ["IDENTIFIABLE_TOTAL", "NOT_IDENTIFIABLE_TOTAL"],
    ],
  ])("hides %s", async (_, rows, hidden) => {
    const db = await open(rows);
    await publishReturn(db, { protect: true });
    const lines = show(await published(db)).filter((line) => line.endsWith("Q"));
    expect(lines).toHaveLength(hidden.length);
    for (const words of hidden)
      expect(
        lines.filter(
          (line) =>
            line.includes(words.split(" ").at(0) ?? "") &&
            line.includes(words.split(" ").at(-1) ?? ""),
        ),
      ).not.toEqual([]);
  });

  it("goes out as SDMX-CSV with the suppressed numbers empty and marked", async () => {
    const db = await open(["MEX 2021 . . . 20", "MEX 2021 PISTOL . . 3", "MEX 2021 RIFLE . . 17"]);
    await publishReturn(db, { protect: true });
    const text = [...sdmxCsvChunks(await published(db), "OWN_RETURN")].join("");
    const [header = "", ...lines] = text.trimEnd().split("\r\n");
    const at = (name: string) => header.split(",").indexOf(name);
    expect(
      lines.map((line) =>
        [at("STRUCTURE_ID"), at("WEAPON_TYPE"), at("OBS_VALUE"), at("OBS_STATUS")]
          .map((place) => line.split(",")[place])
          .join(" "),
      ),
    ).toEqual([`${FLOW} _T 20 A`, `${FLOW} PISTOL  Q`, `${FLOW} RIFLE  Q`]);
  });

  it("never shows a sum of which one part alone is hidden, in whatever tables there are", async () => {
    const cell = fc.constantFrom(0, 1, 2, 4, 5, 9, 30);
    const types = ["PISTOL", "RIFLE", "SHOTGUN"];
    const places = ["LAND_BORDER", "PLANE_AIRPORT"];
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 6, maxLength: 6 }), async (counts) => {
        const cross = types.flatMap((type, t) =>
          places.map((place, p) => ({ type, place, value: counts[2 * t + p] ?? 0 })),
        );
        const sum = (part: typeof cross) => part.reduce((all, { value }) => all + value, 0);
        fc.pre(sum(cross) > 0);
        const rows = [
          `MEX 2021 . . . ${sum(cross)}`,
          ...types.map(
            (type) => `MEX 2021 ${type} . . ${sum(cross.filter((one) => one.type === type))}`,
          ),
          ...places.map(
            (place) => `MEX 2021 . ${place} . ${sum(cross.filter((one) => one.place === place))}`,
          ),
          ...cross.map(({ type, place, value }) => `MEX 2021 ${type} ${place} . ${value}`),
        ];
        const db = await open(rows);
        const report = await publishReturn(db, { protect: true });
        const shown = await published(db);
        const values = shown.map((row) => row["obs_value"]);
        expect(
          values.filter((value) => typeof value === "number" && value > 0 && value < 5),
        ).toEqual([]);
        expect(shown.filter((row) => row["obs_status"] === "Q")).toHaveLength(
          report.small + report.companions,
        );
        expect(shown).toHaveLength(rows.length - report.withheld);
        const lone = await db.ask({
          sql: ["weapon_type", "seizure_place"]
            .map((name) => {
              const other = name === "weapon_type" ? "seizure_place" : "weapon_type";
              return `SELECT t.weapon_type || t.seizure_place AS total FROM ${PUBLISHED} t JOIN ${PUBLISHED} p
                ON t.${other} = p.${other} AND t.${name} = '_T' AND p.${name} <> '_T'
                GROUP BY t.weapon_type, t.seizure_place, t.obs_value
                HAVING count(*) FILTER (p.obs_value IS NULL) + (t.obs_value IS NULL)::INTEGER = 1`;
            })
            .join(" UNION ALL "),
          params: [],
        });
        expect(lone).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
