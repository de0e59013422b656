import { basename, join } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import { groupBy, splitFlags } from "../../src/standard/rows.ts";
import { type Check, examplesOf, type Source, type SourceResult } from "../steps/source.ts";
import { GSH_AREAS, GSH_DROPPED } from "./unodc-gsh-2019-areas.ts";
import { GSH_LABELS, NOT_LOADED } from "./unodc-gsh-2019-labels.ts";
import { GSH_RELEASE, type GshMapped, mapGshRows } from "./unodc-gsh-2019-map.ts";
import { type GshFile, type GshRow, readGshFile } from "./unodc-gsh-2019-read.ts";

const FILE = "homicide_study_2019_annex.csv";

const isDropped = (row: GshRow): boolean => Object.hasOwn(GSH_DROPPED, row.area);
const isLoaded = (row: GshRow): boolean => !isDropped(row) && !NOT_LOADED.has(row.indicator);

const checkRows = (file: GshFile, { observations, ratesPassedOver }: GshMapped): Check => {
  const loaded = file.rows.filter(isLoaded);
  const dropped = file.rows.filter(isDropped).length;
  const cells = loaded.reduce((sum, row) => sum + row.cells.length, 0);
  const derived = observations.filter((row) => splitFlags(row.flags).includes("DERIVED")).length;
  const given = observations.length - derived;
  const ok = given + ratesPassedOver === cells;
  return {
    id: "gsh-rows",
    stage: "map",
    status: ok ? "PASS" : "FAIL",
    count: file.rows.length,
    message: `Rows read: ${loaded.length} loaded, ${dropped} of areas that are not loaded, ${file.rows.length - loaded.length - dropped} of indicators of which UNODC_CTS_HOMICIDE has newer figures. Filled cells of the loaded rows: ${cells}, of which ${given} are observations and ${ratesPassedOver} rates whose count is there.`,
    examples: [],
  };
};

const checkDropped = (file: GshFile): Check => {
  const dropped = file.rows.filter(isDropped);
  const filled = (rows: readonly GshRow[]): number =>
    rows.reduce((sum, row) => sum + row.cells.length, 0);
  return {
    id: "gsh-areas-not-loaded",
    stage: "map",
    status: dropped.length === 0 ? "PASS" : "WARNING",
    count: dropped.length,
    message: "Rows of areas that are not loaded.",
    examples: examplesOf(
      [...groupBy(dropped, (row) => row.area)].map(
        ([area, rows]) => `${area}: ${GSH_DROPPED[area]}, ${filled(rows)} filled cells`,
      ),
    ),
  };
};

/** Areas of the study without any line: none in the whole file, some in one that is cut between two areas. */
const checkMissing = (file: GshFile): Check => {
  const found = new Set(file.rows.map((row) => row.area));
  const missing = [...Object.keys(GSH_AREAS), ...Object.keys(GSH_DROPPED)].filter(
    (area) => !found.has(area),
  );
  return {
    id: "gsh-areas-missing",
    stage: "read",
    status: missing.length === 0 ? "PASS" : "WARNING",
    count: missing.length,
    message: "Areas of the study without a line in the file.",
    examples: examplesOf(missing.map((area) => `${basename(file.path)}: ${area}`)),
  };
};

/** Observations and checks of the annex. */
export const standardizeGsh = (
  file: GshFile,
  areas: ReadonlyMap<string, Area>,
): Pick<SourceResult, "observations" | "checks"> => {
  const kept = file.rows.filter((row) => !isDropped(row));
  const mapped = mapGshRows(basename(file.path), kept, areas);
  return {
    observations: mapped.observations,
    checks: [checkRows(file, mapped), checkDropped(file), checkMissing(file)],
  };
};

/** UNODC, annex of the Global Study on Homicide 2019: victims by mechanism and sex, one file. */
export const unodcGsh2019: Source = {
  dataset: "UNODC_GSH_2019",
  read: async (raw, areas) => {
    const path = join(raw, "unodc-homicide-study-2019", FILE);
    const file = await readGshFile(path);
    return {
      ...standardizeGsh(file, areas),
      releases: [
        {
          dataset: "UNODC_GSH_2019",
          release: GSH_RELEASE,
          label: "study of 2019",
          title: "Global Study on Homicide 2019, data behind the interactive annex",
          paths: [path],
          rowsRead: file.rows.length,
          notes:
            "Only the rows by mechanism are used; totals and ages are in UNODC_CTS_HOMICIDE, newer. Copy of a public mirror of November 2023.",
        },
      ],
      labels: GSH_LABELS,
      areaNames: new Map(),
    };
  },
};
