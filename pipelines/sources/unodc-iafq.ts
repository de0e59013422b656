import { basename } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { InputError, problemLog } from "../problem.ts";
import { sumSameKey } from "../steps/derive.ts";
import { findFiles } from "../steps/files.ts";
import { detail, groupBy, keyOf, withFlags } from "../steps/observation.ts";
import { type Check, examplesOf, type Source, type SourceResult } from "../steps/source.ts";
import { IAFQ_LABELS, PAIRED_LABELS } from "./unodc-iafq-labels.ts";
import { type MappedRow, mapIafqRows } from "./unodc-iafq-map.ts";
import { type IafqFile, readIafqFile } from "./unodc-iafq-read.ts";

/** How many of the releases in the folder are loaded, the newest first. */
const RELEASES_LOADED = 1;

/** Keys with two values and no way to choose: country, year and code of the trace status. */
const QUARANTINED: ReadonlySet<string> = new Set([
  "AZE|2023|ILLEGIT_OWNER_NATIONAL",
  "AZE|2024|ILLEGIT_OWNER_NATIONAL",
]);

const isQuarantined = (row: Observation): boolean =>
  row.indicator === "ARMS_SEIZED" &&
  QUARANTINED.has([row.ref_area, row.time_period, row.trace_status].join("|"));

const quarantine = (members: readonly MappedRow[], first: Observation): Observation => ({
  ...withFlags(first, "CONFLICTING_DUPLICATE"),
  obs_value: null,
  obs_status: "O",
  source_detail: `${first.source_detail}; ${detail({
    values: members.map((member) => member.raw.value).join(" / "),
  })}`,
  source_row: members.map((member) => member.raw.row).join("+"),
});

/**
 * One observation per key: the two lines under a paired label are summed, the known conflicting
 * pairs lose their value. Throws InputError for every other doubled key.
 */
const mergeDoubles = (file: IafqFile, mapped: readonly MappedRow[]): Observation[] => {
  const problems = problemLog(basename(file.path), file.sheet);
  const groups = groupBy(mapped, (row) => keyOf(row.observation));
  const merged = [...groups.values()].flatMap((members) => {
    const rows = members.map((member) => member.observation);
    const [first] = rows;
    if (first === undefined || rows.length === 1) return rows;
    if (rows.length === 2 && isQuarantined(first)) return [quarantine(members, first)];
    const labels = members.map((member) => member.raw.text.Category);
    if (rows.length === 2 && labels.every((label) => PAIRED_LABELS.has(label))) {
      return sumSameKey(rows, () => ["PAIRED_LABEL"]);
    }
    const lines = members.map((member) => member.raw.row);
    const message = `repeats the key of row ${lines[0]}`;
    for (const member of members.slice(1)) {
      problems.add({
        row: member.raw.row,
        column: file.letters.Category,
        value: member.raw.text.Category,
        message,
        allowed: "one row for each area, indicator, category, sex and year",
      });
    }
    return [];
  });
  problems.stopIfAny();
  return merged;
};

const readNames = (file: IafqFile): Map<string, string> => {
  const problems = problemLog(basename(file.path), file.sheet);
  const names = new Map<string, string>();
  for (const { row, text } of file.rows) {
    const known = names.get(text.Iso3_code);
    if (known !== undefined && known !== text.Country) {
      const message = `is a second name of ${text.Iso3_code}`;
      const column = file.letters.Country;
      problems.add({ row, column, value: text.Country, message, allowed: JSON.stringify(known) });
    }
    names.set(text.Iso3_code, text.Country);
  }
  problems.stopIfAny();
  return names;
};

const checkRegions = (file: IafqFile, areas: ReadonlyMap<string, Area>): Check => {
  const wrong = file.rows.filter(({ text }) => {
    const sub = areas.get(areas.get(text.Iso3_code)?.parent ?? "");
    const region = areas.get(sub?.parent ?? "");
    return sub?.label !== text.Subregion || region?.label !== text.Region;
  });
  return {
    id: "iafq-regions",
    stage: "map",
    status: wrong.length === 0 ? "PASS" : "WARNING",
    count: wrong.length,
    message: "Rows whose region or sub-region is not that of UN M49.",
    examples: examplesOf(
      wrong.map(({ row, text }) => `${basename(file.path)} row ${row}: ${text.Subregion}`),
    ),
  };
};

const defects = (file: IafqFile, rows: readonly Observation[], flag: string, id: string): Check => {
  const found = rows.filter((row) => row.flags.split("|").includes(flag));
  return {
    id,
    stage: "map",
    status: found.length === 0 ? "PASS" : "WARNING",
    count: found.length,
    message: `Observations flagged ${flag}.`,
    examples: examplesOf(
      found.map(
        (row) =>
          `${basename(file.path)} row ${row.source_row}: ${row.ref_area} ${row.time_period} ${row.source_detail}`,
      ),
    ),
  };
};

/** Observations and checks of one release file. */
export const standardizeIafq = (
  file: IafqFile,
  areas: ReadonlyMap<string, Area>,
): Pick<SourceResult, "observations" | "checks"> => {
  const observations = mergeDoubles(file, mapIafqRows(file, areas));
  const check = (flag: string, id: string): Check => defects(file, observations, flag, id);
  return {
    observations,
    checks: [
      checkRegions(file, areas),
      check("PAIRED_LABEL", "iafq-paired-labels"),
      check("CONFLICTING_DUPLICATE", "iafq-conflicting-duplicates"),
      check("AMBIGUOUS_TOTAL", "iafq-ambiguous-totals"),
      check("OUTLIER_SCOPE", "iafq-outlier-scope"),
      check("SOURCE_DIFFERS", "iafq-source-differs"),
    ],
  };
};

/** UNODC, Illicit Arms Flows Questionnaire. A new release is one more file in the folder. */
export const unodcIafq: Source = {
  dataset: "UNODC_IAFQ",
  read: async (raw, areas) => {
    const pattern = /^data_iafq_firearms_trafficking_.*\.xlsx$/;
    const paths = await findFiles(raw, "unodc-iafq", pattern);
    const all = await Promise.all(paths.map(readIafqFile));
    const newestFirst = all.sort((a, b) => b.release.localeCompare(a.release));
    const twice = newestFirst.find((file, at) => file.release === newestFirst[at + 1]?.release);
    if (twice !== undefined) {
      const message = `has the same release date as another file: ${twice.release}`;
      throw new InputError([{ file: basename(twice.path), row: 2, column: "A", message }]);
    }
    const files = newestFirst.slice(0, RELEASES_LOADED).reverse();
    const results = files.map((file) => standardizeIafq(file, areas));
    return {
      observations: results.flatMap((result) => result.observations),
      releases: files.map((file) => ({
        dataset: "UNODC_IAFQ",
        release: file.release,
        label: `release ${file.release.split("-").reverse().join("/")}`,
        title: "Firearms trafficking, data_iafq_firearms_trafficking",
        paths: [file.path],
        rowsRead: file.rows.length,
        notes:
          "Stamp inside the file. Copy of a public mirror; the file was renamed, its content is unchanged.",
      })),
      labels: IAFQ_LABELS,
      checks: results.flatMap((result) => result.checks),
      areaNames: new Map(files.flatMap((file) => [...readNames(file)])),
    };
  },
};
