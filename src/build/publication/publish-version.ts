import { readdirSync } from "node:fs";
import { join } from "node:path";
import { encodeObservations } from "../../engine/arrow.ts";
import type { Engine } from "../../engine/engine.ts";
import { datasetsIn, openNativeEngine } from "../../engine/native.ts";
import { archiveEntries } from "../../export/archive.ts";
import { codelistCsv, exportLists } from "../../export/codelists.ts";
import { codesCsvChunks, tableCsvChunks } from "../../export/csv.ts";
import { dcatCatalogue } from "../../export/dcat.ts";
import { packageOfAll } from "../../export/frictionless.ts";
import { jsonChunks } from "../../export/json.ts";
import type { ExportMeta } from "../../export/meta.ts";
import type { PublishedDataset } from "../../export/published.ts";
import { sdmxCsvChunks } from "../../export/sdmx/csv.ts";
import { sdmxStructureJson } from "../../export/sdmx/json.ts";
import { sdmxStructureXml } from "../../export/sdmx/xml.ts";
import { type ZipEntry, zipChunks } from "../../export/zip.ts";
import { en } from "../../i18n/en.ts";
import type { Area } from "../../standard/codelists/area.ts";
import type { DatasetId } from "../../standard/codelists/dataset.ts";
import { currentReleases, type Release, replacedReleases } from "../../standard/release.ts";
import type { Version } from "../../standard/version.ts";
import { catalogueQuery, type Slice, slicesFrom } from "../../view/catalogue.ts";
import { datasetQuery, type Row } from "../../view/query.ts";
import { readAreas, readReleases } from "../site-data.ts";
import { parquetFile, writeDataset } from "./dataset-files.ts";
import { writeVersionFiles } from "./version-files.ts";
import { gzipped, jsonText, writePieces } from "./write.ts";

/** What the files of one version are made of. */
interface Source {
  /** Data folder as the version had it, which becomes the published folder. */
  readonly folder: string;
  readonly engine: Engine;
  readonly areas: readonly Area[];
  readonly releases: readonly Release[];
  readonly version: Version;
}

const historyOf = ({ releases }: Source, dataset: DatasetId): Release[] =>
  releases.filter((release) => release.dataset === dataset);

const metaOf = (
  source: Source,
  dataset: DatasetId,
  rows: readonly Row[],
  address: string,
): ExportMeta => {
  const history = historyOf(source, dataset);
  const current = currentReleases(
    dataset,
    history.map(({ release }) => release),
  );
  const periods = rows.map((row) => String(row["time_period"])).sort();
  const { version, date } = source.version;
  return {
    dataset,
    releases: history.filter(({ release }) => current.includes(release)),
    coverage: en.data.coverage(
      new Set(rows.map((row) => row["ref_area"])).size,
      periods.at(0) ?? "",
      periods.at(-1) ?? "",
    ),
    version,
    date,
    address,
    areas: source.areas,
  };
};

/** The lists of changes and the computed figures of a version as CSV, beside their Parquet. */
const writeTables = async ({ folder, engine }: Source): Promise<void> => {
  const lists = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /^(changes\/.*|figures)\.parquet$/.test(path));
  for (const path of lists) {
    const rows = await engine.query({
      sql: "FROM read_parquet(?)",
      params: [join(folder, path)],
    });
    const columns = Object.keys(rows[0] ?? {});
    const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
    writePieces(
      folder,
      { path: path.replace(/parquet$/, "csv"), title: "Table", mediaType: "text/csv" },
      tableCsvChunks(columns, cells, true),
    );
  }
};

const writeStructure = ({ areas, version }: Source, out: string): void => {
  const structure = sdmxStructureJson(areas, version.date);
  const json = { title: "SDMX structure", mediaType: "application/json" };
  writePieces(out, { path: "sdmx/structure.json", ...json }, [jsonText(structure)]);
  const xml = { title: "SDMX structure", mediaType: "application/xml" };
  writePieces(out, { path: "sdmx/structure.xml", ...xml }, [sdmxStructureXml(areas, version.date)]);
};

/** A dataset in memory. */
interface Held {
  readonly rows: readonly Row[];
  readonly meta: ExportMeta;
}

function* allRows(datasets: readonly Held[]): Generator<Row> {
  for (const { rows } of datasets) yield* rows;
}

/** The messages of the datasets as one, under the header of the first: all have the same columns. */
function* allSdmx(datasets: readonly Held[]): Generator<string> {
  for (const [at, { rows, meta }] of datasets.entries()) {
    const [header = "", ...lines] = sdmxCsvChunks(rows, meta.dataset);
    if (at === 0) yield header;
    yield* lines;
  }
}

function* allJson(datasets: readonly Held[]): Generator<string> {
  yield '{"datasets":[';
  for (const [at, { rows, meta }] of datasets.entries()) {
    if (at > 0) yield ",";
    yield* jsonChunks(rows, meta);
  }
  yield "]}\n";
}

