import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Names } from "../components/figures/words.ts";
import type { Engine } from "../engine/engine.ts";
import { datasetsIn, openNativeEngine } from "../engine/native.ts";
import { type Change, changeSchema } from "../standard/change.ts";
import { type Check, reportSchema } from "../standard/check.ts";
import { type Area, areaSchema } from "../standard/codelists/area.ts";
import type { DatasetId } from "../standard/codelists/dataset.ts";
import { type Release, releaseSchema } from "../standard/release.ts";
import { type Version, versionSchema } from "../standard/version.ts";
import type { Cell } from "../statistics/cell.ts";
import { type Answer, answerOf } from "../view/answer.ts";
import { catalogueQuery, type Slice, sliceOf, slicesFrom } from "../view/catalogue.ts";
import { cellsFrom, cellsQuery } from "../view/query.ts";
import type { View } from "../view/view.ts";
import { remembered } from "./remembered.ts";

/** Folder that the pipelines wrote. */
export const DATA = join(process.cwd(), "data");

/** What the pages are built from. */
export interface SiteData {
  readonly engine: Engine;
  readonly catalogue: readonly Slice[];
  readonly datasets: readonly DatasetId[];
  /** All releases of all datasets. */
  readonly releases: readonly Release[];
  /** Versions of the published data, oldest first; never empty. */
  readonly versions: readonly Version[];
  /** The version that the pages show. */
  readonly version: string;
  /** The day of that version, ISO 8601. */
  readonly versionDate: string;
  /** Every check of the run that wrote the data. */
  readonly checks: readonly Check[];
  /** How releases of a dataset differ, by indicator and area. */
  readonly changes: readonly Change[];
  readonly areas: readonly Area[];
  readonly names: Names;
  /** File names of the published code lists. */
  readonly codelists: readonly string[];
}

/** Rows of a CSV file below a data folder, all text. Throws with file and line when it is malformed. */
export const readTable = (file: string, folder = DATA): Record<string, string>[] => {
  const path = join(folder, file);
  const { data, errors } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`data/${file}, line ${(error.row ?? 0) + 2}: ${error.message}`);
  return data;
};

/** The areas of a data folder. */
export const readAreas = (folder: string): Area[] =>
  readTable("codelists/CL_AREA.csv", folder).map((row) => areaSchema.parse(row));

/** The releases of a data folder. */
export const readReleases = (folder: string): Release[] =>
  readTable("releases.csv", folder).map((row) => releaseSchema.parse(row));

/** The versions of the data, oldest first. Throws when there is none. */
export const readVersions = (folder: string): readonly [Version, ...Version[]] => {
  const [first, ...rest] = readTable("versions.csv", folder).map((row) => versionSchema.parse(row));
  if (first === undefined) throw new Error("data/versions.csv names no version.");
  return [first, ...rest];
};

const namesOf = (areas: readonly Area[], releases: readonly Release[]): Names => {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const regionOf = Object.fromEntries(
    areas.flatMap((area) => {
      if (area.level !== "COUNTRY") return [];
      const parent = byCode.get(area.parent);
      const grandparent = parent === undefined ? undefined : byCode.get(parent.parent);
      const region = grandparent !== undefined && grandparent.code !== "001" ? grandparent : parent;
      return region === undefined ? [] : [[area.code, region.code]];
    }),
  );
  return {
    areas: Object.fromEntries(areas.map((area) => [area.code, area.label])),
    regionOf,
    releases,
  };
};

const open = async (): Promise<SiteData> => {
  const engine = await openNativeEngine(DATA);
  const datasets = datasetsIn(DATA);
  const slices = await Promise.all(
    datasets.map(async (dataset) =>
      slicesFrom(dataset, await engine.query(catalogueQuery(dataset))),
    ),
  );
  const areas = readAreas(DATA);
  const releases = readReleases(DATA);
  const versions = readVersions(DATA);
  const newest = versions.at(-1) ?? versions[0];
  return {
    engine,
    catalogue: slices.flat(),
    datasets,
    releases,
    versions,
    version: newest.version,
    versionDate: newest.date,
    checks: reportSchema.parse(JSON.parse(readFileSync(join(DATA, "report.json"), "utf8"))).checks,
    changes: readTable("changes.csv").map((row) => changeSchema.parse(row)),
    areas,
    names: namesOf(areas, releases),
    codelists: readdirSync(join(DATA, "codelists"))
      .filter((file) => file.startsWith("CL_"))
      .sort(),
  };
};

let opened: Promise<SiteData> | undefined;

/** The data of the site, opened once for all pages of a build. */
export const siteData = (): Promise<SiteData> => {
  opened ??= open();
  return opened;
};

/** Cells of the table behind a view, all its years, areas and categories, by native DuckDB. */
export const cellsOf = async ({ engine }: SiteData, view: View): Promise<Cell[]> =>
  cellsFrom(await engine.query(cellsQuery(view)));

/** Cells of a view's own years and areas. */
export const cellsWithin = async (data: SiteData, view: View): Promise<Cell[]> =>
  (await cellsOf(data, view)).filter(
    (cell) =>
      cell.year >= view.from &&
      cell.year <= view.to &&
      (view.areas.length === 0 || view.areas.includes(cell.area)),
  );

/**
 * The answer to a view at build, worked out once however many pages ask. Rejects when no source publishes such a
 * table: a page must not ask for one.
 */
export const answerAtBuild = remembered(async (data: SiteData, view: View): Promise<Answer> => {
  const slice = sliceOf(data.catalogue, view);
  if (slice === undefined)
    throw new Error(`No source publishes ${view.dataset} ${view.indicator} by ${view.by}.`);
  return answerOf(view, slice, await cellsOf(data, view));
});

/** Names restricted to the areas that some slice holds, to keep pages small. */
export const usedNames = (data: SiteData): Names => {
  const used = new Set(
    data.catalogue.flatMap((slice) => [...slice.areas, ...(slice.codes.origin_area ?? [])]),
  );
  for (const region of Object.values(data.names.regionOf)) used.add(region);
  for (const reserved of ["_T", "_Z"]) used.add(reserved);
  const keep = ([code]: [string, string]) => used.has(code);
  return {
    areas: Object.fromEntries(Object.entries(data.names.areas).filter(keep)),
    regionOf: Object.fromEntries(Object.entries(data.names.regionOf).filter(keep)),
    releases: data.names.releases,
  };
};
