import { basename, join } from "node:path";
import { derivedTotals } from "../../src/standard/derive.ts";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import { type SourceLabel, sourceLabels } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { InputError, type ProblemLog, problemLog } from "../../src/standard/problem.ts";
import { detail, observation } from "../../src/standard/rows.ts";
import { type CsvRow, readCsv } from "../read/csv.ts";
import { checkColumnOrder } from "../steps/column-order.ts";
import type { Check, Source } from "../steps/source.ts";
import {
  ADULTS,
  bandsInOrder,
  columnsOf,
  JUVENILES,
  type Part,
  SEXES,
} from "./us-fbi-arrests-columns.ts";

const DATASET = "US_FBI_ARRESTS";
const RELEASE = "1994-2016";
const OFFENCE = "ASR_WEAP";

const BASE_COLUMNS = ["year", "offense_code", "agencies", "population"];

/** Empty in every row of the national file; the files of States have the same layout. */
const STATE = "state_abbr";

const count = (row: CsvRow<string>, column: string, problems: ProblemLog): number => {
  const value = row.cells[column] ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  const message = "is not a count";
  problems.add({ row: row.line, column, value, message, allowed: "digits only" });
  return 0;
};

const checkBands = (part: Part, row: CsvRow<string>, problems: ProblemLog): void => {
  count(row, "agencies", problems);
  count(row, "population", problems);
  for (const { prefix, total } of SEXES) {
    const sum = Object.keys(part.bands)
      .map((band) => count(row, prefix + band, problems))
      .reduce((a, b) => a + b, 0);
    if (count(row, total, problems) === sum) continue;
    const value = row.cells[total];
    const message = "is not the sum of its age bands";
    problems.add({ row: row.line, column: total, value, message, allowed: String(sum) });
  }
};

/** Throws InputError where both files lack a year between their first and last. */
const refuseGaps = (rows: readonly Observation[]): void => {
  const problems = problemLog(ADULTS.file);
  const years = [...new Set(rows.map((row) => row.time_period))].sort();
  const [first = "", last = ""] = [years[0], years.at(-1)];
  for (let year = Number(first) + 1; year < Number(last); year += 1) {
    if (years.includes(String(year))) continue;
    const message = "has no row about weapons";
    const allowed = `every year from ${first} to ${last}`;
    problems.add({ column: "year", value: String(year), message, allowed });
  }
  problems.stopIfAny();
};

/**
 * Counts of one file for weapons offences, by sex and age. Throws InputError on a cell that is no
 * count, a year that is none or doubled, a row of one State, or bands that do not add up to the
 * printed total.
 */
const mapArrests = (part: Part, all: readonly CsvRow<string>[]): Observation[] => {
  const problems = problemLog(part.file);
  const rows = all.filter((row) => row.cells.offense_code === OFFENCE);
  const years = new Set<string>();
  for (const row of rows) {
    const year = row.cells.year ?? "";
    const refuse = (message: string, allowed: string): void =>
      problems.add({ row: row.line, column: "year", value: year, message, allowed });
    if (!/^(19|20)\d{2}$/.test(year)) refuse("is not a year", "four digits");
    if (years.has(year)) refuse("is there already", "each year once");
    years.add(year);
    const value = row.cells[STATE] ?? "";
    if (value !== "") {
      const place = { row: row.line, column: STATE, value };
      problems.add({ ...place, message: "is not national", allowed: "an empty cell" });
    }
    checkBands(part, row, problems);
  }
  if (rows.length === 0) {
    problems.add({ column: "offense_code", message: "no row is about weapons", allowed: OFFENCE });
  }
  problems.stopIfAny();
  return rows.flatMap((row) =>
    columnsOf(part).map(({ column, sex, age, isTotal }) =>
      observation(
        {
          dataset: DATASET,
          release: RELEASE,
          indicator: "ARRESTS_WEAPONS",
          ref_area: "USA",
          time_period: row.cells.year ?? "",
        },
        {
          sex,
          age,
          breakdown: breakdownKey(["sex", "age"]),
          additivity: isTotal ? "SUBTOTAL" : "PART",
          obs_value: count(row, column, problems),
          obs_status: "D",
          source_detail: detail({
            file: part.file,
            offense_code: OFFENCE,
            agencies: row.cells.agencies ?? "",
            population: row.cells.population ?? "",
          }),
          source_row: `${row.line}:${column}`,
        },
      ),
    ),
  );
};

