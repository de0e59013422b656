import { basename } from "node:path";
import { sumSameKey } from "../../src/standard/derive.ts";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import { allowedLabels, codeOf } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { problemLog } from "../../src/standard/problem.ts";
import { detail, type Flag, joinFlags, observation } from "../../src/standard/rows.ts";
import { readCsv } from "../read/csv.ts";
import { findFiles } from "../steps/files.ts";
import { type Check, examplesOf, type Source } from "../steps/source.ts";
import { checkComplete } from "./us-atf-profiles-complete.ts";
import {
  CITIES,
  MIXED_OTHER_LABEL,
  PAGE_AREAS,
  PARTS,
  PROFILE_LABELS,
  SECTIONS,
  TYPES_SECTION,
} from "./us-atf-profiles-labels.ts";
import {
  cleanLabel,
  dropCopies,
  PAGE_COLUMNS,
  type PageCells,
  type PageRow,
} from "./us-atf-profiles-rows.ts";

const DATASET = "US_ATF_PROFILES";
const RELEASE = "pages-2025-05";

const flagsOf = (page: PageRow, code: string, cut: boolean): Flag[] => {
  const { State, Category_or_Place } = page.row.cells;
  const flags: Flag[] = [];
  if (page.hadCopy) flags.push("DUPLICATE_DROPPED");
  if (code === "MACHINE_GUN") flags.push("DEF_DIFFERS");
  if (cut) flags.push("TOP_N");
  if (cleanLabel(Category_or_Place) === MIXED_OTHER_LABEL) flags.push("MIXED_OTHER");
  if (State === "District Columbia") flags.push("AREA_ALIAS");
  return flags;
};

/**
 * Observations of the rows, without the cities; labels that share a code are summed.
 * Throws InputError naming every unknown label and every cell that is no count.
 */
const mapPages = (file: string, pages: readonly PageRow[]): Observation[] => {
  const problems = problemLog(file);
  const mapRow = (page: PageRow): Observation[] => {
    const { line, cells } = page.row;
    const label = cleanLabel(cells.Category_or_Place);
    const refuse = (column: keyof PageCells, what: string, allowed: string): Observation[] => {
      problems.add({ row: line, column, value: cells[column], message: `is not ${what}`, allowed });
      return [];
    };
    const area = codeOf(PAGE_AREAS, cells.State);
    if (area === undefined) return refuse("State", "a known area", allowedLabels(PAGE_AREAS));
    if (!/^(19|20)\d{2}$/.test(cells.Year)) return refuse("Year", "a year", "four digits");
    if (!/^\d+$/.test(cells.Value)) return refuse("Value", "a count", "digits only");
    if (cells.Section === CITIES) return [];
    const section = Object.hasOwn(SECTIONS, cells.Section) ? SECTIONS[cells.Section] : undefined;
    if (section === undefined) {
      return refuse("Section", "a known section", [...Object.keys(SECTIONS), CITIES].join(", "));
    }
    const isPart = cells.Section === TYPES_SECTION && codeOf(PARTS, label) !== undefined;
    const code = isPart ? "_Z" : codeOf(section.table, label);
    if (code === undefined) {
      const known =
        cells.Section === TYPES_SECTION ? { ...section.table, ...PARTS } : section.table;
      return refuse("Category_or_Place", "a known label", allowedLabels(known));
    }
    const mapped = observation(
      {
        dataset: DATASET,
        release: RELEASE,
        indicator: isPart ? "PARTS_TRACED" : "ARMS_TRACED",
        ref_area: area,
        time_period: cells.Year,
      },
      {
        [section.dimension]: code,
        breakdown: breakdownKey(isPart ? [] : [section.dimension]),
        additivity: isPart ? "TOTAL" : section.cut ? "LISTED" : "PART",
        area_level: "SUBNATIONAL",
        obs_value: Number(cells.Value),
        flags: joinFlags(flagsOf(page, code, section.cut)),
        source_detail: detail({
          section_raw: cells.Section_raw,
          category: cells.Category_or_Place,
          note: cells.Note,
          note2: cells.Note2,
        }),
        source_row: String(line),
      },
    );
    return [mapped];
  };
  const mapped = pages.flatMap(mapRow);
  problems.stopIfAny();
  return sumSameKey(mapped, () => ["MERGED_LABELS"]);
};

const removed = (file: string, id: string, lines: readonly number[], message: string): Check => ({
  id,
  stage: "read",
  status: lines.length === 0 ? "PASS" : "WARNING",
  count: lines.length,
  message,
  examples: examplesOf(lines.map((line) => `${file} line ${line}`)),
});

/** ATF, firearms trace data by State: pages collected by a third party, `state_pages_*.csv`. */
export const usAtfProfiles: Source = {
  dataset: DATASET,
  read: async (raw) => {
    const [path = ""] = await findFiles(
      raw,
      "us-atf-trace-profiles",
      /^state_pages_2020-2023\.csv$/,
    );
    const file = basename(path);
    const all = await readCsv(path, PAGE_COLUMNS);
    const { rows, copies, empty } = dropCopies(file, all);
    const cities = rows.filter(({ row }) => row.cells.Section === CITIES);
    return {
      observations: mapPages(file, rows),
      releases: [
        {
          dataset: DATASET,
          release: RELEASE,
          label: "State pages 2020–2023, collected by May 2025",
          title: "Firearms Trace Data: state pages 2020-2023",
          paths: [path],
          rowsRead: all.length,
          notes:
            "Collected from the publisher's pages by a third party, without a licence. Copies made by the collector are removed; recovery cities are not loaded.",
        },
      ],
      labels: PROFILE_LABELS,
      checks: [
        ...checkComplete(file, rows),
        removed(file, "profiles-copies", copies, "Copies made by the collector, removed."),
        removed(file, "profiles-empty", empty, "Rows without category and value, removed."),
        {
          ...removed(
            file,
            "profiles-cities",
            cities.map(({ row }) => row.line),
            "Rows on recovery cities, not loaded: the standard table has no city level.",
          ),
          status: "PASS",
        },
      ],
      areaNames: new Map(),
    };
  },
};
