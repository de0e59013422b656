import { describe, expect, test } from "vitest";
import { arcData } from "../../src/components/figures/arcs.ts";
import {
  frameOf,
  mapCoverage,
  mapData,
  mapSubtitle,
  mapTitle,
  whyNoMap,
} from "../../src/components/figures/map.ts";
import { LOCALES, speechOf } from "../../src/i18n/locales.ts";
import { landOf } from "../../src/standard/geography/land.ts";
import type { Cell } from "../../src/statistics/cell.ts";
import { answerOf } from "../../src/view/answer.ts";
import type { Slice } from "../../src/view/catalogue.ts";
import { DEFAULT_VIEW, type View } from "../../src/view/view.ts";

const [english] = LOCALES;
if (english === undefined) throw new Error("There is no language.");
const speech = speechOf(english);
const { m } = speech;

const CODES = ["COL", "JPN", "MAR", "SWE", "USA", "FJI"];
const names = {
  areas: { ...Object.fromEntries(CODES.map((code) => [code, `Area ${code}`])), "US-AK": "Alaska" },
  regionOf: {},
  releases: [],
};
const positions = Object.fromEntries(
  ["COL", "JPN", "MAR", "SWE", "USA"].map((code, i) => [code, [i, i] as [number, number]]),
);
const placed = { positions, land: landOf({ source: "none", unit: 1, polygons: [] }) };

const slice: Slice = {
  dataset: "UNODC_IAFQ",
  indicator: "ARMS_SEIZED",
  freq: "A",
  unit: "NUMBER",
  level: "COUNTRY",
  breakdown: "_T",
  additivity: "TOTAL",
  years: [2020, 2021],
  areas: CODES,
  codes: {},
  rows: 8,
};

const cell = (
  area: string,
  year: number,
  value: number | null,
  flags: readonly string[] = [],
  code = "_T",
): Cell => ({ area, year, code, value, flags });

const CELLS = [
  cell("COL", 2020, 100),
  cell("COL", 2021, 50),
  cell("JPN", 2020, 0),
  cell("JPN", 2021, 0),
  cell("MAR", 2021, 0, ["FALSE_ZERO_SUSPECT"]),
  cell("SWE", 2020, null, ["CONFLICTING_DUPLICATE"]),
  cell("USA", 2019, 9000),
  cell("FJI", 2020, 3),
  cell("FJI", 2021, 4),
];

const view: View = { ...DEFAULT_VIEW, by: "_T", from: 2020, to: 2021, panel: "all" };

const draw = (change: Partial<View> = {}, cells: readonly Cell[] = CELLS, of: Slice = slice) => {
  const answer = answerOf({ ...view, ...change }, of, cells);
  const data = mapData(answer, speech, names, placed);
  const area = (code: string) => data.areas.find((candidate) => candidate.code === code);
  return { answer, data, area };
};

describe("the areas of a map", () => {
  test("have one of four states, and what is not there was not reported", () => {
    const { area, data } = draw();
    expect(area("COL")).toMatchObject({ value: 150, state: "value", text: "150" });
    expect(area("JPN")).toMatchObject({ value: 0, state: "zero" });
    expect(area("MAR")).toMatchObject({ value: 0, state: "doubtful-zero" });
    expect(area("SWE")).toMatchObject({ value: null, state: "not-reported" });
    expect(area("USA")).toMatchObject({ value: null, state: "not-reported" });
    expect(area("SWE")?.title).toContain(m.table.withheld);
    expect(area("USA")?.title).toContain(m.map.notReported);
    expect(Object.keys(data.keys?.nothing ?? {})).toEqual([
      "zero",
      "doubtful-zero",
      "not-reported",
    ]);
  });

  test("say in how many years they report, and the map that these differ", () => {
    const { area, data } = draw();
    expect(area("COL")?.title).toContain("2 of 2 years");
    expect(area("MAR")?.title).toContain("1 of 2 years");
    expect(data.notes).toContain(m.map.yearsDiffer);
    expect(draw({ from: 2020, to: 2020 }).area("COL")?.title).toBe(m.map.area("Area COL", "100"));
  });

  test("without a position are named in a note and not dropped in silence", () => {
    const { area, data } = draw();
    expect(area("FJI")).toBeUndefined();
    expect(data.notes).toContain(m.map.unplaced("Area FJI"));
  });

  test("that the reader left out are named, and are not shown as not reported", () => {
    const { area, data } = draw({ without: ["COL"] });
    expect(area("COL")).toBeUndefined();
    expect(data.notes).toContain(m.map.leftOut("Area COL"));
  });

  test("that are not looked at are quiet: outside of the panel, or not chosen", () => {
    const panel = draw({ panel: "same" });
    expect(panel.area("COL")?.quiet).toBe(false);
    expect(panel.area("MAR")?.quiet).toBe(true);
    expect(panel.data.keys?.quiet).toBe(m.map.quietPanel);
    const chosen = draw({ areas: ["JPN"] });
    expect(chosen.area("COL")?.quiet).toBe(true);
    expect(chosen.area("JPN")?.quiet).toBe(false);
    expect(chosen.area("USA")?.quiet).toBe(false);
    expect(chosen.data.keys?.quiet).toBe(m.map.quietChosen);
    expect(draw().data.keys?.quiet).toBeUndefined();
  });

  test("may be missing because outliers were left out, and the key says so", () => {
    const persons = { indicator: "PERSONS_ARRESTED" } as const;
    const words = (outliers: View["outliers"]) =>
      draw({ ...persons, outliers }, CELLS, { ...slice, ...persons }).data.keys?.nothing?.[
        "not-reported"
      ];
    expect(words("without")).toBe(m.map.notReportedOutlier);
    expect(words("with")).toBe(m.map.notReported);
  });

  test("carry the doubt of a small denominator", () => {
    const cells = [cell("COL", 2020, 12.5, ["SMALL_DENOMINATOR"]), cell("JPN", 2020, 40)];
    const { area, data, answer } = draw({ unit: "PT" }, cells, { ...slice, unit: "PT" });
    expect(area("COL")?.faded).toBe(true);
    expect(area("JPN")?.faded).toBe(false);
    expect(data.keys?.faded).toBe(m.map.faded("20"));
    expect(mapSubtitle(answer, speech, names)).toContain("latest number");
  });
});

