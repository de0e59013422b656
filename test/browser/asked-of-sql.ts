import type { DuckDBConnection } from "@duckdb/node-api";
import { quote } from "../../src/standard/sql.ts";
import { table } from "../pipelines/raw.ts";

/** The row of a cell: "PISTOL" of "PISTOL 2019". */
export const rowOf = (cell: string): string => cell.replace(/ \d+$/, "");

/** Numbers by what they stand for. */
type Asked = ReadonlyMap<string, number | null>;

/**
 * What the explorer must show for an address, by plain SQL on the published observations: written apart from the
 * code of the site, from the definitions of the methods alone.
 */
export interface Shown {
  /** Value of each row and year of the table: by category, or by area where areas are the rows. */
  readonly table: Asked;
  /** Value of each area and year, where nothing is broken down. */
  readonly areas: Asked;
  /** Value of each bar of the breakdown. */
  readonly bars: Asked;
  /** Value of each area on the map: of all that report, or, where shares are mapped, of the members. */
  readonly map: Asked;
  /** Areas behind the numbers of each year. */
  readonly reporting: Asked;
}

const DIMENSIONS =
  "sex age weapon_type marking condition legal_ground offence_context seizure_place trace_status origin_area calibre time_to_crime".split(
    " ",
  );
const DEFAULTS: Readonly<Record<string, string>> = {
  dataset: "UNODC_IAFQ",
  indicator: "ARMS_SEIZED",
  unit: "NUMBER",
  by: "weapon_type",
  level: "COUNTRY",
  years: "2016-2022",
  panel: "same",
  measure: "count",
  weight: "pooled",
  residual: "with",
  outliers: "without",
};

export const list = (values: readonly string[]): string => `(${values.map(quote).join(", ")})`;

/** The address of a view, with what it leaves out filled in. */
export class Address {
  private readonly params: URLSearchParams;
  constructor(search: string) {
    this.params = new URLSearchParams(search);
  }
  get(name: string): string {
    return this.params.get(name) ?? DEFAULTS[name] ?? "";
  }
  codes(name: string): string[] {
    return this.get(name).split(".").filter(Boolean);
  }
  /** This address with other answers to some questions. */
  with(over: Readonly<Record<string, string>>): Address {
    const other = new Address(this.params.toString());
    for (const [name, value] of Object.entries(over)) other.params.set(name, value);
    return other;
  }
  /** The first and the last year. */
  get span(): [number, number] {
    const [from = 0, to = 0] = this.get("years").split("-").map(Number);
    return [from, to];
  }
  get filtered(): string[] {
    return DIMENSIONS.filter((dimension) => this.codes(dimension).length > 0);
  }
}

/** Dimensions that an address crosses: the one that it shows, and those that it filters. */
const crossed = (address: Address): string[] =>
  DIMENSIONS.filter(
    (dimension) => dimension === address.get("by") || address.filtered.includes(dimension),
  );

/** Which rows of the observations make up the table behind an address, whatever is shown of it. */
export const tableSql = (address: Address, freq: "A" | "M" = "A"): string =>
  `dataset = ${quote(address.get("dataset"))} AND indicator = ${quote(address.get("indicator"))} AND freq = ${quote(freq)}
      AND unit_measure = ${quote(address.get("unit"))} AND area_level = ${quote(address.get("level"))}
      AND breakdown = ${quote(crossed(address).join("+") || "_T")} AND additivity <> 'SUBTOTAL'
      AND (breakdown = '_T' OR additivity <> 'TOTAL')`;

