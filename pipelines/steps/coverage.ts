import type { Observation } from "../../src/standard/observation.ts";
import { groupBy, withFlags } from "../../src/standard/rows.ts";

/** An area that makes up this share of a year's sum moves it by its coming or going. */
const DOMINANT_SHARE = 0.2;
/** With fewer areas than this there is no sum over areas that could break. */
const FEWEST_AREAS = 10;

const isHeadline = (row: Observation): boolean =>
  row.breakdown === "_T" &&
  row.freq === "A" &&
  row.unit_measure === "NUMBER" &&
  row.area_level === "COUNTRY";

const seriesOf = (row: Observation): string =>
  [row.dataset, row.release, row.indicator].join("\u0000");

const breaksIn = (series: readonly Observation[]): Observation[] => {
  const years = groupBy(series, (row) => row.time_period);
  const reports = (area: string, year: number): boolean | undefined =>
    years.get(String(year))?.some((row) => row.ref_area === area && row.obs_value !== null);
  return [...years].flatMap(([year, rows]) => {
    const sum = rows.reduce((all, row) => all + (row.obs_value ?? 0), 0);
    if (rows.length < FEWEST_AREAS) return [];
    return rows.filter(
      (row) =>
        (row.obs_value ?? 0) >= DOMINANT_SHARE * sum &&
        sum > 0 &&
        (reports(row.ref_area, Number(year) - 1) === false ||
          reports(row.ref_area, Number(year) + 1) === false),
    );
  });
};

/**
 * Flags COVERAGE_BREAK on the yearly total of a country that makes up a fifth or more of the sum over at least ten
 * countries, where it did not report the year before or does not report the year after although others do.
 */
export const flagCoverageBreaks = (rows: readonly Observation[]): Observation[] => {
  const found = new Set(
    [...groupBy(rows.filter(isHeadline), seriesOf).values()].flatMap((series) => breaksIn(series)),
  );
  return rows.map((row) => (found.has(row) ? withFlags(row, "COVERAGE_BREAK") : row));
};
