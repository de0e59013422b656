import type { CodedColumn, CodedTable } from "../standard/coded-table.ts";
import type { Dimension } from "../standard/dimensions.ts";
import { type Collector, collector } from "./collector.ts";
import type { FindingGroup } from "./finding.ts";
import { type Mapping, mappedDimensions, type ValueMap } from "./mapping.ts";
import { codeColumn, enumOf, OWN_ROWS, periodColumns } from "./own-rows.ts";
import { countsOf, type RawColumn, type RawTable } from "./raw-table.ts";
import {
  LEFT,
  type Numbers,
  neededColumn,
  type Periods,
  type Translated,
  translateNumbers,
  translatePeriods,
  translateValues,
  UNKNOWN,
} from "./translate.ts";

/** A value that the reader left out, why, and how many rows have it. */
export interface LeftOut {
  readonly target: Dimension | "ref_area";
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly rows: number;
}

/** A plain table after its mapping. */
export interface Applied {
  /**
   * Rows with a period, an area and a number: `line`, `year`, `month` (only where every row has one), `ref_area`, each
   * mapped dimension (empty where the row is left out of it), and `arms`, the number (NaN where a finished count is
   * empty).
   */
  readonly table: CodedTable;
  /** Dimensions that some of the rows are left out of. */
  readonly partial: readonly Dimension[];
  readonly hasMonths: boolean;
  readonly findings: readonly FindingGroup[];
  readonly leftOut: readonly LeftOut[];
}

const hasPeriod = (periods: Periods, row: number, note: Collector): boolean => {
  const [first, second] = periods.columns;
  const column =
    periods.year(row) === UNKNOWN
      ? first
      : periods.month(row) === UNKNOWN
        ? (second ?? first)
        : undefined;
  if (column !== undefined) note.add("period", "FAIL", row, column);
  return column === undefined;
};

/** Whether a row has a meaning in a coded column; one that is left out has one too. */
const isKnown = ({ column, to }: Translated, row: number, note: Collector): boolean => {
  if ((to[column.codes[row] ?? -1] ?? UNKNOWN) !== UNKNOWN) return true;
  note.add("value-unmapped", "FAIL", row, column);
  return false;
};

/** The number of a row; undefined where the row cannot be counted. */
const numberOf = (
  numbers: Numbers | undefined,
  isRecord: boolean,
  row: number,
  note: Collector,
): number | undefined => {
  if (numbers === undefined) return 1;
  const { column, values, empty } = numbers;
  const code = column.codes[row] ?? -1;
  const value = values[code] ?? Number.NaN;
  if (empty[code] === true) {
    note.add("count-empty", isRecord ? "FAIL" : "WARNING", row, column);
    return isRecord ? undefined : Number.NaN;
  }
  if (!Number.isSafeInteger(value) || value < 0) {
    note.add("count-number", "FAIL", row, column);
    return undefined;
  }
  if (!isRecord || value > 0) return value;
  note.add("records-arms", "WARNING", row, column);
  return undefined;
};

const leftOutOf = (target: LeftOut["target"], column: RawColumn, values: ValueMap): LeftOut[] => {
  const counts = countsOf(column);
  return column.words().flatMap((value, code) => {
    const meaning = Object.hasOwn(values, value) ? values[value] : undefined;
    const rows = counts[code] ?? 0;
    return meaning !== undefined && "leaveOut" in meaning && rows > 0
      ? { target, column: column.title, value, reason: meaning.leaveOut, rows }
      : [];
  });
};

/** Where some rows have a month and others have none, no month is counted. */
const withoutMonth = (months: Int32Array): FindingGroup[] => {
  const count = months.reduce((sum, month) => sum + Number(month === LEFT), 0);
  return count === 0 || count === months.length
    ? []
    : [{ rule: "months-incomplete", status: "WARNING", count, findings: [] }];
};

/** The coded columns of a mapping. */
const codedOf = (raw: RawTable, mapping: Mapping) => {
  const { area } = mapping;
  const targets: (readonly [
    LeftOut["target"],
    { column: string; values: ValueMap } | undefined,
  ])[] = [
    ["ref_area", area.kind === "COLUMN" ? area : undefined],
    ...mappedDimensions(mapping).map((name) => [name, mapping.dimensions[name]] as const),
  ];
  return targets.flatMap(([target, mapped]) => {
    if (mapped === undefined) return [];
    const column = neededColumn(raw, mapped.column);
    return { target, values: mapped.values, ...translateValues(column, mapped.values) };
  });
};

/**
 * The rows of a plain table as a mapping reads them. A row without a period, an area or a number is a finding, or was
 * left out by the reader, and counts nowhere; one without a meaning in a dimension counts in the totals and in every
 * breakdown that does not have that dimension. Throws a ReturnError when a column is missing.
 */
export const applyMapping = (raw: RawTable, mapping: Mapping): Applied => {
  const note = collector(raw);
  const periods = translatePeriods(raw, mapping.period);
  const coded = codedOf(raw, mapping);
  const area = coded.find(({ target }) => target === "ref_area");
  const numbers =
    mapping.count === null
      ? undefined
      : translateNumbers(neededColumn(raw, mapping.count.column), mapping.count.decimal);
  const used = new Int32Array(raw.rows);
  const arms = new Float64Array(raw.rows);
  let size = 0;
  for (let row = 0; row < raw.rows; row += 1) {
    let complete = hasPeriod(periods, row, note);
    for (const column of coded)
      if (!isKnown(column, row, note) && column === area) complete = false;
    const number = numberOf(numbers, mapping.rows === "RECORDS", row, note);
    if (!complete || number === undefined) continue;
    if (area !== undefined && area.to[area.column.codes[row] ?? -1] === LEFT) continue;
    used[size] = row;
    arms[size] = number;
    size += 1;
  }
  const rows = used.slice(0, size);
  const months = rows.map(periods.month);
  const dimensions = coded.flatMap((column) =>
    column.target === "ref_area" ? [] : codeColumn(column.target, column, rows),
  );
  const dates = periodColumns(rows.map(periods.year), months);
  const table: CodedTable = {
    name: OWN_ROWS,
    rows: size,
    columns: [
      { name: "line", kind: "number", values: rows.map((row) => raw.lines[row] ?? 0) },
      ...dates,
      area === undefined
        ? enumOf("ref_area", [fixedArea(mapping)], new Int32Array(size))
        : codeColumn("ref_area", area, rows),
      ...dimensions,
      { name: "arms", kind: "number", values: arms.slice(0, size) },
    ],
  };
  return {
    table,
    partial: mappedDimensions(mapping).filter((_, at) => hasEmpty(dimensions[at])),
    hasMonths: dates.length > 1,
    findings: [...note.groups(), ...withoutMonth(months)],
    leftOut: coded.flatMap(({ target, column, values }) => leftOutOf(target, column, values)),
  };
};

/** Whether a row has the empty word of a column, its last. */
const hasEmpty = (column: CodedColumn | undefined): boolean =>
  column?.kind === "enum" && column.codes.includes(column.words.length - 1);

const fixedArea = ({ area }: Mapping): string => (area.kind === "FIXED" ? area.code : "");