/** Cells of the table behind an address: one value for each area, year (and month, where asked) and category. */
const cellsSql = (address: Address, freq: "A" | "M" = "A"): string => {
  const by = address.get("by");
  const [from, to] = address.span;
  const others = crossed(address).filter(
    (dimension) => dimension !== by && address.filtered.includes(dimension),
  );
  return `
    SELECT ref_area AS area, CAST(left(time_period, 4) AS INTEGER) AS year,
      ${freq === "M" ? "CAST(substr(time_period, 6, 2) AS INTEGER) AS month," : ""} ${by === "_T" ? "'_T'" : by} AS code,
      CASE WHEN bool_and(obs_value IS NOT NULL) THEN sum(obs_value) END AS value
    FROM observations
    WHERE ${tableSql(address, freq)}
      AND CAST(left(time_period, 4) AS INTEGER) BETWEEN ${from} AND ${to}
      ${others.map((dimension) => `AND ${dimension} IN ${list(address.codes(dimension))}`).join(" ")}
      ${address.get("outliers") === "without" ? "AND NOT list_contains(string_split(flags, '|'), 'OUTLIER_SCOPE')" : ""}
      ${address.codes("leave").length > 0 ? `AND ref_area NOT IN ${list(address.codes("leave"))}` : ""}
    GROUP BY ALL
    HAVING ${address.get("residual") === "without" && by !== "_T" ? "code NOT IN ('_O', '_U')" : "true"}`;
};

/** Percentages, rates and regions are not summed: the latest number of each area stands for it. */
const addsUp = (address: Address): boolean =>
  address.get("unit") === "NUMBER" && address.get("level") !== "REGION";

/** Whether the rows of the table are areas: chosen ones, or all of what does not add up. */
const rowsAreAreas = (address: Address): boolean => {
  const chosen = address.codes("area").length;
  return address.get("by") === "_T" && (!addsUp(address) || (chosen > 0 && chosen <= 7));
};

const membersSql = (address: Address): string => {
  const [from, to] = address.span;
  const years = to - from + 1;
  const same = address.get("panel") === "same" && !rowsAreAreas(address);
  const chosen = address.codes("area");
  return `SELECT area FROM cells WHERE value IS NOT NULL ${chosen.length > 0 ? `AND area IN ${list(chosen)}` : ""}
    GROUP BY area ${same ? `HAVING count(DISTINCT year) = ${years}` : ""}`;
};

/** Shares of categories, in each year or in all: pooled, or the mean of the areas' own. Columns: year if so, code, value. */
export const shareSql = (address: Address, yearly: boolean): string => {
  const year = yearly ? "year, " : "";
  if (address.get("weight") === "pooled")
    return `SELECT ${year}code, part / sum(part) OVER (${yearly ? "PARTITION BY year" : ""}) AS value
      FROM (SELECT ${year}code, sum(value) AS part FROM shown WHERE value IS NOT NULL GROUP BY ALL)`;
  return `WITH parts AS (SELECT ${year}area, code, sum(value) AS part FROM shown WHERE value IS NOT NULL GROUP BY ALL),
    wholes AS (SELECT ${year}area, sum(part) AS whole FROM parts GROUP BY ALL HAVING sum(part) > 0),
    counts AS (SELECT ${year}count(*) AS areas FROM wholes ${yearly ? "GROUP BY year" : ""})
    SELECT ${yearly ? "parts.year, " : ""}code, sum(part / whole) / any_value(areas) AS value
    FROM parts JOIN wholes USING (${year}area) ${yearly ? "JOIN counts USING (year)" : "CROSS JOIN counts"} GROUP BY ALL`;
};

/** Numbers of the categories chosen in each area that reports; where they are shared, their share of it. */
const mapSql = (address: Address): string => {
  const by = address.get("by");
  const codes = by === "_T" ? [] : address.codes(by);
  const isChosen = codes.length === 0 ? "true" : `code IN ${list(codes)}`;
  if (address.get("measure") === "share" && codes.length > 0)
    return `SELECT area, sum(value) FILTER (${isChosen}) / nullif(sum(value), 0) FROM shown GROUP BY area`;
  const one = addsUp(address) ? "sum(value)" : "arg_max(value, year)";
  return `SELECT area, ${one} FROM cells WHERE value IS NOT NULL AND ${isChosen} GROUP BY area`;
};

const numberOf = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

const askedFor = async (db: DuckDBConnection, sql: string): Promise<Asked> => {
  const rows = await table(db, sql);
  return new Map(rows.map(([key, value]) => [String(key), numberOf(value)]));
};

/** The cells of an address, its members, and the cells of these, which are shown. */
export const headSql = (address: Address): string =>
  `WITH cells AS (${cellsSql(address)}), members AS (${membersSql(address)}),
    shown AS (SELECT * FROM cells WHERE area IN (SELECT area FROM members))`;

