/** In which order the day, the month and the year of a date stand. */
export const DATE_ORDERS = ["YMD", "DMY", "MDY"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A year, and a month from 1 where there is one. */
export interface Period {
  readonly year: number;
  readonly month: number | null;
}

/** Names of months in English, French and Spanish, by their first letters without accents. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ["jan", "ene"],
  ["feb", "fev"],
  ["mar"],
  ["apr", "avr", "abr"],
  ["may", "mai"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "aou", "ago"],
  ["sep", "set"],
  ["oct"],
  ["nov"],
  ["dec", "dic"],
];

const monthOfName = (word: string): number | undefined => {
  const plain = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const at = MONTH_NAMES.findIndex((names) => names.some((name) => plain.startsWith(name)));
  return at < 0 ? undefined : at + 1;
};

const isYear = (year: number): boolean => year >= 1900 && year <= 2100;

const period = (year: number, month?: number, day?: number): Period | undefined => {
  if (!isYear(year)) return undefined;
  if (month === undefined) return { year, month: null };
  if (month < 1 || month > 12) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day !== undefined && (day < 1 || day > last) ? undefined : { year, month };
};

const WHOLE = /^(\d{4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[AaPp]\.?[Mm]\.?)?$/;
const SEPARATED = /^(\d{1,4})[-/.\s](\d{1,4})(?:[-/.\s](\d{1,4}))?$/;
const NAMED =
  /^(?:(\d{1,2})[-/.\s]+)?(?:de\s+)?(\p{L}{3,})\.?[-/.,\s]+(?:(\d{1,2})(?:,\s*|\s+))?(?:de\s+|del\s+)?(\d{4})$/u;

const separated = (a: string, b: string, c: string | undefined, order: DateOrder) => {
  if (c === undefined) {
    if (a.length === 4) return period(Number(a), Number(b));
    return b.length === 4 ? period(Number(b), Number(a)) : undefined;
  }
  if (a.length === 4) return period(Number(a), Number(b), Number(c));
  if (c.length !== 4 || order === "YMD") return undefined;
  return order === "DMY"
    ? period(Number(c), Number(b), Number(a))
    : period(Number(c), Number(a), Number(b));
};

/**
 * The year and month of a text: `2021`, `2021-03`, `2021-03-04`, `20210304`, `04/03/2021`, `3/2021`, `4 mars 2021`,
 * `Mar-2021`, each with or without a time of day. `order` tells days from months where the year stands last.
 * Undefined where the text is no date of the calendar, or its year has not four digits.
 */
export const parsePeriod = (text: string, order: DateOrder): Period | undefined => {
  const date = text.trim().replace(TIME, "").trim();
  const whole = WHOLE.exec(date);
  if (whole !== null) return period(Number(whole[1]));
  const compact = COMPACT.exec(date);
  if (compact !== null)
    return period(
      Number(compact[1]),
      Number(compact[2]),
      compact[3] === undefined ? undefined : Number(compact[3]),
    );
  const parts = SEPARATED.exec(date);
  if (parts !== null) return separated(parts[1] ?? "", parts[2] ?? "", parts[3], order);
  const named = NAMED.exec(date);
  const month = named === null ? undefined : monthOfName(named[2] ?? "");
  if (named === null || month === undefined) return undefined;
  const day = named[1] ?? named[3];
  return period(Number(named[4]), month, day === undefined ? undefined : Number(day));
};

/** The month of a text: a number from 1 to 12, or a name in English, French or Spanish. */
export const parseMonth = (text: string): number | undefined => {
  const month = text.trim();
  if (/^\d{1,2}$/.test(month))
    return Number(month) >= 1 && Number(month) <= 12 ? Number(month) : undefined;
  return /^\p{L}{3,}\.?$/u.test(month) ? monthOfName(month) : undefined;
};

/**
 * The order of day and month that texts prove, by a day above 12; `ambiguous` where the year stands last and none
 * proves it, so that DMY is a guess.
 */
export const guessOrder = (
  values: readonly string[],
): { readonly order: DateOrder; readonly ambiguous: boolean } => {
  const works = (order: DateOrder): number =>
    values.filter((value) => parsePeriod(value, order) !== undefined).length;
  const [ymd, dmy, mdy] = DATE_ORDERS.map(works);
  if ((ymd ?? 0) >= Math.max(dmy ?? 0, mdy ?? 0)) return { order: "YMD", ambiguous: false };
  if (dmy === mdy) return { order: "DMY", ambiguous: true };
  return { order: (dmy ?? 0) > (mdy ?? 0) ? "DMY" : "MDY", ambiguous: false };
};
