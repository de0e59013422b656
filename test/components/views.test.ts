import { describe, expect, it } from "vitest";
import { heatData, heatSubtitle, heatTitle } from "../../src/components/figures/heat.ts";
import {
  multiplesData,
  multiplesSubtitle,
  multiplesTitle,
} from "../../src/components/figures/multiples.ts";
import { sankeyData } from "../../src/components/figures/sankey.ts";
import {
  stackedData,
  stackedSubtitle,
  stackedTitle,
} from "../../src/components/figures/stacked.ts";
import { trendTitle } from "../../src/components/figures/trend.ts";
import { coverageLine } from "../../src/components/figures/words.ts";
import { LOCALES, speechOf } from "../../src/i18n/locales.ts";
import { monthCellsFrom, monthCellsQuery, type Query } from "../../src/view/query.ts";
import { DEFAULT_VIEW, type View } from "../../src/view/view.ts";
import { answer, data } from "../view/real.ts";

const [english] = LOCALES;
if (english === undefined) throw new Error("There is English.");
const speech = speechOf(english);
const { names } = data;

const view = (part: Partial<View>): View => ({ ...DEFAULT_VIEW, ...part });
const rows = (sql: string, params: Query["params"] = []) => data.engine.query({ sql, params });
const SEIZED = `FROM "observation_UNODC_IAFQ" WHERE indicator = 'ARMS_SEIZED' AND freq = 'A' AND area_level = 'COUNTRY' AND unit_measure = 'NUMBER'`;

describe("bands of routes", () => {
  it("hold every cell of the matrix, as SQL sums it", async () => {
    const flows = await answer({
      dataset: "US_ATF_FLOWS",
      indicator: "ARMS_TRACED",
      level: "SUBNATIONAL",
      by: "origin_area",
      panel: "all",
      from: 2019,
      to: 2020,
    });
    const drawn = sankeyData(flows, speech, names);
    const [all] = await rows(
      `SELECT CAST(sum(obs_value) AS DOUBLE) AS total, CAST(sum(obs_value) FILTER (WHERE CAST(ref_area AS VARCHAR) = CAST(origin_area AS VARCHAR)) AS DOUBLE) AS stayed, CAST(count(*) - count(obs_value) AS DOUBLE) AS absent FROM "observation_US_ATF_FLOWS" WHERE breakdown = 'origin_area' AND area_level = 'SUBNATIONAL' AND time_period IN ('2019', '2020')`,
    );
    const sum = (cells: typeof drawn.cells) =>
      cells.reduce((total, cell) => total + (cell.value ?? 0), 0);
    expect(sum(drawn.cells)).toBe(all?.["total"]);
    expect(sum(drawn.cells.filter((cell) => cell.origin === cell.recovery))).toBe(all?.["stayed"]);
    expect(drawn.cells.filter((cell) => cell.value === null)).toHaveLength(Number(all?.["absent"]));
    for (const place of [...drawn.origins, ...drawn.recoveries])
      expect(place.label).not.toBe(place.code);
  });
});

