import Papa from "papaparse";

/** Characters that may separate fields, likeliest first. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Rows at the head of a file that are looked at. */
export const HEAD_ROWS = 30;

/** One record at the head of a file, and the line of the file on which it begins, from 1. */
export interface HeadRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const linesIn = (cells: readonly string[]): number =>
  1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/** The first records of a text. `cut` says that the text goes on, so that its last record may be torn. */
export const headRows = (text: string, separator: Separator, cut: boolean): HeadRow[] => {
  const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: HEAD_ROWS + 1 });
  const whole = cut && data.length <= HEAD_ROWS ? data.slice(0, -1) : data;
  let line = 1;
  const rows = whole.map((cells) => {
    const row = { line, cells };
    line += linesIn(cells);
    return row;
  });
  const last = rows.at(-1);
  if (last !== undefined && last.cells.join("") === "" && last.cells.length === 1) rows.pop();
  return rows.slice(0, HEAD_ROWS);
};

/** How well a separator divides: the most frequent number of fields, times the rows that have it. */
const score = (rows: readonly HeadRow[]): number => {
  const times = new Map<number, number>();
  for (const { cells } of rows)
    if (cells.length > 1) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  return Math.max(0, ...[...times].map(([fields, rows]) => fields * rows * rows));
};

/** The separator that divides most rows into the same number of fields; a comma where none divides any. */
export const guessSeparator = (text: string, cut: boolean): Separator => {
  const scores = SEPARATORS.map((separator) => score(headRows(text, separator, cut)));
  const best = Math.max(...scores);
  return (best === 0 ? undefined : SEPARATORS[scores.indexOf(best)]) ?? ",";
};

const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== "");

/** A number or a date in figures: no title. */
const isFigure = (cell: string): boolean => /^\s*[-+]?\d[\d\s.,/:-]*$/.test(cell);

/** Rows of at least this width may lack one title, as that of an index often is. */
const WIDE = 4;

/**
 * Which of the first rows holds the titles: the first one with as many filled cells as any (in a wide table one may be
 * missing), without a repeat and without a number or a date among them; else the first filled row. Undefined without
 * any.
 */
export const guessHeader = (rows: readonly (readonly string[])[]): number | undefined => {
  const widest = Math.max(0, ...rows.map((cells) => filled(cells).length));
  const enough = widest >= WIDE ? widest - 1 : Math.max(1, widest);
  const isTitles = (cells: readonly string[]): boolean => {
    const titles = filled(cells);
    return (
      titles.length >= enough && new Set(titles).size === titles.length && !titles.some(isFigure)
    );
  };
  const found = rows.findIndex(isTitles);
  const first = rows.findIndex((cells) => filled(cells).length > 0);
  return found >= 0 ? found : first >= 0 ? first : undefined;
};

/** Titles made unique: an empty one is `column 3`, a repeated one `area (2)`. */
export const uniqueTitles = (titles: readonly string[]): string[] => {
  const taken = new Set<string>();
  return titles.map((title, at) => {
    const name = title.trim() === "" ? `column ${at + 1}` : title.trim();
    let unique = name;
    for (let times = 2; taken.has(unique); times += 1) unique = `${name} (${times})`;
    taken.add(unique);
    return unique;
  });
};
