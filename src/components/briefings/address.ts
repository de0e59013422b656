import type { AddressNote } from "../../view/url.ts";
import { DEFAULT_VIEW } from "../../view/view.ts";
import { THEMES, type Theme } from "./request.ts";

/** What a reader composes: whom, when, what of, and in which form. */
export interface Composition {
  /** Codes of regions, States and territories; empty where none is chosen yet. */
  readonly areas: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Never empty, in the order in which themes stand. */
  readonly themes: readonly Theme[];
  readonly form: "pages" | "slides";
}

/** What can be asked for. */
export interface Choices {
  readonly areas: ReadonlySet<string>;
  readonly first: number;
  readonly last: number;
  readonly dataVersion: string;
}

export const FIRST_COMPOSITION: Composition = {
  areas: [],
  from: DEFAULT_VIEW.from,
  to: DEFAULT_VIEW.to,
  themes: THEMES,
  form: "pages",
};

const SEPARATOR = ".";

/** The query string of a composition, without `?`: what differs from the first one, and the data version. */
export const encodeComposition = (composition: Composition, dataVersion: string): string => {
  const { areas, from, to, themes, form } = composition;
  const search = new URLSearchParams();
  if (areas.length > 0) search.set("area", areas.join(SEPARATOR));
  if (from !== FIRST_COMPOSITION.from || to !== FIRST_COMPOSITION.to)
    search.set("years", `${from}-${to}`);
  if (themes.length < THEMES.length) search.set("themes", themes.join(SEPARATOR));
  if (form !== FIRST_COMPOSITION.form) search.set("form", form);
  if (search.size > 0) search.set("data", dataVersion);
  return search.toString();
};

const yearsOf = (value: string, { first, last }: Choices) => {
  const [, a, b] = /^([0-9]{4})-([0-9]{4})$/.exec(value) ?? [];
  const [from, to] = [Number(a), Number(b)];
  return from >= first && to <= last && from <= to ? { from, to } : undefined;
};

/**
 * The composition of a query string. Whatever is unknown or malformed is left out and named in `notes`; the result is
 * always one that can be written.
 */
export const decodeComposition = (
  search: string,
  choices: Choices,
): { readonly composition: Composition; readonly notes: readonly AddressNote[] } => {
  const params = new URLSearchParams(search);
  const notes: AddressNote[] = [];
  const refuse = (parameter: string, value: string): void => {
    notes.push({ parameter: parameter.slice(0, 80), value: value.slice(0, 80) });
  };
  const list = (name: string): string[] =>
    (params.get(name) ?? "").split(SEPARATOR).filter((part) => part !== "");
  const known = (name: string, isKnown: (value: string) => boolean): string[] => {
    for (const value of list(name)) if (!isKnown(value)) refuse(name, value);
    return [...new Set(list(name).filter(isKnown))];
  };
  const areas = known("area", (code) => choices.areas.has(code));
  const asked = known("themes", (theme) => THEMES.some((one) => one === theme));
  const themes = asked.length === 0 ? THEMES : THEMES.filter((theme) => asked.includes(theme));
  const written = params.get("years");
  const years = written === null ? undefined : yearsOf(written, choices);
  if (written !== null && years === undefined) refuse("years", written);
  const form = params.get("form");
  if (form !== null && form !== "pages" && form !== "slides") refuse("form", form);
  const version = params.get("data");
  if (version !== null && version !== choices.dataVersion) refuse("data", version);
  const names = new Set(["area", "years", "themes", "form", "data"]);
  for (const [name, value] of params) if (!names.has(name)) refuse(name, value);
  return {
    composition: {
      ...FIRST_COMPOSITION,
      ...years,
      areas,
      themes,
      form: form === "slides" ? "slides" : "pages",
    },
    notes,
  };
};
