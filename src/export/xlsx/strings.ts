import { xmlText } from "../xml.ts";

/** Characters that a cell can hold: the limit of the format. */
const MAX_CELL_LENGTH = 32_767;

/** Characters that XML cannot hold, and text that looks like their substitute. */
const UNWRITABLE = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text as the format writes it: what XML cannot hold becomes `_xHHHH_`, which Excel turns back. */
const cellText = (text: string): string =>
  xmlText(
    text.replace(
      UNWRITABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    ),
  );

/** The texts of a workbook, each written once; cells name them by number. */
export interface StringTable {
  /** Number of a text. Throws when it is longer than a cell can hold. */
  readonly numberOf: (text: string) => number;
  /** The table as SpreadsheetML in pieces; to be written after all cells. */
  readonly xml: () => Iterable<string>;
}

/** An empty table of texts. */
export const stringTable = (): StringTable => {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      if (text.length > MAX_CELL_LENGTH)
        throw new Error(
          `A cell would hold ${text.length} characters ("${text.slice(0, 40)}…"); a workbook allows ${MAX_CELL_LENGTH}. Take CSV or Parquet instead.`,
        );
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    xml: function* () {
      yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
      for (const text of numbers.keys())
        yield `<si><t xml:space="preserve">${cellText(text)}</t></si>`;
      yield "</sst>";
    },
  };
};
