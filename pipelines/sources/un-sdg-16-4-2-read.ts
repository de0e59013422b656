import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { InputError, problemLog } from "../../src/standard/problem.ts";
import { readCsv } from "../read/csv.ts";
import { checkPages, type SdgRelease } from "./un-sdg-16-4-2-files.ts";

/** One published value as both forms of the source give it, not yet checked. */
export interface SdgRow {
  readonly file: string;
  /** Line of the CSV; of the API's answer the number of the record, counted from 1 over all pages. */
  readonly row: number;
  /** ISO3 as printed; undefined in the API's answer. */
  readonly iso3: string | undefined;
  readonly m49: string;
  readonly year: string;
  readonly value: string;
  readonly nature: string;
  readonly source: string;
  readonly reporting: string;
  /** Verbatim; empty for none. */
  readonly footnote: string;
}

/** Names of the fields in the form that was read, for messages. */
export type FieldNames = Readonly<
  Record<"m49" | "year" | "value" | "nature" | "reporting", string>
>;

export const FIELDS: Readonly<Record<SdgRelease["form"], FieldNames>> = {
  csv: {
    m49: "m49",
    year: "year",
    value: "valuePercent",
    nature: "nature",
    reporting: "reportingType",
  },
  json: {
    m49: "geoAreaCode",
    year: "timePeriodStart",
    value: "value",
    nature: "attributes.Nature",
    reporting: "dimensions.Reporting Type",
  },
};

const CSV_COLUMNS = [
  "iso3",
  "m49",
  "year",
  "valuePercent",
  "nature",
  "source",
  "reportingType",
  "footnotes",
] as const;

const readFlattened = async (path: string): Promise<SdgRow[]> =>
  (await readCsv(path, CSV_COLUMNS)).map(({ line, cells }) => ({
    file: basename(path),
    row: line,
    iso3: cells.iso3,
    m49: cells.m49,
    year: cells.year,
    value: cells.valuePercent,
    nature: cells.nature,
    source: cells.source,
    reporting: cells.reportingType,
    footnote: cells.footnotes,
  }));

const recordSchema = z.object({
  series: z.literal("VC_ARM_SZTRACE"),
  geoAreaCode: z.string(),
  timePeriodStart: z.number(),
  value: z.string(),
  source: z.string(),
  footnotes: z.array(z.string()),
  attributes: z.object({ Nature: z.string(), Units: z.enum(["PERCENT", "PT"]) }),
  dimensions: z.object({ "Reporting Type": z.string() }),
});

const pageSchema = z.object({
  totalElements: z.int().nonnegative().optional(),
  totalPages: z.int().positive().optional(),
  data: z.array(recordSchema),
});

type Page = z.infer<typeof pageSchema>;

const place = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");

const readPage = async (path: string): Promise<Page> => {
  const file = basename(path);
  const text = await readFile(path, "utf8");
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError([{ file, message: `is not JSON: ${reason}` }]);
  }
  const parsed = pageSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = problemLog(file);
  for (const issue of parsed.error.issues) {
    problems.add({ column: place(issue.path).replace(/^\./, ""), message: issue.message });
  }
  problems.stopIfAny();
  throw new InputError([{ file, message: "is not an answer of the SDG API" }]);
};

const readAnswer = async (release: SdgRelease): Promise<SdgRow[]> => {
  const pages = await Promise.all(release.paths.map(readPage));
  const file = basename(release.paths[0] ?? "");
  checkPages(release, pages[0]?.totalPages ?? pages.length);
  const rows = pages.flatMap((page, at) =>
    page.data.map((record) => ({ record, file: basename(release.paths[at] ?? "") })),
  );
  const total = pages[0]?.totalElements ?? rows.length;
  if (rows.length !== total) {
    const message = `has ${rows.length} records with its other pages, where it says ${total}`;
    throw new InputError([{ file, column: "totalElements", value: total, message }]);
  }
  return rows.map(({ record, file: page }, at) => ({
    file: page,
    row: at + 1,
    iso3: undefined,
    m49: record.geoAreaCode,
    year: String(record.timePeriodStart),
    value: record.value,
    nature: record.attributes.Nature,
    source: record.source,
    reporting: record.dimensions["Reporting Type"],
    footnote: record.footnotes.filter((note) => note.trim() !== "").join(" | "),
  }));
};

/**
 * The rows of a release in the order of its files. Throws InputError on a missing column or field, on another
 * series, and on pages that are not complete.
 */
export const readRelease = (release: SdgRelease): Promise<SdgRow[]> =>
  release.form === "csv" ? readFlattened(release.paths[0] ?? "") : readAnswer(release);
