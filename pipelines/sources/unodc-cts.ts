import { basename } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import type { ValueRule } from "../../src/standard/layouts/unodc-table.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { groupBy } from "../../src/standard/rows.ts";
import { readUnodcFolder, type UnodcFolder } from "../read/unodc-folder.ts";
import type { UnodcTable } from "../read/unodc-table.ts";
import {
  type Check,
  examplesOf,
  type ReleaseRead,
  type Source,
  type SourceResult,
} from "../steps/source.ts";
import { ctsArea } from "./unodc-cts-areas.ts";
import { CTS_LABELS, TOTAL } from "./unodc-cts-labels.ts";
import { type CtsMapped, mapCtsRows } from "./unodc-cts-map.ts";
import { readNames } from "./unodc-names.ts";
import { unodcRelease } from "./unodc-release.ts";

/**
 * The publisher computes some totals and splits by sex from shares, so that these counts may have a
 * fraction; by age, mechanism, relationship and context it prints whole counts only.
 */
const VALUES: ValueRule = {
  accepts: (value, text) =>
    Number.isFinite(value) &&
    value >= 0 &&
    (text["Unit of measurement"] !== "Counts" ||
      Number.isSafeInteger(value) ||
      (text.Dimension === TOTAL && text.Age === TOTAL)),
  refusal: "is not a count or a rate",
  allowed:
    "a number, not negative; for counts by age, mechanism, relationship or context a whole number",
};

/** Where the releases lie. */
const CTS_FOLDER: UnodcFolder = {
  folder: "unodc-cts",
  stem: "data_cts_intentional_homicide",
  rule: VALUES,
};

/** Releases of which we hold copies of a public mirror, not the publisher's own download. */
const MIRRORED: ReadonlySet<string> = new Set(["2022-08-08"]);

const checkRows = (table: UnodcTable, { observations, notLoaded }: CtsMapped): Check => {
  const reasons = [...notLoaded].map(([reason, count]) => `${count} × ${reason}`);
  const left = [...notLoaded.values()].reduce((sum, count) => sum + count, 0);
  return {
    id: "cts-rows",
    stage: "map",
    status: observations.length + left === table.rows.length ? "PASS" : "FAIL",
    count: table.rows.length,
    message: `Release ${table.release}, rows read: ${observations.length} loaded, ${left} not loaded: ${reasons.join("; ")}.`,
    examples: [],
  };
};

const check = (
  table: UnodcTable,
  id: string,
  message: string,
  rows: readonly Observation[],
): Check => ({
  id,
  stage: "map",
  status: rows.length === 0 ? "PASS" : "WARNING",
  count: rows.length,
  message,
  examples: examplesOf(
    rows.map(
      (row) =>
        `${basename(table.path)} row ${row.source_row}: ${row.indicator} ${row.ref_area} ${row.time_period} ${row.sex} ${row.obs_value}`,
    ),
  ),
});

const isCount = (row: Observation): boolean => row.unit_measure === "NUMBER";

/** Counts by sex alone whose area and year have no total. None is made from them. */
const sexesWithoutTotal = (rows: readonly Observation[]): Observation[] => {
  const counts = rows.filter((row) => isCount(row) && ["_T", "sex"].includes(row.breakdown));
  const groups = groupBy(counts, (row) => [row.indicator, row.ref_area, row.time_period].join("|"));
  return [...groups.values()].filter((group) => group.every((row) => row.sex !== "_T")).flat();
};

/** Observations and checks of one release file. Throws InputError as mapCtsRows and readNames do. */
export const standardizeCts = (
  table: UnodcTable,
  areas: ReadonlyMap<string, Area>,
): Pick<SourceResult, "observations" | "checks"> => {
  const mapped = mapCtsRows(table, areas);
  readNames(table, areas, (code) => ctsArea(code, areas)?.code ?? code);
  const { observations } = mapped;
  return {
    observations,
    checks: [
      checkRows(table, mapped),
      check(
        table,
        "cts-fractional-counts",
        "Counts with a fraction: computed by the publisher, kept as they are, status E.",
        observations.filter((row) => isCount(row) && !Number.isSafeInteger(row.obs_value)),
      ),
      check(
        table,
        "cts-sexes-without-total",
        "Counts of men or women whose area and year have no total; none is made from them.",
        sexesWithoutTotal(observations),
      ),
    ],
  };
};

const releaseOf = (table: UnodcTable): ReleaseRead =>
  unodcRelease(
    {
      dataset: "UNODC_CTS_HOMICIDE",
      title: "Intentional homicide, data_cts_intentional_homicide",
      mirrored: MIRRORED,
      note: "Only rows of victims are used. ",
    },
    table,
  );

/**
 * UNODC, intentional homicide: every release in the folder, oldest first, each under its own date. A new
 * release is one more file in the folder.
 */
export const unodcCts: Source = {
  dataset: "UNODC_CTS_HOMICIDE",
  read: async (raw, areas) => {
    const tables = await readUnodcFolder(raw, CTS_FOLDER);
    const results = tables.map((table) => standardizeCts(table, areas));
    return {
      observations: results.flatMap(({ observations }) => observations),
      releases: tables.map(releaseOf),
      labels: CTS_LABELS,
      checks: results.flatMap(({ checks }) => checks),
      areaNames: new Map(),
    };
  },
};