describe("stacked rows", () => {
  it("of areas hold the sums of SQL, and their parts make up their totals", async () => {
    const found = await answer(view({}));
    const drawn = stackedData(found, speech, names);
    expect(drawn.arrange).toBe("stacked");
    expect(drawn.rows).toHaveLength(10);
    const sums = await rows(
      `SELECT CAST(ref_area AS VARCHAR) AS area, CAST(weapon_type AS VARCHAR) AS code, CAST(sum(obs_value) AS DOUBLE) AS value ${SEIZED} AND breakdown = 'weapon_type' AND additivity = 'PART' AND time_period BETWEEN '2016' AND '2022' GROUP BY ALL`,
    );
    for (const row of drawn.rows) {
      const own = sums.filter((d) => d["area"] === row.code && d["value"] !== null);
      for (const part of row.parts)
        expect(part.value).toBe(own.find((d) => d["code"] === part.category)?.["value"] ?? null);
      const total = own.reduce((sum, d) => sum + Number(d["value"]), 0);
      expect(row.totalText).toBe(speech.f.number(total));
    }
  });

  it.each(["pooled", "mean"] as const)("of shares make up one whole (%s)", async (weight) => {
    const found = await answer(view({ measure: "share", panel: "all", weight }));
    const drawn = stackedData(found, speech, names);
    expect(drawn.rows.map((row) => row.label)).toContain("2016");
    for (const row of drawn.rows) {
      const sum = row.parts.reduce((total, part) => total + (part.value ?? 0), 0);
      expect(sum).toBeCloseTo(1, 9);
      expect(row.totalText).toMatch(/^of [\d,]+$/);
      expect(row.note).toMatch(/^\d+ States/);
    }
  });

  it("of few are faded and say of how many", async () => {
    const found = await answer(view({ measure: "share", panel: "all", from: 2016, to: 2017 }));
    const all = stackedData(found, speech, names, "area");
    expect(all.notes?.join(" ")).toContain("The 16 areas with the largest numbers");
    const few = await answer(
      view({ measure: "share", panel: "all", areas: ["ATG", "CUB", "GHA", "GRC", "ZMB"] }),
    );
    const drawn = stackedData(few, speech, names, "area").rows;
    for (const row of drawn) {
      const of = Number(row.totalText.replace(/\D/g, ""));
      expect(row.faded === true).toBe(row.state === "value" && of < 20);
    }
    const noteOf = (code: string) => drawn.find((row) => row.code === code)?.note;
    expect([noteOf("CUB"), noteOf("GHA")].map((note) => note?.split(" · ")[0])).toEqual([
      "of 7 only",
      "of 15 only",
    ]);
    expect(drawn.find((row) => row.code === "ZMB")?.state).toMatch(/zero$/);
  });

  it("are not stacked where categories overlap, and say so", async () => {
    const found = await answer(view({ by: "offence_context", panel: "all", arrange: "stacked" }));
    const drawn = stackedData(found, speech, names);
    expect(drawn.arrange).toBe("grouped");
    expect(drawn.max).toBeUndefined();
    expect(drawn.notes?.join(" ")).toContain("not exclusive parts");
    expect(drawn.rows.every((row) => row.totalText === "")).toBe(true);
    expect(drawn.categories.length).toBeLessThanOrEqual(7);
  });

  it("keep what a reader has not chosen quiet, and whole", async () => {
    const all = await answer(view({}));
    const pistols = await answer(view({ filters: { weapon_type: ["PISTOL"] } }));
    const drawn = stackedData(pistols, speech, names);
    expect(drawn.rows).toEqual(stackedData(all, speech, names).rows);
    expect(drawn.categories.filter((d) => d.quiet !== true).map((d) => d.code)).toEqual(["PISTOL"]);
    expect(stackedTitle(all, speech, names)).toBe(
      "Pistol: the largest named category of arms seized in 5 of 10 States",
    );
    expect(stackedSubtitle(all, speech, names)).toContain("2016–2022 together");
  });
});

describe("small multiples", () => {
  it("of areas are the lines of each area alone", async () => {
    const found = await answer(view({ by: "_T" }));
    const drawn = multiplesData(found, speech, names);
    expect(drawn.panels).toHaveLength(10);
    const values = await rows(
      `SELECT CAST(ref_area AS VARCHAR) AS area, CAST(time_period AS VARCHAR) AS year, CAST(obs_value AS DOUBLE) AS value ${SEIZED} AND breakdown = '_T' AND additivity = 'TOTAL'`,
    );
    for (const panel of drawn.panels)
      for (const point of panel.series[0]?.points ?? [])
        expect(point.value).toBe(
          values.find((d) => d["area"] === panel.code && d["year"] === String(point.year))?.[
            "value"
          ],
        );
  });

  it("of many areas put those with the largest numbers first, for the chart to cut", async () => {
    const found = await answer(view({ by: "_T", panel: "all", from: 2016, to: 2017 }));
    const { panels } = multiplesData(found, speech, names);
    expect(panels).toHaveLength(found.members.length);
    const most = panels.map((panel) =>
      Math.max(...(panel.series[0]?.points.map((point) => point.value ?? -1) ?? [])),
    );
    expect(Math.min(...most.slice(0, 24))).toBeGreaterThanOrEqual(Math.max(...most.slice(24)));
    const titles = panels.slice(0, 24).map((panel) => panel.title);
    expect(titles).toEqual(titles.toSorted(speech.f.compare));
    expect(multiplesTitle(found, speech, names)).toBe("Arms seized: 81 States, each by itself");
  });

  it("of one area name it, as the words about who is counted do", async () => {
    const found = await answer(view({ indicator: "PERSONS_ARRESTED", by: "sex" }));
    const [only] = found.members;
    expect(found.members).toHaveLength(1);
    const name = names.areas[only ?? ""] ?? "";
    expect(multiplesTitle(found, speech, names)).toMatch(`Persons arrested or suspected: ${name}`);
    expect(trendTitle(found, speech, names)).toContain(`, ${name})`);
    expect(coverageLine(found, speech, names)).toBe(`${name}, in every year shown`);
  });

  it("of categories are the lines of the trend, joined only where it joins them", async () => {
    for (const panel of ["same", "all"] as const) {
      const found = await answer(view({ multiples: "category", measure: "share", panel }));
      const drawn = multiplesData(found, speech, names);
      expect(drawn.panels.map((d) => d.connected)).toEqual(found.trend.map(() => panel === "same"));
      for (const line of found.trend) {
        const own = drawn.panels.find((d) => d.code === line.code);
        expect(own?.series[0]?.points.map((d) => d.value)).toEqual(line.points.map((d) => d.value));
      }
      expect(multiplesSubtitle(found, speech, names)).toContain("Share of arms seized a year");
    }
  });

  it("of an index start at 100", async () => {
    const found = await answer(view({ by: "_T", measure: "index" }));
    for (const panel of multiplesData(found, speech, names).panels)
      expect(panel.series[0]?.points[0]?.value).toBe(100);
  });
});