/** All datasets in one file of each format for software. */
const writeWhole = (out: string, datasets: readonly Held[]): void => {
  const words = { title: "All datasets", mediaType: "application/gzip" };
  const csv = gzipped(codesCsvChunks(allRows(datasets)));
  writePieces(out, { path: "csv/all.csv.gz", ...words }, csv);
  writePieces(out, { path: "json/all.json.gz", ...words }, gzipped(allJson(datasets)));
  writePieces(out, { path: "sdmx/all.csv.gz", ...words }, gzipped(allSdmx(datasets)));
};

/** The replaced releases of each dataset. */
const replacedOf = (source: Source, datasets: readonly DatasetId[]) =>
  datasets.flatMap((dataset) =>
    replacedReleases(
      dataset,
      historyOf(source, dataset).map(({ release }) => release),
    ).map((release) => ({ dataset, release })),
  );

/**
 * Each release that a newer one has replaced, as the explorer reads it and as a script does:
 * `arrow/<dataset>@<release>.arrow`, `csv/<dataset>@<release>.csv`. Its Parquet stands under `observations/`.
 */
const writeReplaced = async (source: Source, datasets: readonly DatasetId[]): Promise<void> => {
  for (const { dataset, release } of replacedOf(source, datasets)) {
    const rows = await source.engine.query(datasetQuery(dataset, release));
    const arrow = { title: "Arrow stream", mediaType: "application/vnd.apache.arrow.stream" };
    writePieces(source.folder, { path: `arrow/${dataset}@${release}.arrow`, ...arrow }, [
      encodeObservations(rows),
    ]);
    writePieces(
      source.folder,
      { path: `csv/${dataset}@${release}.csv`, title: "CSV", mediaType: "text/csv" },
      codesCsvChunks(rows),
    );
  }
};

/** What the explorer can ask of this version: `catalogue.json`, the tables of each dataset and replaced release. */
const writeCatalogue = async (source: Source, datasets: readonly DatasetId[]): Promise<void> => {
  const slices = async (dataset: DatasetId, release: string): Promise<Slice[]> =>
    slicesFrom(dataset, await source.engine.query(catalogueQuery(dataset, release)));
  const current: Slice[] = [];
  for (const dataset of datasets) current.push(...(await slices(dataset, "")));
  const replaced: object[] = [];
  for (const { dataset, release } of replacedOf(source, datasets))
    replaced.push({ dataset, release, slices: await slices(dataset, release) });
  writePieces(
    source.folder,
    { path: "catalogue.json", title: "Catalogue of tables", mediaType: "application/json" },
    [JSON.stringify({ current, replaced })],
  );
};

/** Folder of one dataset in the archive of all. */
const inFolder = (folder: string, entries: readonly ZipEntry[]): ZipEntry[] =>
  entries.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));

/**
 * Publishes one version of the data below `out`: its files as they were, every dataset in every format, code lists,
 * structures, packages, catalogue, change lists. Needs native DuckDB. `versions` are all up to this one, oldest
 * first; `address` is that of the page on the data, absolute or relative to the version's folder. Throws when a file
 * of the version is lost.
 */
export const publishVersion = async (
  data: string,
  versions: readonly [Version, ...Version[]],
  out: string,
  address: string,
): Promise<void> => {
  const version = versions.at(-1) ?? versions[0];
  await writeVersionFiles(data, version.version, out);
  const engine = await openNativeEngine(out);
  const [areas, releases] = [readAreas(out), readReleases(out)];
  const source: Source = { folder: out, engine, areas, releases, version };
  const published: PublishedDataset[] = [];
  const archives: ZipEntry[] = [];
  const held: Held[] = [];
  const datasets = datasetsIn(out);
  for (const dataset of datasets) {
    const rows = await engine.query(datasetQuery(dataset));
    const meta = metaOf(source, dataset, rows, address);
    held.push({ rows, meta });
    const files = await writeDataset(out, rows, meta);
    const spatial = [...new Set(rows.map((row) => String(row["ref_area"])))].sort();
    published.push({ meta, history: historyOf(source, dataset), files, spatial });
    archives.push(...inFolder(dataset, archiveEntries(rows, meta)));
  }
  writeWhole(out, held);
  await writeReplaced(source, datasets);
  writePieces(
    out,
    { path: "zip/all.zip", title: "ZIP", mediaType: "application/zip" },
    zipChunks(archives, version.date),
  );
  await parquetFile(out, datasets, {
    path: "parquet/all.parquet",
    title: "Parquet",
    mediaType: "application/vnd.apache.parquet",
  });
  for (const list of exportLists(areas))
    writePieces(
      out,
      { path: `csv/codelists/${list.id}.csv`, title: list.name, mediaType: "text/csv" },
      [codelistCsv(list)],
    );
  const json = { mediaType: "application/json" };
  writePieces(out, { path: "csv/datapackage.json", title: "Data Package", ...json }, [
    jsonText(packageOfAll(published.map(({ meta }) => meta))),
  ]);
  writePieces(out, { path: "catalogue.jsonld", title: "DCAT", ...json }, [
    jsonText(dcatCatalogue(en.site.name, en.site.description, versions, published)),
  ]);
  await writeCatalogue(source, datasets);
  writeStructure(source, out);
  await writeTables(source);
};
