import type { IndicatorId } from "../../src/standard/codelists/indicator.ts";
import type { UnodcRow } from "../../src/standard/layouts/unodc-table.ts";

/**
 * Persons figures of Türkiye that cover another population, by indicator: tens of thousands to millions, where the
 * years before have 298 to 4,149.
 */
const TUR_OUTLIERS: Partial<Record<IndicatorId, readonly string[]>> = {
  PERSONS_TARGETED: ["2021", "2022", "2023"],
  PERSONS_ARRESTED: ["2021", "2022"],
  PERSONS_ARRESTED_OFFENCE: ["2022"],
  PERSONS_PROSECUTED: ["2021", "2022"],
  PERSONS_CONVICTED: ["2021", "2022", "2023"],
};

/** Below this a figure is not one of them: a release that corrects the figures is taken at its word. */
const OUTLIER_FROM = 10_000;

const seriesOf = ({ text }: UnodcRow): string =>
  [text.Iso3_code, text.Indicator, text.Year].join("|");

/**
 * Tells for the rows of one release whether a figure evidently covers another population. Judged by the largest row of
 * the country, indicator and year, so that a total and its parts are always judged alike.
 */
export const otherPopulation = (
  rows: readonly UnodcRow[],
): ((row: UnodcRow, indicator: IndicatorId) => boolean) => {
  const large = new Set(rows.filter(({ value }) => value >= OUTLIER_FROM).map(seriesOf));
  return (row, indicator) =>
    row.text.Iso3_code === "TUR" &&
    (TUR_OUTLIERS[indicator]?.includes(row.text.Year) ?? false) &&
    large.has(seriesOf(row));
};
