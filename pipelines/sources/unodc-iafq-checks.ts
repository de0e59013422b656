import { basename } from "node:path";
import type { Observation } from "../../src/standard/observation.ts";
import { type Flag, groupBy, splitFlags } from "../../src/standard/rows.ts";
import type { UnodcTable } from "../read/unodc-table.ts";
import { type Check, examplesOf, flagWords } from "../steps/source.ts";

const FLAGS: readonly (readonly [Flag, string])[] = [
  ["PAIRED_LABEL", "iafq-paired-labels"],
  ["CONFLICTING_DUPLICATE", "iafq-conflicting-duplicates"],
  ["DUPLICATE_DROPPED", "iafq-repeated-rows"],
  ["AMBIGUOUS_TOTAL", "iafq-ambiguous-totals"],
  ["OUTLIER_SCOPE", "iafq-outlier-scope"],
  ["SOURCE_DIFFERS", "iafq-source-differs"],
];

/** Parts of column `Source`, joined there by `/`, in the releases so far. */
const SOURCES: ReadonlySet<string> = new Set(
  "IAFQ,UNODA,SOF,UNPOL,CND,PP,NND,ATF,NA,SDG".split(","),
);

const doubt = (
  file: UnodcTable,
  id: string,
  words: Pick<Check, "message" | "see">,
  examples: readonly string[],
): Check => ({
  ...words,
  message: `UNODC, ${file.release}. ${words.message}`,
  id: `${id}-${file.release}`,
  stage: "map",
  status: examples.length === 0 ? "PASS" : "WARNING",
  count: examples.length,
  examples: examplesOf(examples),
});

const place = (file: UnodcTable, row: Observation): string =>
  `${basename(file.path)} row ${row.source_row}: ${row.ref_area} ${row.time_period} ${row.source_detail}`;

/** Pairs of totals by location whose tracing total stands before that of the places. */
const outOfOrder = (rows: readonly Observation[]): Observation[] => {
  const isTotal = (row: Observation): boolean =>
    row.seizure_place === "TOTAL_REPORTED" || row.trace_status === "TOTAL_REPORTED";
  const seized = rows.filter((row) => row.indicator === "ARMS_SEIZED" && isTotal(row));
  const pairs = groupBy(seized, (row) => `${row.ref_area}|${row.time_period}`);
  return [...pairs.values()].flatMap((members) => {
    const places = members.find((row) => row.seizure_place === "TOTAL_REPORTED");
    const traces = members.find((row) => row.trace_status === "TOTAL_REPORTED");
    if (places === undefined || traces === undefined) return [];
    return Number(traces.source_row) < Number(places.source_row) ? [places] : [];
  });
};

/** What a reader of the report should know of one release: counts and examples of its defects. */
export const checkIafq = (file: UnodcTable, rows: readonly Observation[]): Check[] => [
  doubt(
    file,
    "iafq-sources",
    {
      message:
        "Rows whose source no release had so far. Read as a source of the questionnaire; look whether it counts something else.",
    },
    file.rows
      .filter(({ text }) => !text.Source.split("/").every((part) => SOURCES.has(part)))
      .map(({ row, text }) => `${basename(file.path)} row ${row}: ${text.Source}`),
  ),
  ...FLAGS.map(([flag, id]) => {
    const found = rows.filter((row) => splitFlags(row.flags).includes(flag));
    const examples = found.map((row) => place(file, row));
    return doubt(file, id, flagWords(flag), examples);
  }),
  doubt(
    file,
    "iafq-totals-out-of-order",
    { message: "Pairs of totals by location whose parts say that the tracing total stands first." },
    outOfOrder(rows).map((row) => place(file, row)),
  ),
];