/** A derived row keeps the agencies and the population, which its parts share. */
const derive = (rows: readonly Observation[], change: Partial<Observation>): Observation[] => {
  const coverage = new Map(rows.map((row) => [row.time_period, coverageOf(row)]));
  return derivedTotals(rows, change).map((row) => ({
    ...row,
    source_detail: `${row.source_detail}; ${coverage.get(row.time_period)}`,
  }));
};

const coverageOf = (row: Observation): string =>
  row.source_detail.slice(row.source_detail.indexOf("agencies="));

/** Sums over sex, over the two age halves, and over both, each with its breakdown. */
const arrestTotals = (cells: readonly Observation[]): Observation[] => {
  const halves = cells.filter((row) => row.additivity === "SUBTOTAL");
  const bySex = derive(halves, {
    age: "_T",
    breakdown: breakdownKey(["sex"]),
    additivity: "PART",
  });
  return [
    ...derive(cells, { sex: "_T", breakdown: breakdownKey(["age"]) }),
    ...bySex,
    ...derive(bySex, { sex: "_T", breakdown: breakdownKey([]), additivity: "TOTAL" }),
  ];
};

const readPart = async (raw: string, part: Part): Promise<CsvRow<string>[]> => {
  const columns = [...BASE_COLUMNS, ...columnsOf(part).map(({ column }) => column)];
  return readCsv(join(raw, "us-fbi-arrests", part.file), columns, [STATE]);
};

const labelsOf = (part: Part): SourceLabel[] =>
  columnsOf(part).flatMap(({ column, sex, age }) => [
    ...sourceLabels(DATASET, "sex", part.file, { [column]: sex }),
    ...sourceLabels(DATASET, "age", part.file, { [column]: age }),
  ]);

const sameYears = (adults: readonly Observation[], juveniles: readonly Observation[]): void => {
  const years = (rows: readonly Observation[]): string =>
    [...new Set(rows.map((row) => row.time_period))].sort().join(", ");
  if (years(adults) === years(juveniles)) return;
  const message = "has other years than the file of adults; ages cannot be added up";
  throw new InputError([
    {
      file: JUVENILES.file,
      column: "year",
      value: years(juveniles),
      message,
      allowed: years(adults),
    },
  ]);
};

const checkOrder = (raw: string, part: Part): Promise<Check> =>
  checkColumnOrder(
    `fbi-column-order-${part.all}`,
    join(raw, "us-fbi-arrests", part.file),
    ",",
    SEXES.flatMap(({ prefix }) => bandsInOrder(part).map((band) => prefix + band)),
  );

/** FBI, weapons arrests by sex and age: one file of adults and one of juveniles. */
export const usFbiArrests: Source = {
  dataset: DATASET,
  read: async (raw) => {
    const [adultRows, juvenileRows] = await Promise.all([
      readPart(raw, ADULTS),
      readPart(raw, JUVENILES),
    ]);
    const adults = mapArrests(ADULTS, adultRows);
    const juveniles = mapArrests(JUVENILES, juvenileRows);
    sameYears(adults, juveniles);
    refuseGaps(adults);
    const cells = [...adults, ...juveniles];
    const paths = [ADULTS, JUVENILES].map((part) => join(raw, "us-fbi-arrests", part.file));
    return {
      observations: [...cells, ...arrestTotals(cells)],
      releases: [
        {
          dataset: DATASET,
          release: RELEASE,
          label: "1994–2016",
          title: "Crime Data Explorer, arrests, national, adults and juveniles",
          paths,
          rowsRead: adultRows.length + juvenileRows.length,
          notes: `Only the rows of offence ${OFFENCE} are used, without the columns on race. Copy of a public mirror of about 2021.`,
        },
      ],
      labels: [ADULTS, JUVENILES].flatMap(labelsOf),
      checks: [
        ...(await Promise.all([ADULTS, JUVENILES].map((part) => checkOrder(raw, part)))),
        {
          id: "fbi-bands",
          stage: "read",
          status: "PASS",
          count: adults.length + juveniles.length,
          message: `Age bands add up to the printed totals in all rows of ${paths.map((path) => basename(path)).join(" and ")}.`,
          examples: [],
        },
      ],
      areaNames: new Map(),
    };
  },
};