describe("months", () => {
  const rio = view({ dataset: "BR_RJ_ISP", level: "SUBNATIONAL", by: "_T", from: 2007, to: 2024 });
  const monthsOf = async (of: View) => monthCellsFrom(await data.engine.query(monthCellsQuery(of)));

  it("of one area are its own numbers; what is not published yet is blank and said", async () => {
    const found = await answer(rio);
    const drawn = heatData(found, await monthsOf(rio), speech, names);
    const values = await rows(
      `SELECT CAST(time_period AS VARCHAR) AS month, CAST(obs_value AS DOUBLE) AS value FROM "observation_BR_RJ_ISP" WHERE indicator = 'ARMS_SEIZED' AND freq = 'M' AND breakdown = '_T'`,
    );
    const published = values.filter((d) => d["value"] !== null);
    expect(drawn.cells).toHaveLength(published.length);
    for (const cell of drawn.cells) {
      const period = `${cell.row}-${cell.column.padStart(2, "0")}`;
      expect(cell.value).toBe(published.find((d) => d["month"] === period)?.["value"]);
    }
    expect(drawn.notes).toEqual(["Nothing is published after September 2024."]);
    expect(drawn.columns.map((d) => d.label)).toContain("Sep");
  });

  it("by type are the sums of all types, or of those chosen", async () => {
    const types = view({ ...rio, by: "weapon_type" });
    const cells = await monthsOf(types);
    const all = heatData(await answer(types), cells, speech, names);
    const totals = heatData(await answer(rio), await monthsOf(rio), speech, names);
    expect(all.cells).toEqual(totals.cells);
    const chosen = view({ ...types, filters: { weapon_type: ["PISTOL"] } });
    const pistols = heatData(await answer(chosen), await monthsOf(chosen), speech, names);
    const sum = (of: typeof all) => of.cells.reduce((total, cell) => total + (cell.value ?? 0), 0);
    expect(sum(pistols)).toBeLessThan(sum(all));
    expect(sum(pistols)).toBeGreaterThan(0);
  });

  it("of several areas are rows of areas in one year, and one sum over several", async () => {
    const mexico = view({
      dataset: "MX_SESNSP_VICTIMS",
      indicator: "VICTIMS_HOMICIDE_FIREARM",
      level: "SUBNATIONAL",
      by: "_T",
      panel: "all",
      from: 2024,
      to: 2024,
    });
    const cells = await monthsOf(mexico);
    const one = heatData(await answer(mexico), cells, speech, names);
    expect(one.rows).toHaveLength(32);
    const years = view({ ...mexico, from: 2015, to: 2025 });
    const several = heatData(await answer(years), cells, speech, names);
    expect(several.rows.map((row) => row.label)).toContain("2015");
    const [march] = await rows(
      `SELECT CAST(sum(obs_value) AS DOUBLE) AS value FROM "observation_MX_SESNSP_VICTIMS" WHERE indicator = 'VICTIMS_HOMICIDE_FIREARM' AND freq = 'M' AND breakdown = '_T' AND area_level = 'SUBNATIONAL' AND time_period = '2024-03'`,
    );
    const cell = several.cells.find((d) => d.row === "2024" && d.column === "3");
    expect(cell?.value).toBe(march?.["value"]);
    expect(several.cells.filter((d) => d.row === "2025")).toHaveLength(6);
    expect(heatTitle(await answer(years), cells, speech, names)).toMatch(
      /^Victims of homicide by firearm a month: between [\d,]+ \(\w+ 20\d\d\) and [\d,]+ \(\w+ 20\d\d\)$/,
    );
    expect(heatSubtitle(await answer(years), speech, names)).toContain("32 sub-national areas");
  });

  it("that the source never gave are absent, not zero", async () => {
    const rounds = view({ ...rio, indicator: "AMMUNITION_SEIZED" });
    const drawn = heatData(await answer(rounds), await monthsOf(rounds), speech, names);
    const early = drawn.cells.filter((cell) => cell.row === "2010");
    expect(early).toHaveLength(12);
    expect(early.every((cell) => cell.state === "not-reported" && cell.value === null)).toBe(true);
    expect(drawn.keys?.absent).toBe("not reported");
    expect(drawn.keys?.zero).toBeUndefined();
  });
});
