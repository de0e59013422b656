/** The word for one, or for many. */
export const one = (count: number, singular: string, plural: string) =>
  count === 1 ? singular : plural;

/** A span of years, or the year where it is one. */
export const span = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

/** The text with a capital at its head. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