/** What stands in the table, in the bars and on the map of an address. */
export const askedOfSql = async (db: DuckDBConnection, address: Address): Promise<Shown> => {
  const head = headSql(address);
  const isShare = address.get("measure") === "share";
  const byCode = isShare ? `(${shareSql(address, true)})` : "shown";
  const rows = await table(
    db,
    rowsAreAreas(address)
      ? `${head} SELECT area, year, value FROM shown`
      : `${head} SELECT code, year, sum(value) FROM ${byCode} GROUP BY ALL`,
  );
  const areas = await table(db, `${head} SELECT area, year, sum(value) FROM shown GROUP BY ALL`);
  const bars = await askedFor(
    db,
    isShare
      ? `${head} SELECT code, value FROM (${shareSql(address, false)})`
      : `${head} SELECT ${address.get("by") === "_T" ? "area" : "code"}, ${addsUp(address) ? "sum(value)" : "arg_max(value, year) FILTER (value IS NOT NULL)"} FROM shown GROUP BY ALL`,
  );
  const map = await askedFor(db, `${head} ${mapSql(address)}`);
  const reporting = await askedFor(
    db,
    `${head} SELECT year, count(DISTINCT area) FROM shown WHERE value IS NOT NULL GROUP BY year`,
  );
  const isShown = isChosen(address);
  return {
    table: indexed(
      address,
      rows
        .filter(([row]) => isShown(String(row)))
        .map(([row, year, value]) => [String(row), Number(year), numberOf(value)]),
    ),
    areas: indexed(
      address,
      areas.map(([area, year, value]) => [String(area), Number(year), numberOf(value)]),
    ),
    bars,
    map,
    reporting,
  };
};

/** Whether a category is shown: all are where none is chosen. */
const isChosen = (address: Address): ((code: string) => boolean) => {
  const by = address.get("by");
  const chosen = new Set(by === "_T" ? [] : address.codes(by));
  return (code) => chosen.size === 0 || chosen.has(code);
};

/** What a panel of small multiples must show. */
export interface PanelAsked {
  /** Values of its lines, by row and year: "PISTOL 2019". */
  readonly lines: Asked;
  /** Areas that report, by year. */
  readonly reporting: Asked;
  readonly of: "area" | "category";
}

/** A panel an area, by its code: its categories by themselves, those chosen where some are. */
export const areaPanelsAskedOfSql = async (
  db: DuckDBConnection,
  address: Address,
): Promise<ReadonlyMap<string, PanelAsked>> => {
  const isShare = address.get("measure") === "share";
  const value = isShare ? "value / nullif(sum(value) OVER (PARTITION BY area, year), 0)" : "value";
  const isShown = isChosen(address);
  const cells = await table(
    db,
    `${headSql(address)} SELECT area, code, year, ${value}, value FROM shown`,
  );
  return new Map(
    [...Map.groupBy(cells, ([area]) => String(area))].map(([area, all]): [string, PanelAsked] => {
      const own = all.filter(([, code]) => isShown(String(code)));
      return [
        area,
        {
          lines: indexed(
            address,
            own.map(([, code, year, number]) => [String(code), Number(year), numberOf(number)]),
          ),
          reporting: new Map(
            own.filter(([, , , , count]) => count !== null).map(([, , year]) => [String(year), 1]),
          ),
          of: "area",
        },
      ];
    }),
  );
};

/** A panel a category, by its code, over all areas. */
export const categoryPanelsAskedOfSql = async (
  db: DuckDBConnection,
  address: Address,
  { table: values }: Shown,
): Promise<ReadonlyMap<string, PanelAsked>> => {
  const counts = await table(
    db,
    `${headSql(address)} SELECT code, year, count(DISTINCT area) FROM shown WHERE value IS NOT NULL GROUP BY ALL`,
  );
  const reporting = Map.groupBy(counts, ([code]) => String(code));
  return new Map(
    [...Map.groupBy(values, ([cell]) => rowOf(cell))].map(([code, cells]): [string, PanelAsked] => [
      code,
      {
        lines: new Map(cells),
        reporting: new Map(
          reporting.get(code)?.map(([, year, areas]) => [String(year), Number(areas)]),
        ),
        of: "category",
      },
    ]),
  );
};

