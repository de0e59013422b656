import type { Release } from "../../standard/release.ts";
import type { Version } from "../../standard/version.ts";

/** When something was published: a day, or a quarter of a year. */
export type When =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "quarter"; readonly year: number; readonly quarter: number };

/** An entry of the calendar: a release of a dataset, or a version of our own data. */
export interface CalendarEntry {
  readonly when: When;
  /** Undefined for our own versions. */
  readonly dataset: string | undefined;
  readonly label: string;
  /** Months since the release before it of the same dataset; undefined for the first. */
  readonly since: number | undefined;
}

/** When a release was published, as far as its name tells; the month of a copy or of the data is not that day. */
export const publishedOn = (release: string): When | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(release)) return { kind: "day", day: release };
  const [, year, quarter] = /^(\d{4})\.Q([1-4])\./.exec(release) ?? [];
  return year === undefined
    ? undefined
    : { kind: "quarter", year: Number(year), quarter: Number(quarter) };
};

/** Months counted from year 0: of the day, or of the end of the quarter. */
const monthOf = (when: When): number => {
  if (when.kind === "quarter") return when.year * 12 + when.quarter * 3;
  const [year = 0, month = 0] = when.day.split("-").map(Number);
  return year * 12 + month;
};

const orderOf = (when: When): string =>
  when.kind === "day" ? when.day : `${when.year}-${String(when.quarter * 3).padStart(2, "0")}-99`;

/** Every release whose name tells when it was published, and every version of ours, the newest first. */
export const calendarOf = (
  releases: readonly Release[],
  versions: readonly Version[],
): CalendarEntry[] => {
  const dated = releases.flatMap(({ dataset, release, label }) => {
    const when = dataset === "IAM_DERIVED" ? undefined : publishedOn(release);
    return when === undefined ? [] : [{ when, dataset, label }];
  });
  const before = (entry: (typeof dated)[number]) =>
    dated
      .filter(
        ({ dataset, when }) => dataset === entry.dataset && orderOf(when) < orderOf(entry.when),
      )
      .map(({ when }) => monthOf(when));
  return [
    ...dated.map((entry) => {
      const earlier = before(entry);
      const since = earlier.length === 0 ? undefined : monthOf(entry.when) - Math.max(...earlier);
      return { ...entry, since };
    }),
    ...versions.map(({ version, date }) => ({
      when: { kind: "day" as const, day: date },
      dataset: undefined,
      label: version,
      since: undefined,
    })),
  ].sort(
    (a, b) => orderOf(b.when).localeCompare(orderOf(a.when)) || b.label.localeCompare(a.label),
  );
};
