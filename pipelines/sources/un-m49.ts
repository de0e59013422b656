import type { Area } from "../../src/standard/codelists/area.ts";
import { groupBy } from "../../src/standard/rows.ts";
import { SUBNATIONAL_AREAS } from "../../src/standard/subnational.ts";
import { type Language, type M49Row, readM49 } from "./un-m49-read.ts";

const M49 = "UN M49";

type Names = ReadonlyMap<string, string>;
type Labels = Pick<Area, "label_ar" | "label_zh" | "label_fr" | "label_ru" | "label_es">;
type AreaEntry = Omit<Area, "order">;

/** Names that the copies changed or spoilt, as the UN writes them, by ISO3. */
const UN_NAMES: Partial<Record<Language, Readonly<Record<string, string>>>> = {
  en: { CIV: "Côte d’Ivoire", NLD: "Netherlands (Kingdom of the)" },
  ar: { NLD: "هولندا (مملكة)" },
};

const NO_LABELS: Labels = { label_ar: "", label_zh: "", label_fr: "", label_ru: "", label_es: "" };

const entry = (code: string, rest: Partial<AreaEntry> & Pick<AreaEntry, "label">): AreaEntry => ({
  code,
  definition: "",
  parent: "",
  source: M49,
  level: "COUNTRY",
  m49: "",
  iso2: "",
  ...NO_LABELS,
  ...rest,
});

const special: readonly AreaEntry[] = [
  entry("_T", {
    label: "Any origin",
    definition: "All areas of origin together, or origin not broken down.",
    source: "SDMX",
    level: "_T",
  }),
  entry("_Z", {
    label: "Not applicable",
    definition: "What is counted has no area of origin.",
    source: "SDMX",
    level: "_T",
  }),
];

const KOSOVO = entry("XKX", {
  label: "Kosovo under UNSCR 1244",
  definition:
    "User-assigned code, in neither ISO 3166 nor UN M49. Name as UNODC prints it, without prejudice to positions on status.",
  parent: "039",
  source: "user-assigned code",
});

const parts: readonly AreaEntry[] = Object.entries(SUBNATIONAL_AREAS).flatMap(([parent, areas]) =>
  Object.entries(areas).map(([code, label]) =>
    entry(code, { label, parent, source: "ISO 3166-2", level: "SUBNATIONAL" }),
  ),
);

const byCode = (a: AreaEntry, b: AreaEntry): number => (a.code < b.code ? -1 : 1);

/** The commonest of the names that stand beside a code; the first of those that are equally common. */
const commonest = (names: readonly string[]): string =>
  [...groupBy(names, (name) => name).values()].reduce(
    (best, same) => (same.length > best.length ? same : best),
    [],
  )[0] ?? "";

/** Names of regions by M49 code and of countries by ISO3, in one language. */
const namesOf = (language: Language, rows: readonly M49Row[]): Names => {
  const regions = rows.flatMap(({ cells }) => [
    { code: cells["Global Code"], name: cells["Global Name"] },
    { code: cells["Region Code"], name: cells["Region Name"] },
    { code: cells["Sub-region Code"], name: cells["Sub-region Name"] },
  ]);
  return new Map([
    ...[...groupBy(regions, ({ code }) => code)].map(
      ([code, named]) => [code, commonest(named.map(({ name }) => name))] as const,
    ),
    ...rows.map(({ cells }) => [cells["ISO-alpha3 Code"], cells["Country or Area"]] as const),
    ...Object.entries(UN_NAMES[language] ?? {}),
  ]);
};

const regionsOf = (rows: readonly M49Row[]): Pick<AreaEntry, "code" | "parent">[] => {
  const all = rows.flatMap(({ cells }) => [
    { code: cells["Global Code"], parent: "" },
    { code: cells["Region Code"], parent: cells["Global Code"] },
    { code: cells["Sub-region Code"], parent: cells["Region Code"] },
  ]);
  const unique = new Map(all.map((region) => [region.code, region]));
  unique.delete("");
  return [...unique.values()];
};

/**
 * The areas by code: two reserved codes; the regions, sub-regions (by M49) and countries (by ISO3) of UN M49, each
 * with its name in six languages; Kosovo under UNSCR 1244; parts of countries (by ISO 3166-2), in English only.
 * Reads `<raw>/un-m49/`; throws InputError as {@link readM49} does.
 */
export const readAreas = async (raw: string): Promise<Map<string, Area>> => {
  const rows = await readM49(raw);
  const names = {
    en: namesOf("en", rows.en),
    ar: namesOf("ar", rows.ar),
    cn: namesOf("cn", rows.cn),
    fr: namesOf("fr", rows.fr),
    ru: namesOf("ru", rows.ru),
    es: namesOf("es", rows.es),
  };
  const labels = (code: string): Labels & Pick<Area, "label"> => ({
    label: names.en.get(code) ?? "",
    label_ar: names.ar.get(code) ?? "",
    label_zh: names.cn.get(code) ?? "",
    label_fr: names.fr.get(code) ?? "",
    label_ru: names.ru.get(code) ?? "",
    label_es: names.es.get(code) ?? "",
  });
  const regions = regionsOf(rows.en).map(({ code, parent }) =>
    entry(code, { ...labels(code), parent, level: "REGION", m49: code }),
  );
  const countries = rows.en.map(({ cells }) =>
    entry(cells["ISO-alpha3 Code"], {
      ...labels(cells["ISO-alpha3 Code"]),
      parent: cells["Sub-region Code"] || cells["Region Code"] || cells["Global Code"],
      m49: cells["M49 Code"],
      iso2: cells["ISO-alpha2 Code"],
    }),
  );
  const entries = [
    ...special,
    ...regions.sort(byCode),
    ...[...countries, KOSOVO].sort(byCode),
    ...parts,
  ];
  return new Map(entries.map((area, order) => [area.code, { ...area, order }]));
};

/** The areas with the display names of a source put in place of those of M49. */
export const renameAreas = (
  areas: ReadonlyMap<string, Area>,
  names: ReadonlyMap<string, string>,
): Map<string, Area> =>
  new Map(
    [...areas].map(([code, area]) => [code, { ...area, label: names.get(code) ?? area.label }]),
  );
