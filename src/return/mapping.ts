import { z } from "zod";
import {
  CL_INDICATOR,
  type IndicatorId,
  notApplicableDimensions,
} from "../standard/codelists/indicator.ts";
import { DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { ReturnError } from "./finding.ts";
import { DECIMALS } from "./numbers.ts";
import { DATE_ORDERS } from "./periods.ts";

/** What a value of a file stands for: a code, or nothing, with the reason why it is left out. */
const meaningSchema = z.union([
  z.strictObject({ code: z.string().min(1) }),
  z.strictObject({ leaveOut: z.string().min(1) }),
]);

export type Meaning = z.infer<typeof meaningSchema>;

/** Values of a column, as the file spells them, with what each stands for. */
const valueMapSchema = z.record(z.string(), meaningSchema);

export type ValueMap = Readonly<z.infer<typeof valueMapSchema>>;

const column = z.string().min(1);
const mapped = z.strictObject({ column, values: valueMapSchema });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/**
 * How the columns of a plain table become observations of the standard. It names columns by their titles and can be
 * saved and used again for the next file of the same kind.
 */
export const mappingSchema = z.strictObject({
  form: z.literal(1),
  /** Name of the return, for example the day on which it was drawn. */
  release: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/),
  indicator: z.enum(CL_INDICATOR.codes.map(({ code }) => code)),
  /** RECORDS: a row is one record, or a number of equal ones, to be counted. COUNTS: a row is one finished count. */
  rows: z.enum(["RECORDS", "COUNTS"]),
  /** Column of the number of a row; null where each row is one. */
  count: z.strictObject({ column, decimal: z.enum(DECIMALS) }).nullable(),
  period: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("DATE"), column, order: z.enum(DATE_ORDERS) }),
    z.strictObject({ kind: z.literal("PARTS"), year: column, month: column.nullable() }),
  ]),
  /** First and last month that the file covers wholly; null where every year in it is complete. */
  covers: z.strictObject({ from: month, to: month }).nullable(),
  area: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("COLUMN"), column, values: valueMapSchema }),
    z.strictObject({ kind: z.literal("FIXED"), code: z.string().min(1) }),
  ]),
  dimensions: z.partialRecord(z.enum(DIMENSIONS), mapped),
});

export type Mapping = Readonly<z.infer<typeof mappingSchema>>;

/** A saved mapping. Throws a ReturnError that says what is wrong with it. */
export const parseMapping = (json: unknown): Mapping => {
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ReturnError(
    "mapping-invalid",
    `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
  );
};

/**
 * The dimensions that columns may be mapped to. Arms have no sex and no age in the standard, persons no weapon type:
 * what cannot exist is not offered.
 */
export const targetsOf = (indicator: IndicatorId): Dimension[] => {
  const absent = new Set(notApplicableDimensions(indicator));
  return DIMENSIONS.filter((dimension) => !absent.has(dimension));
};

/** The dimensions of a mapping, in structure order. */
export const mappedDimensions = ({
  indicator,
  dimensions,
}: Pick<Mapping, "indicator" | "dimensions">): Dimension[] =>
  targetsOf(indicator).filter((dimension) => dimensions[dimension] !== undefined);

/** The columns of a file that a mapping reads. */
export const columnsUsed = (mapping: Mapping): string[] => {
  const { period, area, count } = mapping;
  const dates =
    period.kind === "DATE"
      ? [period.column]
      : [period.year, ...(period.month === null ? [] : [period.month])];
  return [
    ...new Set([
      ...dates,
      ...(area.kind === "COLUMN" ? [area.column] : []),
      ...(count === null ? [] : [count.column]),
      ...mappedDimensions(mapping).map((dimension) => mapping.dimensions[dimension]?.column ?? ""),
    ]),
  ];
};