describe("a map of shares", () => {
  const typed: Slice = {
    ...slice,
    breakdown: "weapon_type",
    additivity: "PART",
    codes: { weapon_type: ["PISTOL", "RIFLE"] },
  };
  const cells = [
    cell("COL", 2020, 30, [], "PISTOL"),
    cell("COL", 2020, 10, [], "RIFLE"),
    cell("COL", 2021, 0, [], "PISTOL"),
    cell("COL", 2021, 60, [], "RIFLE"),
    cell("JPN", 2020, 3, [], "PISTOL"),
    cell("JPN", 2020, 1, [], "RIFLE"),
    cell("MAR", 2020, 5, [], "RIFLE"),
  ];
  const share = {
    by: "weapon_type",
    measure: "share",
    filters: { weapon_type: ["PISTOL"] },
  } as const;

  test("divides the chosen categories by all, each area for itself", () => {
    const { area, answer } = draw(share, cells, typed);
    expect(area("COL")).toMatchObject({ value: 0.3, faded: false });
    expect(area("COL")?.title).toBe(m.map.areaShare("Area COL", "30%", "100"));
    expect(area("JPN")).toMatchObject({ value: 0.75, faded: true });
    expect(area("MAR")).toMatchObject({ value: null, state: "not-reported" });
    expect(mapSubtitle(answer, speech, names)).toContain("Pistol");
  });

  test("is told by the shares between which areas lie, those that say something", () => {
    const title = (...more: readonly Cell[]): string =>
      mapTitle(draw(share, [...cells, ...more], typed).answer, speech, names);
    expect(title()).toBe("Pistol: 30% of arms seized in Area COL");
    const sweden = [cell("SWE", 2020, 15, [], "PISTOL"), cell("SWE", 2020, 15, [], "RIFLE")];
    expect(title(...sweden)).toBe(
      "Pistol: 30% to 50% of arms seized in 2 States that counted 20 or more",
    );
    const filters = { weapon_type: ["PISTOL"], trace_status: ["PENDING"] };
    expect(mapTitle(draw({ ...share, filters }, cells, typed).answer, speech, names)).toMatch(
      /^Pistol: 30% of arms seized \(.+\) in Area COL$/,
    );
    const small = cells.filter(({ area }) => area === "JPN");
    expect(mapTitle(draw(share, small, typed).answer, speech, names)).toBe(
      "Pistol: 75% of arms seized in Area JPN",
    );
    const none = cells.filter(({ area }) => area === "MAR");
    expect(mapTitle(draw(share, none, typed).answer, speech, names)).toBe(m.titles.empty);
  });

  test("leaves out areas whose whole it does not know, and says how many", () => {
    const { area, data } = draw({ ...share, areas: ["COL"] }, cells, typed);
    expect(area("JPN")).toBeUndefined();
    expect(area("USA")?.state).toBe("not-reported");
    expect(data.notes).toContain(m.map.shareOmitted("1 State"));
  });

  test("is one of numbers where no category is chosen, or where numbers are asked for", () => {
    expect(draw({ ...share, filters: {} }, cells, typed).area("COL")?.value).toBe(100);
    expect(draw({ ...share, measure: "count" }, cells, typed).area("COL")?.value).toBe(30);
  });

  test("names what was not reported: the categories chosen", () => {
    const { data, answer } = draw({ ...share, measure: "count" }, cells, typed);
    expect(data.keys?.nothing?.["not-reported"]).toBe(m.map.notReportedCategory);
    expect(mapTitle(answer, speech, names)).toContain("Pistol");
  });
});

