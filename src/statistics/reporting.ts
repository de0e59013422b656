import { breakdownDimensions, type Dimension } from "../standard/dimensions.ts";
import { type Cell, groupBy } from "./cell.ts";

/** What a State may give for a year: what UNODC's file holds, and the official value of SDG 16.4.2. */
export const ITEMS = [
  "ARMS_SEIZED",
  "ARMS_FOUND",
  "ARMS_SURRENDERED",
  "WEAPON_TYPE",
  "MARKING",
  "TRACING",
  "CONDITION",
  "SEIZURE_PLACE",
  "LEGAL_GROUND",
  "OFFENCE_CONTEXT",
  "PERSONS",
  "SEX",
  "PERSONS_OFFENCE",
  "AMMUNITION",
  "PARTS",
  "CASES",
  "SDG_16_4_2",
] as const;

/** What the resolution asks for and a file of UNODC has not held so far. */
export const WANTED = ["AGE", "DISABILITY", "TRANSPORT", "ROUTE", "VICTIMS"] as const;

export type Item = (typeof ITEMS)[number] | (typeof WANTED)[number];

const INDICATOR_ITEMS: Readonly<Record<string, Item>> = {
  ARMS_SEIZED: "ARMS_SEIZED",
  ARMS_FOUND: "ARMS_FOUND",
  ARMS_SURRENDERED: "ARMS_SURRENDERED",
  AMMUNITION_SEIZED: "AMMUNITION",
  PARTS_SEIZED: "PARTS",
  SEIZURE_CASES: "CASES",
  SDG_16_4_2: "SDG_16_4_2",
};

const DIMENSION_ITEMS: Readonly<Partial<Record<Dimension, Item>>> = {
  sex: "SEX",
  age: "AGE",
  weapon_type: "WEAPON_TYPE",
  marking: "MARKING",
  condition: "CONDITION",
  legal_ground: "LEGAL_GROUND",
  offence_context: "OFFENCE_CONTEXT",
  seizure_place: "SEIZURE_PLACE",
  trace_status: "TRACING",
  origin_area: "ROUTE",
};

/** The items that a table of one indicator and breakdown gives; none for a table that is no item. */
export const itemsOf = (indicator: string, breakdown: string): Item[] => {
  const victims: Item[] = indicator.startsWith("VICTIMS_") ? ["VICTIMS"] : [];
  if (breakdown !== "_T") {
    const broken = breakdownDimensions(breakdown).flatMap((name) => DIMENSION_ITEMS[name] ?? []);
    const ofPersons = indicator.startsWith("PERSONS_");
    return [
      ...victims,
      ...broken.map((item) => (ofPersons && item === "OFFENCE_CONTEXT" ? "PERSONS_OFFENCE" : item)),
    ];
  }
  if (indicator.startsWith("PERSONS_")) return ["PERSONS"];
  return [...victims, ...[INDICATOR_ITEMS[indicator] ?? []].flat()];
};

/** What one table of an area and year holds. */
export interface TableYear {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly breakdown: string;
  /** The largest number in it; null where its rows carry none. */
  readonly most: number | null;
}

/**
 * One cell for each area, year and item (its code) that has a row. The value is the largest number behind it: 0 where
 * all are zero, null where the source has rows and none carries a number.
 */
export const itemCells = (tables: readonly TableYear[]): Cell[] => {
  const given = tables.flatMap((table) =>
    itemsOf(table.indicator, table.breakdown).map((code) => ({ ...table, code })),
  );
  return [...groupBy(given, ({ area, year, code }) => `${area} ${year} ${code}`).values()].flatMap(
    (group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { area, year, code } = first;
      const numbers = group.flatMap(({ most }) => (most === null ? [] : [most]));
      const value = numbers.length === 0 ? null : Math.max(...numbers);
      return [{ area, year, code, value, flags: [] }];
    },
  );
};

/** What stands behind an item of an area and year. */
export type Given = "numbers" | "zeros" | "withheld" | "nothing";

/** Numbers, nothing but zeros, rows without a number, or no row. */
export const givenIn = (cell: Pick<Cell, "value"> | undefined): Given => {
  if (cell === undefined) return "nothing";
  if (cell.value === null) return "withheld";
  return cell.value > 0 ? "numbers" : "zeros";
};

/** Whether an item counts as reported: it carries at least one number. Zero is a number. */
export const isGiven = (given: Given): boolean => given === "numbers" || given === "zeros";

/** What an area has given in one year. */
export interface YearGiven {
  /** How many items carry a number. */
  readonly count: number;
  /** Whether at least one of them holds nothing but zeros. */
  readonly doubtful: boolean;
  /** Whether the official value of SDG 16.4.2 is all there is. */
  readonly officialOnly: boolean;
}

/** Sums up the item cells of one area and year. */
export const yearGiven = (cells: readonly Cell[]): YearGiven => {
  const given = cells.filter((cell) => isGiven(givenIn(cell)));
  return {
    count: given.length,
    doubtful: given.some((cell) => givenIn(cell) === "zeros"),
    officialOnly: given.length > 0 && given.every(({ code }) => code === "SDG_16_4_2"),
  };
};
