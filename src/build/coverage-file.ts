import type { DatasetId } from "../standard/codelists/dataset.ts";
import { currentReleases } from "../standard/release.ts";
import { givenIn, ITEMS, isGiven } from "../statistics/reporting.ts";
import type { ReportingData } from "./coverage.ts";
import type { SiteData } from "./site-data.ts";

/**
 * Columns of the file of coverage. `reported` is 1 where the item carries a number, else 0; `given` tells numbers,
 * nothing but zeros, rows whose number is withheld, and nothing apart; `returned` is 1 where UNODC's file has a row of
 * the area and year.
 */
export const COVERAGE_COLUMNS = [
  "ref_area",
  "area",
  "time_period",
  "item",
  "reported",
  "given",
  "returned",
  "source",
  "release",
  "data_version",
] as const;

/** One row for each area, year of UNODC's file, and item, in that order, as {@link COVERAGE_COLUMNS}. */
export const coverageRows = (
  { names, releases, version }: Pick<SiteData, "names" | "releases" | "version">,
  { areas, years, returns, items }: ReportingData,
): (string | number)[][] => {
  const cells = new Map(items.map((cell) => [`${cell.area} ${cell.year} ${cell.code}`, cell]));
  const returned = new Set(returns.map(({ area, year }) => `${area} ${year}`));
  const releaseOf = (dataset: DatasetId): string => {
    const own = releases.filter((entry) => entry.dataset === dataset);
    return currentReleases(
      dataset,
      own.map(({ release }) => release),
    ).join("|");
  };
  const sources = {
    UNODC_IAFQ: releaseOf("UNODC_IAFQ"),
    UN_SDG_16_4_2: releaseOf("UN_SDG_16_4_2"),
  };
  return areas.flatMap((area) =>
    years.flatMap((year) =>
      ITEMS.map((item) => {
        const given = givenIn(cells.get(`${area} ${year} ${item}`));
        const source = item === "SDG_16_4_2" ? "UN_SDG_16_4_2" : "UNODC_IAFQ";
        return [
          area,
          names.areas[area] ?? area,
          year,
          item,
          isGiven(given) ? 1 : 0,
          given,
          returned.has(`${area} ${year}`) ? 1 : 0,
          source,
          sources[source],
          version,
        ];
      }),
    ),
  );
};