describe("the words of a map", () => {
  test("count who reports among all that could", () => {
    expect(mapTitle(draw().answer, speech, names)).toBe(
      m.map.title("4", 4, "6 States", m.nouns.ARMS_SEIZED, "2020", "2021"),
    );
    const all = draw({}, CELLS, { ...slice, areas: ["COL", "JPN", "MAR"] });
    expect(
      mapTitle({ ...all.answer, everyArea: all.answer.everyArea.slice(0, 3) }, speech, names),
    ).toBe(m.map.titleAll("3 States", m.nouns.ARMS_SEIZED, "2020", "2021"));
    const alone = draw(
      {},
      CELLS.filter(({ area }) => area === "COL"),
      { ...slice, areas: ["COL"] },
    );
    expect(mapTitle(alone.answer, speech, names)).toBe("Area COL reports arms seized in 2020–2021");
  });

  test("cover every area that reports, and say how many always do", () => {
    const { answer } = draw();
    const all = m.map.coverage("4 States");
    const always = { ...answer, balanced: true, members: ["COL"] };
    expect(mapCoverage({ ...answer, balanced: false }, speech, names)).toBe(all);
    expect(mapCoverage(always, speech, names)).toBe(m.map.coverageAndAlways(all, "1 State"));
  });

  test("tell why there is none", () => {
    const why = (of: Partial<Slice>, change: Partial<View> = {}, cells = CELLS) =>
      whyNoMap(answerOf({ ...view, ...change }, { ...slice, ...of }, cells), speech);
    expect(why({})).toBeUndefined();
    expect(why({ level: "REGION" }, { level: "REGION" })).toBe(m.map.regions);
    expect(why({ areas: ["COL"] })).toBe(m.map.single);
    expect(why({}, {}, [])).toBe(m.titles.empty);
    const overlapping = [
      cell("COL", 2020, 5, [], "ILLICIT_TRAFFICKING"),
      cell("COL", 2020, 6, [], "VIOLENT_CRIME"),
    ];
    expect(
      why(
        { breakdown: "offence_context", additivity: "OVERLAPPING" },
        { by: "offence_context" },
        overlapping,
      ),
    ).toBe(m.map.overlapping);
  });

  test("fit the United States to the contiguous States", () => {
    const states = { ...slice, areas: ["US-AK", "US-CA", "US-HI", "US-NY"] };
    expect(frameOf(answerOf(view, states, []))).toEqual(["US-CA", "US-NY"]);
  });
});

describe("arcs", () => {
  const flows: Slice = {
    ...slice,
    level: "SUBNATIONAL",
    breakdown: "origin_area",
    additivity: "PART",
    codes: { origin_area: ["COL", "JPN", "FJI"] },
  };
  const cells = [
    cell("COL", 2020, 70, [], "COL"),
    cell("COL", 2020, 20, [], "JPN"),
    cell("COL", 2021, 5, [], "JPN"),
    cell("JPN", 2020, 0, [], "COL"),
    cell("JPN", 2020, 1, [], "FJI"),
    cell("MAR", 2020, null, [], "COL"),
  ];
  const answer = answerOf({ ...view, by: "origin_area", level: "SUBNATIONAL" }, flows, cells);
  const data = arcData(answer, speech, names, placed);

  test("hold what moved, summed over the years, without zeros and without what stayed", () => {
    expect(data.routes).toEqual([
      {
        origin: "JPN",
        recovery: "COL",
        value: 25,
        title: m.map.arc("Area JPN", "Area COL", "25"),
      },
      { origin: "FJI", recovery: "JPN", value: 1, title: m.map.arc("Area FJI", "Area JPN", "1") },
    ]);
    const within = Object.fromEntries(
      data.places.map(({ code, within: stayed }) => [code, stayed]),
    );
    expect(within).toEqual({ COL: 70, JPN: null });
  });

  test("name the places that no map shows", () => {
    expect(data.notes).toEqual([m.map.unplaced("Area FJI")]);
  });
});
