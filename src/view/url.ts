import { CL_DATASET } from "../standard/codelists/dataset.ts";
import { CL_INDICATOR } from "../standard/codelists/indicator.ts";
import { CL_UNIT_MEASURE } from "../standard/codelists/table.ts";
import { DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { type Slice, sliceOf } from "./catalogue.ts";
import { settle } from "./choose.ts";
import { ADDRESS_FORM, migrated } from "./migrate.ts";
import { DEFAULT_VIEW, PANELS, type View } from "./view.ts";

/** Something in an address that could not be used; the reader is told, the page goes on. */
export interface AddressNote {
  readonly parameter: string;
  readonly value: string;
}

/** The separator of lists in the address; no code contains it. */
const SEPARATOR = ".";

const codesOf = <T extends string>(list: { readonly codes: readonly { readonly code: T }[] }) =>
  list.codes.map(({ code }) => code);

/** What of a view takes one of a few words. */
type Word = Exclude<keyof View, "release" | "from" | "to" | "areas" | "without" | "filters">;

/** Parameters that take one of a few words, in the order in which they are written. */
const WORDS: { readonly [N in Word]: readonly View[N][] } = {
  dataset: codesOf(CL_DATASET),
  indicator: codesOf(CL_INDICATOR),
  unit: codesOf(CL_UNIT_MEASURE),
  by: [...DIMENSIONS, "_T"],
  level: ["COUNTRY", "SUBNATIONAL", "REGION"],
  panel: ["same", "all"],
  measure: ["count", "share", "index"],
  weight: ["pooled", "mean"],
  residual: ["with", "without"],
  outliers: ["with", "without"],
  arrange: ["bars", "stacked", "grouped"],
  multiples: ["area", "category"],
  scale: ["common", "own"],
  routes: ["sankey", "matrix", "arcs"],
  rows: ["category", "area", "year"],
  names: ["labels", "codes", "both"],
  large: PANELS,
};
const WORD_NAMES = Object.keys(WORDS) as Word[];

/** Lists of areas. */
const AREAS = { areas: "area", without: "leave" } as const;

const KNOWN: ReadonlySet<string> = new Set([
  "v",
  "data",
  "release",
  "years",
  ...WORD_NAMES,
  ...Object.values(AREAS),
  ...DIMENSIONS,
]);

/**
 * The query string of a view, without `?`: only what differs from the default view, in a fixed order, then the
 * form of the address and the version of the data that it was made with.
 */
export const encodeView = (view: View, dataVersion: string): string => {
  const search = new URLSearchParams();
  const set = (name: string, value: string, standard: string) => {
    if (value !== standard) search.set(name, value);
  };
  set("dataset", view.dataset, DEFAULT_VIEW.dataset);
  set("release", view.release, "");
  for (const name of WORD_NAMES) if (name !== "dataset") set(name, view[name], DEFAULT_VIEW[name]);
  const years = ({ from, to }: View) => `${from}-${to}`;
  set("years", years(view), years(DEFAULT_VIEW));
  set(AREAS.areas, view.areas.join(SEPARATOR), "");
  set(AREAS.without, view.without.join(SEPARATOR), "");
  for (const dimension of DIMENSIONS)
    set(dimension, (view.filters[dimension] ?? []).join(SEPARATOR), "");
  if (search.size > 0) {
    search.set("v", String(ADDRESS_FORM));
    search.set("data", dataVersion);
  }
  return search.toString();
};

/** Which data an address asks for: what must be at hand before the rest of it can be read. */
export interface Source {
  /** Version of the data; undefined where the address names none. */
  readonly version: string | undefined;
  readonly dataset: View["dataset"];
  /** Empty for the releases that stand for the dataset. */
  readonly release: string;
}

/** The data that an address asks for. Unknown datasets become the default one; {@link decodeView} tells. */
export const sourceOf = (search: string): Source => {
  const params = migrated(new URLSearchParams(search));
  const dataset = WORDS.dataset.find((code) => code === params.get("dataset"));
  return {
    version: params.get("data") ?? undefined,
    dataset: dataset ?? DEFAULT_VIEW.dataset,
    release: params.get("release") ?? "",
  };
};

type Read = <T>(name: string, standard: T, parse: (value: string) => T | undefined) => T;

const parseYears = (value: string): Pick<View, "from" | "to"> | undefined => {
  const years = /^([0-9]{4})-([0-9]{4})$/.exec(value);
  if (years === null) return undefined;
  const [a, b] = [Number(years[1]), Number(years[2])];
  return { from: Math.min(a, b), to: Math.max(a, b) };
};

/** The view as the address words it, before anyone has asked whether it is published. */
const askedView = (params: URLSearchParams, releases: readonly string[], read: Read): View => {
  const list = (name: string): string[] =>
    (params.get(name) ?? "").split(SEPARATOR).filter((code) => code !== "");
  const word = <N extends Word>(name: N): View[N] =>
    read(name, DEFAULT_VIEW[name], (value) => WORDS[name].find((candidate) => candidate === value));
  const words = Object.fromEntries(WORD_NAMES.map((name) => [name, word(name)])) as Pick<
    View,
    Word
  >;
  const filters: { [D in Dimension]?: readonly string[] } = {};
  for (const dimension of DIMENSIONS) {
    const chosen = list(dimension);
    if (chosen.length > 0) filters[dimension] = chosen;
  }
  return {
    ...words,
    release: read("release", "", (value) => releases.find((release) => release === value)),
    ...read("years", { from: DEFAULT_VIEW.from, to: DEFAULT_VIEW.to }, parseYears),
    areas: [...new Set(list(AREAS.areas))],
    without: [...new Set(list(AREAS.without))],
    filters,
  };
};

const publishedFilters = (
  asked: View,
  slice: Slice,
  refuse: (parameter: string, value: string) => void,
): View["filters"] => {
  const kept: { [D in Dimension]?: readonly string[] } = {};
  for (const dimension of DIMENSIONS) {
    const codes = asked.filters[dimension] ?? [];
    const published = codes.filter((code) => slice.codes[dimension]?.includes(code));
    for (const code of codes) if (!published.includes(code)) refuse(dimension, code);
    if (published.length > 0) kept[dimension] = [...new Set(published)];
  }
  return kept;
};

/**
 * The view of a query string, of any form that addresses ever had. Whatever is unknown, malformed or not published
 * is left out and named in `notes`; the result is always a view that the catalogue can answer. `releases` are those
 * whose catalogue this is, where it is not that of the current ones.
 */
export const decodeView = (
  search: string,
  catalogue: readonly Slice[],
  releases: readonly string[] = [],
): { view: View; notes: AddressNote[]; dataVersion: string | undefined } => {
  const params = migrated(new URLSearchParams(search));
  const notes: AddressNote[] = [];
  const refuse = (parameter: string, value: string): void => {
    notes.push({ parameter: parameter.slice(0, 80), value: value.slice(0, 80) });
  };
  const read: Read = (name, standard, parse) => {
    const value = params.get(name);
    if (value === null) return standard;
    const parsed = parse(value);
    if (parsed === undefined) refuse(name, value);
    return parsed ?? standard;
  };
  const asked = askedView(params, releases, read);
  for (const [name, value] of params) if (!KNOWN.has(name)) refuse(name, value);
  const dataVersion = params.get("data") ?? undefined;
  const slice = sliceOf(catalogue, asked);
  if (slice === undefined) {
    refuse("by", `${asked.dataset} ${asked.indicator} ${asked.by}`);
    return { view: nearest(catalogue), notes, dataVersion };
  }
  const filters = publishedFilters(asked, slice, refuse);
  for (const [field, name] of Object.entries(AREAS) as [keyof typeof AREAS, string][])
    for (const area of asked[field]) if (!slice.areas.includes(area)) refuse(name, area);
  const settled = settle(catalogue, { ...asked, filters });
  const view = sliceOf(catalogue, settled) === undefined ? nearest(catalogue) : settled;
  return { view, notes, dataVersion };
};

/** The view of a first visit, or, in a catalogue that lacks it, of its first table. */
const nearest = (catalogue: readonly Slice[]): View => {
  if (sliceOf(catalogue, DEFAULT_VIEW) !== undefined) return DEFAULT_VIEW;
  const first = catalogue.find((slice) => slice.freq === "A" && slice.breakdown === "_T");
  if (first === undefined) throw new Error("The catalogue has no table without a breakdown.");
  const { dataset, indicator, unit, level } = first;
  return settle(catalogue, { ...DEFAULT_VIEW, dataset, indicator, unit, level, by: "_T" });
};
