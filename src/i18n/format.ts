/** Numbers, years and lists in the words of one language. */
export interface Format {
  /** 1,234,567 */
  readonly number: (value: number) => string;
  /** 1.2M, for axes. */
  readonly compact: (value: number) => string;
  /** 0.382 as 38.2 % or 38.2%, as the language writes it. */
  readonly percent: (share: number) => string;
  /** A year, never grouped. */
  readonly year: (year: number) => string;
  /** November 25, 2026, of the day in the reader's time zone. */
  readonly date: (day: Date) => string;
  /** The same, of a day as ISO 8601 writes it. */
  readonly day: (iso: string) => string;
  /** The name of a month, counted from 1: March, or Mar. */
  readonly month: (month: number, style: "long" | "short") => string;
  /** March 2021, of "2021-03". */
  readonly monthOfYear: (period: string) => string;
  /** a, b and c */
  readonly list: (items: readonly string[]) => string;
  /** 12.4 MB */
  readonly bytes: (bytes: number) => string;
  /** Plural category of a count. */
  readonly plural: (count: number) => Intl.LDMLPluralRule;
  /** Order of words. */
  readonly compare: (a: string, b: string) => number;
}

/** The formatters of a language tag. Throws a RangeError when it is not one. */
export const formatFor = (language: string): Format => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const compact = new Intl.NumberFormat(language, {
    notation: "compact",
    maximumFractionDigits: 1,
  });
  const percent = new Intl.NumberFormat(language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const year = new Intl.NumberFormat(language, { useGrouping: false });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  const months = {
    long: new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }),
    short: new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }),
  };
  const monthOfYear = new Intl.DateTimeFormat(language, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const megabytes = new Intl.NumberFormat(language, {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: 1,
  });
  const plural = new Intl.PluralRules(language);
  const collator = new Intl.Collator(language, { numeric: true });
  return {
    number: (value) => number.format(value),
    compact: (value) => compact.format(value),
    percent: (share) => percent.format(share),
    year: (value) => year.format(value),
    date: (day) => date.format(day),
    day: (iso) => date.format(new Date(`${iso}T12:00:00Z`)),
    month: (month, style) => months[style].format(Date.UTC(2000, month - 1, 1)),
    monthOfYear: (period) => monthOfYear.format(new Date(`${period}-01T00:00:00Z`)),
    list: (items) => list.format(items),
    bytes: (value) => megabytes.format(value / 1e6),
    plural: (count) => plural.select(count),
    compare: (a, b) => collator.compare(a, b),
  };
};
