import type { AreaNames } from "../../i18n/labels.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type AnyDatasetId, anyDatasetOf } from "../../standard/own-return.ts";
import type { Release } from "../../standard/release.ts";
import type { Answer } from "../../view/answer.ts";
import { addsOverAreas } from "../../view/catalogue.ts";
import type { View } from "../../view/view.ts";

/** Names that a figure needs: of areas, of their regions, of releases. */
export interface Names {
  readonly areas: AreaNames;
  /** Region code of each country. */
  readonly regionOf: Readonly<Record<string, string>>;
  /** All of them, those that were replaced too. */
  readonly releases: readonly Release[];
}

/** "10 States", "54 US States and territories". */
export const howMany = ({ m, f }: Speech, count: number, level: View["level"]): string =>
  m.areas(f.number(count), count, level);

/** The label of a category of a view, or of an area where the lines are areas. */
export const categoryLabel = (
  answer: Answer,
  code: string,
  speech: Speech,
  names: Names,
): string => {
  if (answer.lines === "areas") return names.areas[code] ?? code;
  if (answer.view.by === "_T") return speech.m.figure.total;
  return labelOf(answer.view.by, code, names.areas);
};

/** The releases that a view shows: those that stand for its dataset, or the replaced one that it names. */
export const releasesOf = (
  { dataset, release }: Pick<View, "dataset" | "release">,
  { releases }: Pick<Names, "releases">,
): Release[] =>
  releases.filter(
    (entry) =>
      entry.dataset === dataset &&
      (release === "" ? entry.is_current === "yes" : entry.release === release),
  );

/** "UNODC, Illicit Arms Flows Questionnaire, release 12/05/2025". */
export const sourceLine = (dataset: AnyDatasetId, names: Names, release = ""): string => {
  const labels = releasesOf({ dataset, release }, names).map((entry) => entry.label);
  const first = labels.at(0) ?? "";
  const last = labels.at(-1) ?? "";
  const label = labels.length > 1 ? `${first}–${last}` : first;
  return `${anyDatasetOf(dataset).citation}, ${label}`;
};

/** Areas are named rather than counted up to this many. */
const NAMED = 3;

/** True when the areas are named: one alone, or few, and chosen by the reader or by the source. */
const areFew = ({ view, slice, members }: Answer): boolean =>
  members.length === 1 ||
  (members.length <= NAMED && (view.areas.length > 0 || slice.areas.length <= NAMED));

/** "the same 10 States", or the names of one area or of the few that a reader has chosen. */
export const whoOf = (answer: Answer, speech: Speech, names: Names): string =>
  areFew(answer)
    ? speech.f.list(answer.members.map((area) => names.areas[area] ?? area))
    : speech.m.titles.sameWho(howMany(speech, answer.members.length, answer.view.level));

/** Who stands behind the numbers of an answer, in a few words. */
export const coverageLine = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  if (answer.members.length === 0) return m.coverage.none;
  if (areFew(answer)) {
    const list = f.list(answer.members.map((area) => names.areas[area] ?? area));
    return answer.balanced ? m.coverage.sameNamed(list) : m.coverage.allNamed(list);
  }
  if (answer.balanced)
    return m.coverage.same(howMany(speech, answer.members.length, answer.view.level));
  const counts = answer.coverage.map((year) => year.reporting.length);
  const high = Math.max(...counts);
  return m.coverage.all(f.number(Math.min(...counts)), howMany(speech, high, answer.view.level));
};

/** Whether a view may hold values of another population, which it can leave out or take in. */
export const hasOutliers = (view: Pick<View, "indicator">): boolean =>
  view.indicator.startsWith("PERSONS_");

/** What a reader has left out of the numbers, for the title: nothing left out is no words. */
export const exclusionOf = (view: View, { m, f }: Speech, names: Names): string => {
  const areas = view.without.map((area) => names.areas[area] ?? area);
  return [
    ...(areas.length > 0 ? [m.titles.without(f.list(areas))] : []),
    ...(hasOutliers(view) && view.outliers === "without" ? [m.titles.withoutOutliers] : []),
  ].join(", ");
};

/** The caveats that belong under a figure of this answer, most general first. */
export const caveatsOf = (answer: Answer, { m }: Speech): string[] => {
  const { view, slice } = answer;
  const flags = new Set(answer.cells.flatMap((cell) => cell.flags));
  return [
    anyDatasetOf(view.dataset).caveat,
    ...(slice.additivity === "OVERLAPPING" ? [m.explorer.noteOverlap] : []),
    ...(view.by === "age" ? [m.explorer.noteBands] : []),
    ...(slice.additivity === "LISTED" ? [m.explorer.noteListed] : []),
    ...(flags.has("SOURCE_DIFFERS") ? [m.explorer.noteUsa] : []),
    ...(view.residual === "without" ? [m.explorer.noteResidual] : []),
    ...(hasOutliers(view) && view.outliers === "without" ? [m.explorer.noteOutliers] : []),
    ...(view.release === "" ? [] : [m.explorer.noteReplaced]),
    ...(addsOverAreas(slice) ? [] : [m.explorer.noteNoSum]),
    ...(view.indicator === "AMMUNITION_SEIZED" ? [m.explorer.noteNoAmmunition] : []),
  ];
};
