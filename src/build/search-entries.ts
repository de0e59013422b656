import { pagedAreas } from "../components/areas/which.ts";
import type { Entry } from "../components/search/entry.ts";
import { labelOf } from "../i18n/labels.ts";
import type { Speech } from "../i18n/locales.ts";
import { CL_DATASET } from "../standard/codelists/dataset.ts";
import { breakdownDimensions } from "../standard/dimensions.ts";
import type { Slice } from "../view/catalogue.ts";
import { settle } from "../view/choose.ts";
import { encodeView } from "../view/url.ts";
import { type By, DEFAULT_VIEW } from "../view/view.ts";
import type { SiteData } from "./site-data.ts";

const areaEntries = (data: SiteData): Entry[] => {
  const { countries, regions, parts } = pagedAreas(data);
  return [...regions, ...countries, ...parts].map((area) => ({
    kind: "area",
    name: area.label,
    address: `areas/${area.code}/`,
    others: [
      ...new Set([
        area.code,
        area.iso2,
        area.label_fr,
        area.label_es,
        area.label_ru,
        area.label_ar,
        area.label_zh,
      ]),
    ].filter((name) => name !== "" && name !== area.label),
  }));
};

/** Yearly tables with no breakdown or one, of countries where a source has them. */
const tables = ({ catalogue }: SiteData): readonly (Slice & { readonly by: By })[] => {
  const levels = ["COUNTRY", "SUBNATIONAL", "REGION"];
  const found = new Map<string, Slice & { readonly by: By }>();
  const ordered = [...catalogue].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  for (const slice of ordered) {
    const { dataset, indicator, breakdown, freq } = slice;
    const [by, ...crossed] = breakdownDimensions(breakdown);
    if (freq !== "A" || crossed.length > 0) continue;
    const key = `${dataset} ${indicator} ${breakdown}`;
    if (!found.has(key)) found.set(key, { ...slice, by: by ?? "_T" });
  }
  return [...found.values()];
};

const indicatorEntries = (data: SiteData, { m }: Speech): Entry[] =>
  tables(data).map(({ dataset, indicator, by, unit, level, years }) => {
    const label = labelOf("indicator", indicator, data.names.areas);
    const source = CL_DATASET.codes.find(({ code }) => code === dataset)?.label ?? dataset;
    const view = settle(data.catalogue, {
      ...DEFAULT_VIEW,
      dataset,
      indicator,
      by,
      unit,
      level,
      panel: "all",
      from: Math.min(...years),
      to: Math.max(...years),
    });
    const what = by === "_T" ? label : m.search.by(label, m.dimensions[by]);
    return {
      kind: "indicator",
      name: m.search.from(what, source),
      address: `explore/?${encodeView(view, data.version)}`,
      others: [indicator],
    };
  });

const termEntries = ({ m }: Speech): Entry[] =>
  m.glossary.terms.map(({ id, term, forms }) => ({
    kind: "term",
    name: term,
    address: `glossary/#${id}`,
    others: forms.filter((form) => form.toLocaleLowerCase() !== term.toLocaleLowerCase()),
  }));

const pageEntries = ({ m }: Speech): Entry[] => {
  const pages: readonly (readonly [string, string])[] = [
    ["explore/", m.explorer.title],
    ["areas/", m.areaPages.indexTitle],
    ["sdg-16-4-2/", m.site.sdg],
    ["coverage/", m.site.coverage],
    ["revisions/", m.site.revisions],
    ["briefings/", m.briefings.indexTitle],
    ["briefings/compose/", m.composer.title],
    ["stories/", m.stories.indexTitle],
    ["data/", m.site.data],
    ["method/", m.site.method],
    ["glossary/", m.site.glossary],
    ["sql/", m.site.sql],
    ["return/", m.site.ownReturn],
  ];
  return pages.map(([address, name]) => ({ kind: "page", name, address, others: [] }));
};

/** Everything that a reader can look for on this site. */
export const searchEntries = (data: SiteData, speech: Speech): Entry[] => [
  ...areaEntries(data),
  ...indicatorEntries(data, speech),
  ...termEntries(speech),
  ...pageEntries(speech),
];
