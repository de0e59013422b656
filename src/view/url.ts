import { CL_DATASET } from "../standard/codelists/dataset.ts";
import { CL_INDICATOR } from "../standard/codelists/indicator.ts";
import { DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { type Slice, sliceOf } from "./catalogue.ts";
import { settle } from "./choose.ts";
import { DEFAULT_VIEW, type View } from "./view.ts";

/** Something in an address that could not be used; the reader is told, the page goes on. */
export interface AddressNote {
  readonly parameter: string;
  readonly value: string;
}

/** The separator of lists in the address; no code contains it. */
const SEPARATOR = ".";

const SWITCHES = {
  panel: ["same", "all"],
  measure: ["count", "share"],
  weight: ["pooled", "mean"],
  residual: ["with", "without"],
  outliers: ["with", "without"],
  level: ["COUNTRY", "SUBNATIONAL"],
} as const;

type Switch = keyof typeof SWITCHES;
const SWITCH_NAMES: readonly Switch[] = [
  "level",
  "panel",
  "measure",
  "weight",
  "residual",
  "outliers",
];

/**
 * The query string of a view, without `?`: only what differs from the default view, in a fixed order, and the
 * version of the data that it was made with.
 */
export const encodeView = (view: View, dataVersion: string): string => {
  const search = new URLSearchParams();
  const set = (name: string, value: string, standard: string) => {
    if (value !== standard) search.set(name, value);
  };
  set("dataset", view.dataset, DEFAULT_VIEW.dataset);
  set("indicator", view.indicator, DEFAULT_VIEW.indicator);
  set("by", view.by, DEFAULT_VIEW.by);
  set("from", String(view.from), String(DEFAULT_VIEW.from));
  set("to", String(view.to), String(DEFAULT_VIEW.to));
  for (const name of SWITCH_NAMES) set(name, view[name], DEFAULT_VIEW[name]);
  set("area", view.areas.join(SEPARATOR), "");
  for (const dimension of DIMENSIONS)
    set(dimension, (view.filters[dimension] ?? []).join(SEPARATOR), "");
  if (search.size > 0) search.set("data", dataVersion);
  return search.toString();
};

const oneOf = <T extends string>(value: string, allowed: readonly T[]): T | undefined =>
  allowed.find((candidate) => candidate === value);

const year = (value: string): number | undefined =>
  /^[0-9]{4}$/.test(value) ? Number(value) : undefined;

/**
 * The view of a query string. Whatever is unknown, malformed or not published is left out and named in
 * `notes`; the result is always a view that the catalogue can answer.
 */
export const decodeView = (
  search: string,
  catalogue: readonly Slice[],
): { view: View; notes: AddressNote[]; dataVersion: string | undefined } => {
  const params = new URLSearchParams(search);
  const notes: AddressNote[] = [];
  const read = <T>(name: string, standard: T, parse: (value: string) => T | undefined): T => {
    const value = params.get(name);
    if (value === null) return standard;
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    notes.push({ parameter: name, value: value.slice(0, 80) });
    return standard;
  };
  const codes = (name: string): string[] =>
    (params.get(name) ?? "").split(SEPARATOR).filter((code) => code !== "");

  const filters: { [D in Dimension]?: readonly string[] } = {};
  for (const dimension of DIMENSIONS) {
    const chosen = codes(dimension);
    if (chosen.length > 0) filters[dimension] = chosen;
  }
  const asked: View = {
    dataset: read("dataset", DEFAULT_VIEW.dataset, (value) =>
      oneOf(
        value,
        CL_DATASET.codes.map((entry) => entry.code),
      ),
    ),
    indicator: read("indicator", DEFAULT_VIEW.indicator, (value) =>
      oneOf(
        value,
        CL_INDICATOR.codes.map((entry) => entry.code),
      ),
    ),
    by: read("by", DEFAULT_VIEW.by, (value) => oneOf(value, [...DIMENSIONS, "_T" as const])),
    level: read("level", DEFAULT_VIEW.level, (value) => oneOf(value, SWITCHES.level)),
    from: read("from", DEFAULT_VIEW.from, year),
    to: read("to", DEFAULT_VIEW.to, year),
    areas: codes("area"),
    filters,
    panel: read("panel", DEFAULT_VIEW.panel, (value) => oneOf(value, SWITCHES.panel)),
    measure: read("measure", DEFAULT_VIEW.measure, (value) => oneOf(value, SWITCHES.measure)),
    weight: read("weight", DEFAULT_VIEW.weight, (value) => oneOf(value, SWITCHES.weight)),
    residual: read("residual", DEFAULT_VIEW.residual, (value) => oneOf(value, SWITCHES.residual)),
    outliers: read("outliers", DEFAULT_VIEW.outliers, (value) => oneOf(value, SWITCHES.outliers)),
  };
  const known = [
    "dataset",
    "indicator",
    "by",
    "from",
    "to",
    "area",
    "data",
    ...SWITCH_NAMES,
    ...DIMENSIONS,
  ];
  for (const [name, value] of params) {
    if (!known.includes(name))
      notes.push({ parameter: name.slice(0, 80), value: value.slice(0, 80) });
  }
  const ordered = asked.from > asked.to ? { ...asked, from: asked.to, to: asked.from } : asked;
  const slice = sliceOf(catalogue, ordered);
  if (slice === undefined) {
    notes.push({ parameter: "by", value: `${asked.dataset} ${asked.indicator} ${asked.by}` });
    return { view: DEFAULT_VIEW, notes, dataVersion: params.get("data") ?? undefined };
  }
  const kept: { [D in Dimension]?: readonly string[] } = {};
  for (const dimension of DIMENSIONS) {
    const asked = filters[dimension];
    if (asked === undefined) continue;
    const published = asked.filter((code) => slice.codes[dimension]?.includes(code));
    for (const code of asked)
      if (!published.includes(code)) notes.push({ parameter: dimension, value: code.slice(0, 80) });
    if (published.length > 0) kept[dimension] = [...new Set(published)];
  }
  for (const area of ordered.areas)
    if (!slice.areas.includes(area)) notes.push({ parameter: "area", value: area.slice(0, 80) });
  const settled = settle(catalogue, {
    ...ordered,
    filters: kept,
    areas: [...new Set(ordered.areas)],
  });
  const view = sliceOf(catalogue, settled) === undefined ? DEFAULT_VIEW : settled;
  return { view, notes, dataVersion: params.get("data") ?? undefined };
};
