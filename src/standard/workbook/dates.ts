import { attribute, tagsOf } from "./xml.ts";

/** Built-in number formats that show a date. */
const BUILT_IN = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** True of a format with a year, month or day outside of its quoted and bracketed parts. */
const isDateCode = (code: string): boolean => {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").toLowerCase();
  return /[yd]|m/.test(bare) && !/general/.test(bare) && (/[yd]/.test(bare) || !/[hs]/.test(bare));
};

/** Which cell styles show a number as a date, by their place in the style sheet. */
export const dateStyles = (styles: string): boolean[] => {
  const custom = new Map(
    tagsOf(styles, "numFmt").map((tag) => [
      Number(attribute(tag, "numFmtId")),
      isDateCode(attribute(tag, "formatCode") ?? ""),
    ]),
  );
  const cellXfs = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? "";
  return tagsOf(cellXfs, "xf").map((tag) => {
    const id = Number(attribute(tag, "numFmtId") ?? 0);
    return custom.get(id) ?? BUILT_IN.has(id);
  });
};

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars of Excel, such that serials from March 1900 on are right. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/** A serial number of Excel as a time, in UTC; undefined where it is no day. */
export const dateOfSerial = (serial: number, calendar: 1900 | 1904): Date | undefined =>
  Number.isFinite(serial) && serial >= 0 && serial <= 2_958_465
    ? new Date(DAY_ZERO[calendar] + Math.round(serial * DAY_MS))
    : undefined;
