import type { DatasetId } from "../../src/standard/codelists/dataset.ts";
import type { Figure } from "../../src/standard/figure.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { currentReleases } from "../../src/standard/release.ts";
import type { OfficialValue } from "../../src/statistics/sdg-official.ts";
import { areaFigures } from "./figures-areas.ts";
import { flowFigures, profileFigures } from "./figures-atf.ts";
import { countryFigures } from "./figures-ratios.ts";
import { officialFigures, sdgFigures } from "./figures-sdg.ts";
import { shareFigures } from "./figures-shares.ts";
import { officialValues } from "./official-values.ts";
import { type ReleaseCells, releaseCells, sdgTables } from "./release-cells.ts";

/** The releases of a dataset that stand for it now, and the older ones. */
const split = (
  observations: readonly Observation[],
  dataset: DatasetId,
  level: Observation["area_level"],
): { readonly current: ReleaseCells[]; readonly older: ReleaseCells[] } => {
  const all = releaseCells(observations, dataset, level);
  const names = currentReleases(
    dataset,
    all.map(({ origin }) => origin.release),
  );
  const isCurrent = ({ origin }: ReleaseCells): boolean => names.includes(origin.release);
  return { current: all.filter(isCurrent), older: all.filter((cells) => !isCurrent(cells)) };
};

/**
 * Every published figure, from flagged observations: SDG 16.4.2 and its comparison with the published values,
 * shares, persons by sex, tracing and marking, arms a case, totals over all and over the same areas, routes, time to
 * crime. From the current releases; older ones serve only to explain published values. `official` are the published
 * values of 16.4.2, by default those of UN_SDG_16_4_2 among the observations.
 */
export const figuresOf = (
  observations: readonly Observation[],
  official: readonly OfficialValue[] = officialValues(observations),
): Figure[] => {
  const unodc = split(observations, "UNODC_IAFQ", "COUNTRY");
  const older = unodc.older.map(sdgTables);
  return [
    ...unodc.current.flatMap((cells) => {
      const tables = sdgTables(cells);
      return [
        ...sdgFigures(cells.origin, tables),
        ...officialFigures(cells.origin, official, tables, older),
        ...shareFigures(cells),
        ...countryFigures(cells),
        ...areaFigures(cells),
      ];
    }),
    ...split(observations, "US_ATF_FLOWS", "SUBNATIONAL").current.flatMap(flowFigures),
    ...split(observations, "US_ATF_PROFILES", "SUBNATIONAL").current.flatMap(profileFigures),
  ];
};
