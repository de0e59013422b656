import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CodeList } from "../src/standard/code.ts";
import type { Area } from "../src/standard/codelists/area.ts";
import { CODE_LISTS } from "../src/standard/codelists/index.ts";
import type { Figure } from "../src/standard/figure.ts";
import type { SourceLabel } from "../src/standard/labels.ts";
import { InputError, throwAll } from "../src/standard/problem.ts";
import { brRjIsp } from "./sources/br-rj-isp.ts";
import { mxSesnspVictims } from "./sources/mx-sesnsp-victims.ts";
import { readAreas, renameAreas } from "./sources/un-m49.ts";
import { unSdg1642 } from "./sources/un-sdg-16-4-2.ts";
import { unodcCts } from "./sources/unodc-cts.ts";
import { unodcGsh2019 } from "./sources/unodc-gsh-2019.ts";
import { unodcIafq } from "./sources/unodc-iafq.ts";
import { usAtfFlows } from "./sources/us-atf-flows.ts";
import { usAtfProfiles } from "./sources/us-atf-profiles.ts";
import { usFbiArrests } from "./sources/us-fbi-arrests.ts";
import { checkAll } from "./steps/check.ts";
import { checkPlausibility } from "./steps/check-plausibility.ts";
import { checkRevisions } from "./steps/check-revisions.ts";
import { flagCoverageBreaks } from "./steps/coverage.ts";
import { figuresOf } from "./steps/figures.ts";
import { flagAll } from "./steps/flag.ts";
import { checkManifest } from "./steps/manifest.ts";
import {
  publishChanges,
  publishCodelists,
  publishFigures,
  publishObservations,
  publishReleases,
  publishReport,
  publishSchema,
} from "./steps/publish.ts";
import { flagRevisions, releasePairs } from "./steps/revisions.ts";
import { sdgObservations } from "./steps/sdg-observations.ts";
import type { Check, ReleaseRead, Source, SourceResult } from "./steps/source.ts";
import { loadCodes, loadFiles, loadObservations, withDatabase } from "./steps/table.ts";
import { keepVersion } from "./steps/version.ts";

const SOURCES: readonly Source[] = [
  unodcIafq,
  usAtfFlows,
  usAtfProfiles,
  usFbiArrests,
  unSdg1642,
  unodcCts,
  unodcGsh2019,
  brRjIsp,
  mxSesnspVictims,
];

/** Told about each finished step: its name and what came out. */
export type Progress = (step: string, outcome: string) => void;

const codeRows = (areas: ReadonlyMap<string, Area>) => [
  ...Object.values<CodeList>(CODE_LISTS).flatMap((list) =>
    list.codes.map(({ code }) => ({ codelist: list.id, code, level: "" })),
  ),
  ...[...areas.values()].map(({ code, level }) => ({ codelist: "CL_AREA", code, level })),
];

const readAll = async (
  raw: string,
  areas: ReadonlyMap<string, Area>,
  progress: Progress,
): Promise<SourceResult[]> => {
  const results: SourceResult[] = [];
  const errors: InputError[] = [];
  for (const source of SOURCES) {
    try {
      const result = await source.read(raw, areas);
      results.push(result);
      progress(`read ${source.dataset}`, `${result.observations.length} observations`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
    }
  }
  throwAll(errors);
  return results;
};

/** The releases with those of our own values of 16.4.2, one for each release that they are computed from. */
const withDerived = (releases: readonly ReleaseRead[]): ReleaseRead[] => [
  ...releases,
  ...releases
    .filter(({ dataset }) => dataset === "UNODC_IAFQ")
    .map(
      (release): ReleaseRead => ({
        ...release,
        dataset: "IAM_DERIVED",
        label: `computed from ${release.label}`,
        title: "SDG 16.4.2 by the rule of the published values and by the wording of the metadata",
        notes:
          "Computed here from the tracing results of this release; see figures.csv for every input.",
      }),
    ),
];

const stopOnFailure = (checks: readonly Check[]): void => {
  const failed = checks.filter((check) => check.status === "FAIL");
  if (failed.length === 0) return;
  throw new InputError(
    failed.map(({ id, count, message, examples }) => ({
      file: `check ${id}`,
      message: `${count} found. ${message} ${examples.join("; ")}`,
    })),
  );
};

/** What is published beside the observations. */
interface Findings {
  readonly releases: readonly ReleaseRead[];
  readonly labels: readonly SourceLabel[];
  readonly areas: ReadonlyMap<string, Area>;
  readonly checks: readonly Check[];
  readonly figures: readonly Figure[];
}

const publish = async (db: DuckDBConnection, out: string, found: Findings): Promise<void> => {
  await rm(out, { recursive: true, force: true });
  await publishObservations(db, out, found.releases);
  await publishCodelists(out, found.areas.values(), found.labels);
  await publishReleases(db, out, found.releases);
  await publishChanges(db, out, releasePairs(found.releases));
  await publishFigures(db, out, found.figures);
  await publishSchema(out);
  await publishReport(out, found.checks);
};

/**
 * Reads every source under `raw`, flags, checks, and writes the tables under `out`. Where they differ from what
 * stands there, a new version of the data is made, dated `today` (ISO).
 * Throws InputError, and writes nothing, when an input cannot be used or a check fails.
 */
export const standardize = async (
  raw: string,
  out: string,
  today: string,
  progress: Progress,
): Promise<void> => {
  const known = await readAreas(raw);
  progress("read UN M49", `${known.size} areas`);
  const results = await readAll(raw, known, progress);
  const areas = renameAreas(known, new Map(results.flatMap((result) => [...result.areaNames])));
  const releases = withDerived(results.flatMap((result) => result.releases));
  const manifest = await checkManifest(raw, [
    ...new Set(releases.flatMap((release) => release.paths)),
  ]);
  const flagged = flagCoverageBreaks(
    flagRevisions(flagAll(results.flatMap((result) => result.observations))),
  );
  const derived = flagRevisions(sdgObservations(flagged));
  const observations = [...flagged, ...derived];
  progress("derive", `${derived.length} values of SDG 16.4.2`);
  const figures = figuresOf(flagged);
  progress("figures", `${figures.length} figures`);
  progress("flag", `${observations.filter((row) => row.flags !== "").length} flagged`);
  await withDatabase(async (db) => {
    await loadObservations(db, observations);
    await loadCodes(db, codeRows(areas));
    await loadFiles(db, releases);
    progress("load", `${observations.length} observations`);
    const read = results.flatMap((result) => result.checks);
    const checks = [
      ...manifest,
      ...read,
      ...(await checkAll(db)),
      ...(await checkPlausibility(db)),
      ...(await checkRevisions(db, releasePairs(releases))),
    ];
    stopOnFailure(checks);
    const warnings = checks.filter((check) => check.status === "WARNING").length;
    progress("check", `${checks.length} checks, ${warnings} warnings`);
    const labels = results.flatMap((result) => result.labels);
    const next = join(out, ".next");
    await publish(db, next, { releases, labels, areas, checks, figures });
    const version = await keepVersion(db, out, today);
    progress(
      "publish",
      `${out}, version ${version.version} of ${version.date}: ${version.added} added, ${version.corrected} corrected, ${version.dropped} dropped`,
    );
  });
};
