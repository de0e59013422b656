import { join } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import { US_STATES } from "../../src/standard/us-states.ts";
import { problemLog } from "../problem.ts";
import { type CsvRow, readCsv } from "../read/csv.ts";

const COLUMNS = [
  "Global Code",
  "Global Name",
  "Region Code",
  "Region Name",
  "Sub-region Code",
  "Sub-region Name",
  "Country or Area",
  "M49 Code",
  "ISO-alpha2 Code",
  "ISO-alpha3 Code",
] as const;
type Row = CsvRow<(typeof COLUMNS)[number]>;

/** Rows of the copy that the UN list does not have. */
const NOT_IN_UN_LIST: ReadonlySet<string> = new Set(["TWN"]);

const M49 = "UN M49";

/** Names that the copy changed, as the UN writes them. */
const UN_NAMES: ReadonlyMap<string, string> = new Map([
  ["CIV", "Côte d’Ivoire"],
  ["NLD", "Netherlands (Kingdom of the)"],
]);

type AreaEntry = Omit<Area, "order">;

const special: readonly AreaEntry[] = [
  {
    code: "_T",
    label: "Any origin",
    definition: "All areas of origin together, or origin not broken down.",
    parent: "",
    source: "SDMX",
    level: "_T",
    m49: "",
    iso2: "",
  },
  {
    code: "_Z",
    label: "Not applicable",
    definition: "What is counted has no area of origin.",
    parent: "",
    source: "SDMX",
    level: "_T",
    m49: "",
    iso2: "",
  },
];

const region = (code: string, label: string, parent: string): AreaEntry => ({
  code,
  label,
  definition: "",
  parent,
  source: M49,
  level: "REGION",
  m49: code,
  iso2: "",
});

const country = ({ cells }: Row): AreaEntry => ({
  code: cells["ISO-alpha3 Code"],
  label: UN_NAMES.get(cells["ISO-alpha3 Code"]) ?? cells["Country or Area"],
  definition: "",
  parent: cells["Sub-region Code"] || cells["Region Code"] || cells["Global Code"],
  source: M49,
  level: "COUNTRY",
  m49: cells["M49 Code"],
  iso2: cells["ISO-alpha2 Code"],
});

const states: readonly AreaEntry[] = Object.entries(US_STATES).map(([code, label]) => ({
  code,
  label,
  definition: "",
  parent: "USA",
  source: "ISO 3166-2",
  level: "SUBNATIONAL",
  m49: "",
  iso2: "",
}));

const byCode = (a: AreaEntry, b: AreaEntry): number => (a.code < b.code ? -1 : 1);

const regionsOf = (rows: readonly Row[]): AreaEntry[] => {
  const entries = rows.flatMap(({ cells }) => [
    region(cells["Global Code"], cells["Global Name"], ""),
    region(cells["Region Code"], cells["Region Name"], cells["Global Code"]),
    region(cells["Sub-region Code"], cells["Sub-region Name"], cells["Region Code"]),
  ]);
  const unique = new Map(entries.map((entry) => [entry.code, entry]));
  unique.delete("");
  return [...unique.values()].sort(byCode);
};

/**
 * The areas of UN M49 in English (`<raw>/un-m49/UNSD-M49-en.csv`), by code: two reserved codes, regions
 * and sub-regions by M49, countries by ISO3, the areas of the United States by ISO 3166-2.
 * Throws InputError on a malformed or doubled code.
 */
export const readAreas = async (raw: string): Promise<Map<string, Area>> => {
  const file = "UNSD-M49-en.csv";
  const all = await readCsv(join(raw, "un-m49", file), COLUMNS);
  const rows = all.filter(({ cells }) => !NOT_IN_UN_LIST.has(cells["ISO-alpha3 Code"]));
  const problems = problemLog(file);
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const refuse = (column: keyof Row["cells"], allowed: string): void =>
      problems.add({ row: line, column, value: cells[column], message: "is not a code", allowed });
    const iso3 = cells["ISO-alpha3 Code"];
    if (!/^[A-Z]{3}$/.test(iso3)) refuse("ISO-alpha3 Code", "three capitals");
    if (seen.has(iso3)) refuse("ISO-alpha3 Code", "each code once");
    seen.add(iso3);
    if (!/^[A-Z]{2}$/.test(cells["ISO-alpha2 Code"])) refuse("ISO-alpha2 Code", "two capitals");
    if (!/^\d{3}$/.test(cells["M49 Code"])) refuse("M49 Code", "three digits");
    if (!/^(\d{3})?$/.test(cells["Sub-region Code"])) refuse("Sub-region Code", "three digits");
    if (!/^(\d{3})?$/.test(cells["Region Code"])) refuse("Region Code", "three digits");
  }
  problems.stopIfAny();
  const entries = [...special, ...regionsOf(rows), ...rows.map(country).sort(byCode), ...states];
  return new Map(entries.map((entry, order) => [entry.code, { ...entry, order }]));
};

/** The areas with the display names of a source put in place of those of M49. */
export const renameAreas = (
  areas: ReadonlyMap<string, Area>,
  names: ReadonlyMap<string, string>,
): Map<string, Area> =>
  new Map(
    [...areas].map(([code, area]) => [code, { ...area, label: names.get(code) ?? area.label }]),
  );