/** The rows with their first number as 100, where the address asks for an index. */
const indexed = (
  address: Address,
  rows: readonly (readonly [string, number, number | null])[],
): Asked => {
  const isIndex = address.get("measure") === "index";
  const bases = new Map<string, number>();
  for (const [row, , value] of rows.toSorted((x, y) => x[1] - y[1]))
    if (value !== null && !bases.has(row)) bases.set(row, value);
  const ofBase = (row: string, value: number): number | null => {
    const base = bases.get(row) ?? 0;
    return base > 0 ? (100 * value) / base : null;
  };
  return new Map(
    rows.map(([row, year, value]) => [
      `${row} ${year}`,
      isIndex && value !== null ? ofBase(row, value) : value,
    ]),
  );
};

/**
 * The months of an address: "year/month", and "area/month" where one year of several areas is shown. A month of which
 * a part has no number has none; months after the last number are not published yet.
 */
export const monthsAskedOfSql = (db: DuckDBConnection, address: Address): Promise<Asked> => {
  const areas = address.codes("area");
  const codes = address.get("by") === "_T" ? [] : address.codes(address.get("by"));
  const sums = (row: string, part: string): string =>
    `SELECT ${row} || '/' || month, CASE WHEN bool_and(value IS NOT NULL)
      AND count(*) = (SELECT count(DISTINCT ${part}) FROM kept) THEN sum(value) END FROM kept GROUP BY ${row}, month`;
  return askedFor(
    db,
    `WITH cells AS (${cellsSql(address, "M")}),
      wanted AS (SELECT * FROM cells WHERE ${areas.length > 0 ? `area IN ${list(areas)}` : "true"}
        AND ${codes.length > 0 ? `code IN ${list(codes)}` : "true"}),
      ends AS (SELECT max(year * 12 + month) AS last_month FROM wanted WHERE value IS NOT NULL),
      kept AS (SELECT wanted.* FROM wanted, ends WHERE value IS NOT NULL OR year * 12 + month <= last_month)
    ${sums("year", "area || ' ' || code")} UNION ALL ${sums("area", "code")}`,
  );
};

/** The routes of an address by the keys of their bands: "o:origin>r:recovery", "=" where a firearm stayed. */
export const routesAskedOfSql = (db: DuckDBConnection, address: Address): Promise<Asked> =>
  askedFor(
    db,
    `${headSql(address)}
    SELECT 'o:' || code || CASE WHEN code = area THEN '=' ELSE '>' END || 'r:' || area, sum(value)
    FROM shown GROUP BY code, area`,
  );

/** The stages of justice, in their order. */
const STAGES = ["PERSONS_ARRESTED", "PERSONS_PROSECUTED", "PERSONS_CONVICTED"];

/** Persons at a stage of justice, in the country-years that give both women and men. */
export interface StageAsked {
  readonly women: number;
  readonly men: number;
  readonly unknown: number;
  readonly states: number;
}

/** The stages of justice that count anyone in the years and areas of an address, whatever else it filters. */
export const stagesAskedOfSql = async (
  db: DuckDBConnection,
  address: Address,
): Promise<StageAsked[]> => {
  const open = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, ""]));
  const method = { by: "sex", panel: "all", measure: "count", residual: "with" };
  const found: StageAsked[] = [];
  for (const indicator of STAGES) {
    const [row] = await table(
      db,
      `${headSql(address.with({ ...open, ...method, indicator }))},
      both_sexes AS (SELECT area, year FROM shown WHERE value IS NOT NULL GROUP BY ALL
        HAVING count(*) FILTER (code = 'F') > 0 AND count(*) FILTER (code = 'M') > 0)
      SELECT sum(value) FILTER (code = 'F'), sum(value) FILTER (code = 'M'), sum(value) FILTER (code = '_U'),
        count(DISTINCT area) FROM shown JOIN both_sexes USING (area, year)`,
    );
    const [women = 0, men = 0, unknown = 0, states = 0] = (row ?? []).map(Number);
    if (women + men + unknown > 0) found.push({ women, men, unknown, states });
  }
  return found;
};
