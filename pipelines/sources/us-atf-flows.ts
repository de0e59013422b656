import { basename } from "node:path";
import { derivedTotals } from "../../src/standard/derive.ts";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import { sourceLabels } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { InputError } from "../../src/standard/problem.ts";
import { detail, type Flag, joinFlags, observation, withFlags } from "../../src/standard/rows.ts";
import { findFiles } from "../steps/files.ts";
import { type Check, examplesOf, type Source } from "../steps/source.ts";
import { checkInState, copiedFiles } from "./us-atf-flows-check.ts";
import {
  type FlowCell,
  type FlowFile,
  MERGED_GUAM,
  RECOVERY_AREAS,
  readFlowFile,
  SOURCE_AREAS,
} from "./us-atf-flows-read.ts";
import { turnedFiles } from "./us-atf-flows-turned.ts";

const DATASET = "US_ATF_FLOWS";

/** Years whose workbooks were saved outside ATF, by their file properties. */
const REKEYED_YEARS: ReadonlySet<string> = new Set(["2010", "2011", "2014", "2017"]);

const toObservation = (file: FlowFile, cell: FlowCell): Observation => {
  const flags: Flag[] = [];
  if (cell.recovery.label === MERGED_GUAM || cell.origin.label === MERGED_GUAM) {
    flags.push("AREA_MERGED");
  }
  if (REKEYED_YEARS.has(file.year)) flags.push("REKEYED_COPY");
  return observation(
    {
      dataset: DATASET,
      release: `CY${file.year}`,
      indicator: "ARMS_TRACED",
      ref_area: cell.recovery.code,
      time_period: file.year,
    },
    {
      trace_status: "TRACED_TO_PURCHASER",
      origin_area: cell.origin.code,
      breakdown: breakdownKey(["origin_area"]),
      additivity: "PART",
      area_level: "SUBNATIONAL",
      obs_value: cell.count,
      flags: joinFlags(flags),
      source_detail: detail({ recovery: cell.recovery.label, source: cell.origin.label }),
      source_row: cell.place,
    },
  );
};

const withPrintedTotal = (row: Observation, printed: number | undefined): Observation =>
  printed === undefined
    ? row
    : {
        ...withFlags(row, "PRINTED_TOTAL_WRONG"),
        source_detail: `${row.source_detail}; ${detail({ printed_total: String(printed) })}`,
      };

/** Cells of one year, then the totals by recovery area, by source area of the country, and of all. */
export const standardizeFlows = (file: FlowFile): Observation[] => {
  const cells = file.cells.map((cell) => toObservation(file, cell));
  const recoveries = derivedTotals(cells, {
    origin_area: "_T",
    breakdown: breakdownKey([]),
    additivity: "TOTAL",
  });
  const nation = { ref_area: "USA", area_level: "COUNTRY" } as const;
  const sources = derivedTotals(cells, nation).map((row) =>
    withPrintedTotal(row, file.wrongTotals.get(row.origin_area)),
  );
  return [...cells, ...recoveries, ...sources, ...derivedTotals(recoveries, nation)];
};

const checkPrinted = (files: readonly FlowFile[]): Check => {
  const wrong = files.flatMap((file) =>
    [...file.wrongTotals].map(([code, printed]) => `${basename(file.path)}: ${code} ${printed}`),
  );
  return {
    id: "flows-printed-totals",
    stage: "read",
    status: wrong.length === 0 ? "PASS" : "WARNING",
    count: wrong.length,
    message: "Printed source totals that are not the sum of their cells; the cells are used.",
    examples: examplesOf(wrong),
  };
};

/** ATF, firearms sourced and recovered: one workbook a year, `trace_<year>.xlsx`. */
export const usAtfFlows: Source = {
  dataset: DATASET,
  read: async (raw) => {
    const paths = await findFiles(raw, "us-atf-trace-flows", /^trace_\d{4}\.xlsx$/);
    const files = await Promise.all(
      paths.map((path) => readFlowFile(path, basename(path).slice(6, 10))),
    );
    const problems = [...copiedFiles(files), ...turnedFiles(files)];
    if (problems.length > 0) throw new InputError(problems);
    return {
      observations: files.flatMap(standardizeFlows),
      releases: files.map((file) => ({
        dataset: DATASET,
        release: `CY${file.year}`,
        label: `calendar year ${file.year}`,
        title: `Firearms Sourced and Recovered, ${file.year}`,
        paths: [file.path],
        rowsRead: file.cells.length,
        notes: REKEYED_YEARS.has(file.year)
          ? "Copy of a public mirror, saved outside ATF in 2018 by its file properties. rows_read counts matrix cells."
          : "Copy of a public mirror, with ATF as its author. rows_read counts matrix cells.",
      })),
      labels: [
        ...sourceLabels(DATASET, "ref_area", "Recovery State", RECOVERY_AREAS),
        ...sourceLabels(DATASET, "origin_area", "Source State", SOURCE_AREAS),
      ],
      checks: [checkPrinted(files), checkInState(files)],
      areaNames: new Map(),
    };
  },
};
