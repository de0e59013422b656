/** A number as it is printed, and what its last letter multiplies it by: 1 where it has none. */
interface Printed {
  readonly value: number;
  readonly unit: number;
}

const UNITS: Readonly<Record<string, number>> = { "%": 0.01, K: 1e3, M: 1e6, B: 1e9 };

/** The number that a text begins with: "54.9K", "8.1%", "1,240"; null where it begins with none. */
const printedIn = (text: string): Printed | null => {
  const [, digits, letter = ""] = /^(-?[\d,]+(?:\.\d+)?)([KMB%]?)/.exec(text) ?? [];
  if (digits === undefined) return null;
  const unit = UNITS[letter] ?? 1;
  return { value: Number(digits.replaceAll(",", "")) * unit, unit };
};

/** The number that a text begins with. @throws where it begins with none */
export const numberIn = (text: string): number => {
  const printed = printedIn(text);
  if (printed === null) throw new Error(`“${text}” begins with no number.`);
  return printed.value;
};

/** How far a number may be from what a text of two decimals says, and of one. */
const EXACT = 0.00501;
const ROUNDED = 0.0501;

/** Whether a text, rounded to a decimal of its unit, says this number. */
export const says = (text: string, value: number): boolean => {
  const printed = printedIn(text);
  return printed !== null && Math.abs(printed.value - value) <= ROUNDED * printed.unit;
};

/** How far a number may be from what this text says, written out. */
const tolerance = (text: string, { unit }: Printed): number =>
  text.includes("%") ? ROUNDED * unit : EXACT;

/** Whether a text, written out, says this number. */
export const isExactly = (text: string, value: number): boolean => {
  const printed = printedIn(text);
  return printed !== null && Math.abs(printed.value - value) <= tolerance(text, printed);
};

/**
 * Every number must be the one of SQL, as closely as it is printed; returns how many there were. Thousands are held to
 * SQL a run: an `expect` for each would take a third of its time.
 */
export const compare = (
  where: string,
  shown: Iterable<readonly [string, string]>,
  wanted: ReadonlyMap<string, number | null>,
): number => {
  let compared = 0;
  for (const [key, text] of shown) {
    compared += 1;
    const printed = printedIn(text);
    const expected = wanted.get(key) ?? null;
    const isSame =
      printed === null || expected === null
        ? printed === expected
        : Math.abs(printed.value - expected) <= tolerance(text, printed);
    if (!isSame)
      throw new Error(`${where}, ${key}: the page shows “${text}”, SQL gives ${expected}`);
  }
  return compared;
};
