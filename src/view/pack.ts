import type { Cell } from "../statistics/cell.ts";

/** Cells as few characters: dictionaries, and for each cell area, year, code, flags as places in them, and value. */
export interface PackedCells {
  readonly areas: readonly string[];
  readonly codes: readonly string[];
  /** Flags of a cell, joined by `|`. */
  readonly flags: readonly string[];
  /** Five numbers a cell: area, year, code, flags, value; null where there is no number. */
  readonly numbers: readonly (number | null)[];
}

const PER_CELL = 5;

const dictionary = () => {
  const places = new Map<string, number>();
  const place = (word: string): number => {
    const known = places.get(word);
    if (known !== undefined) return known;
    places.set(word, places.size);
    return places.size - 1;
  };
  return { place, words: () => [...places.keys()] };
};

/** Packs cells for a page; {@link unpackCells} brings them back. */
export const packCells = (cells: readonly Cell[]): PackedCells => {
  const [areas, codes, flags] = [dictionary(), dictionary(), dictionary()];
  const numbers = cells.flatMap((cell) => [
    areas.place(cell.area),
    cell.year,
    codes.place(cell.code),
    flags.place(cell.flags.join("|")),
    cell.value,
  ]);
  return { areas: areas.words(), codes: codes.words(), flags: flags.words(), numbers };
};

/** The cells that were packed. Throws when a place is in no dictionary: the page was cut or changed. */
export const unpackCells = ({ areas, codes, flags, numbers }: PackedCells): Cell[] => {
  const lists = flags.map((text) => text.split("|").filter(Boolean));
  const wordAt = <T>(words: readonly T[], place: number | null | undefined): T => {
    const word = words[place ?? -1];
    if (word === undefined) throw new Error("The figures in this page are damaged; reload it.");
    return word;
  };
  return Array.from({ length: numbers.length / PER_CELL }, (_, at): Cell => {
    const [area, year, code, flag, value] = numbers.slice(at * PER_CELL, (at + 1) * PER_CELL);
    return {
      area: wordAt(areas, area),
      year: year ?? 0,
      code: wordAt(codes, code),
      value: value ?? null,
      flags: wordAt(lists, flag),
    };
  });
};
