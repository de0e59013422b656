import type { Speech } from "../../i18n/locales.ts";
import type { Slice } from "../../view/catalogue.ts";
import type { Names } from "../figures/words.ts";
import type { Choices, Composition } from "./address.ts";
import type { BriefRequest, Subject } from "./request.ts";

/** A region with the States and territories in it. */
export interface ComposedRegion {
  readonly code: string;
  readonly label: string;
  readonly members: readonly string[];
}

/** What the page hands to the composer: everything but the observations. */
export interface ComposerProps {
  readonly path: string;
  /** Relative address of the site's root, ending in a slash. */
  readonly root: string;
  readonly dataVersion: string;
  /** The day of that version, ISO 8601. */
  readonly versionDate: string;
  /** The tables that a briefing can ask. */
  readonly catalogue: readonly Slice[];
  readonly names: Names;
  readonly regions: readonly ComposedRegion[];
  /** Codes of the States and territories, in the order of their names. */
  readonly states: readonly string[];
  readonly years: { readonly first: number; readonly last: number };
}

export interface ComposerStage extends ComposerProps {
  readonly speech: Speech;
}

/** What an address of the composer may ask for. */
export const choicesOf = ({ regions, states, years, dataVersion }: ComposerProps): Choices => ({
  areas: new Set([...regions.map(({ code }) => code), ...states]),
  ...years,
  dataVersion,
});

/** Areas are named in a title up to this many. */
const NAMED = 4;

/** Whom chosen codes stand for; undefined where none is chosen. */
export const subjectOf = (
  areas: readonly string[],
  { regions, names, speech }: Pick<ComposerStage, "regions" | "names" | "speech">,
): Subject | undefined => {
  const { m, f } = speech;
  const regionOf = (code: string) => regions.find((region) => region.code === code);
  const members = [...new Set(areas.flatMap((code) => regionOf(code)?.members ?? [code]))];
  const [first] = areas;
  if (first === undefined) return undefined;
  const region = regionOf(first);
  const nameOf = (code: string): string =>
    m.briefings.inRegion(regionOf(code)?.label ?? names.areas[code] ?? code);
  if (areas.length === 1)
    return { kind: region === undefined ? "state" : "region", name: nameOf(first), members };
  const name =
    areas.length <= NAMED
      ? f.list(areas.map(nameOf))
      : m.briefings.chosen(f.number(members.length));
  return { kind: "chosen", name, members };
};

/** The briefing that a composition asks for; undefined while nobody is chosen. */
export const requestOf = (
  { areas, from, to, themes }: Composition,
  stage: ComposerStage,
): BriefRequest | undefined => {
  const subject = subjectOf(areas, stage);
  return subject === undefined ? undefined : { subject, from, to, themes };
};
