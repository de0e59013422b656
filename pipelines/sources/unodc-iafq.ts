import type { Area } from "../../src/standard/codelists/area.ts";
import { mergeDoubles } from "../../src/standard/layouts/unodc-iafq-doubles.ts";
import { IAFQ_LABELS } from "../../src/standard/layouts/unodc-iafq-labels.ts";
import { mapIafqRows } from "../../src/standard/layouts/unodc-iafq-map.ts";
import { COUNT } from "../../src/standard/layouts/unodc-table.ts";
import { problemLog } from "../../src/standard/problem.ts";
import { readUnodcFolder, type UnodcFolder } from "../read/unodc-folder.ts";
import type { UnodcTable } from "../read/unodc-table.ts";
import type { ReleaseRead, Source, SourceResult } from "../steps/source.ts";
import { checkAreas } from "./unodc-iafq-areas.ts";
import { checkIafq } from "./unodc-iafq-checks.ts";
import { otherPopulation } from "./unodc-iafq-scope.ts";
import { readNames } from "./unodc-names.ts";
import { unodcRelease } from "./unodc-release.ts";

/** Where the releases lie. */
const IAFQ_FOLDER: UnodcFolder = {
  folder: "unodc-iafq",
  stem: "data_iafq_firearms_trafficking",
  rule: COUNT,
};

/** Releases of which we hold copies of a public mirror, not the publisher's own download. */
const MIRRORED: ReadonlySet<string> = new Set(["2022-06-17", "2024-08-26", "2025-05-12"]);

/** Observations, checks and area names of one release file. */
export const standardizeIafq = (
  file: UnodcTable,
  areas: ReadonlyMap<string, Area>,
): Pick<SourceResult, "observations" | "checks" | "areaNames"> => {
  const problems = problemLog(file.file, file.sheet);
  const mapped = mapIafqRows(file, { areas, coversOthers: otherPopulation(file.rows), problems });
  problems.stopIfAny();
  const observations = mergeDoubles(file, mapped);
  const areaNames = readNames(file, areas);
  const checks = [...checkAreas(file, areas, areaNames), ...checkIafq(file, observations)];
  return { observations, checks, areaNames };
};

const releaseOf = (table: UnodcTable): ReleaseRead =>
  unodcRelease(
    {
      dataset: "UNODC_IAFQ",
      title: "Firearms trafficking, data_iafq_firearms_trafficking",
      mirrored: MIRRORED,
      note: "",
    },
    table,
  );

/**
 * UNODC, Illicit Arms Flows Questionnaire: every release in the folder, oldest first, each under its own date. A new
 * release is one more file in the folder. The newest release names the areas.
 */
export const unodcIafq: Source = {
  dataset: "UNODC_IAFQ",
  read: async (raw, areas) => {
    const files = await readUnodcFolder(raw, IAFQ_FOLDER);
    const results = files.map((file) => standardizeIafq(file, areas));
    return {
      observations: results.flatMap(({ observations }) => observations),
      releases: files.map(releaseOf),
      labels: IAFQ_LABELS,
      checks: results.flatMap(({ checks }) => checks),
      areaNames: new Map(results.flatMap(({ areaNames }) => [...areaNames])),
    };
  },
};
