import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { encodeObservations } from "../../engine/arrow.ts";
import { writeParquet } from "../../engine/native.ts";
import { archiveEntries } from "../../export/archive.ts";
import { codesCsvChunks } from "../../export/csv.ts";
import { csvwMetadata } from "../../export/csvw.ts";
import { jsonChunks } from "../../export/json.ts";
import type { ExportMeta } from "../../export/meta.ts";
import type { PublishedFile } from "../../export/published.ts";
import { sdmxCsvChunks } from "../../export/sdmx/csv.ts";
import { sdgCsvChunks } from "../../export/sdmx/sdg.ts";
import { observationsXlsx } from "../../export/xlsx/observations.ts";
import { zipChunks } from "../../export/zip.ts";
import type { DatasetId } from "../../standard/codelists/dataset.ts";
import type { Row } from "../../view/query.ts";
import { type FileWords, gzipped, jsonText, writePieces } from "./write.ts";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The Parquet file of some datasets below `folder`, made of the observations in it. */
export const parquetFile = async (
  folder: string,
  datasets: readonly DatasetId[],
  words: FileWords,
): Promise<PublishedFile> => {
  const path = join(folder, words.path);
  mkdirSync(dirname(path), { recursive: true });
  await writeParquet(folder, datasets, path);
  const bytes = readFileSync(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ...words, bytes: bytes.length, sha256 };
};

/** SDG 16.4.2 in the exact global structure, beside our own; of one dataset alone. */
const globalSeries = (folder: string, rows: readonly Row[], meta: ExportMeta): PublishedFile[] =>
  meta.dataset === "UN_SDG_16_4_2"
    ? [
        writePieces(
          folder,
          {
            path: "sdmx/VC_ARM_SZTRACE.csv",
            title: "SDMX-CSV in the global SDG structure",
            mediaType: "text/csv",
            conformsTo: "https://unstats.un.org/sdgs/iaeg-sdgs/sdmx-working-group/",
          },
          sdgCsvChunks(rows, meta.areas),
        ),
      ]
    : [];

/**
 * Writes a dataset in every format below `folder`: `csv/`, `xlsx/`, `parquet/`, `json/`, `sdmx/`, `arrow/`, `zip/`,
 * each named by its code. Returns what a catalogue says of them. Throws when a row holds a code without a label.
 */
export const writeDataset = async (
  folder: string,
  rows: readonly Row[],
  meta: ExportMeta,
): Promise<PublishedFile[]> => {
  const { dataset } = meta;
  const write = (words: FileWords, pieces: Iterable<string | Uint8Array>): PublishedFile =>
    writePieces(folder, words, pieces);
  write(
    { path: `csv/${dataset}.csv-metadata.json`, title: "CSVW", mediaType: "application/json" },
    [jsonText(csvwMetadata(meta, `${dataset}.csv`, (id) => `codelists/${id}.csv`))],
  );
  return [
    write(
      { path: `zip/${dataset}.zip`, title: "ZIP", mediaType: "application/zip" },
      zipChunks(archiveEntries(rows, meta), meta.date),
    ),
    write(
      {
        path: `csv/${dataset}.csv`,
        title: "CSV",
        mediaType: "text/csv",
        conformsTo: "https://www.w3.org/TR/tabular-data-model/",
      },
      codesCsvChunks(rows),
    ),
    await parquetFile(folder, [dataset], {
      path: `parquet/${dataset}.parquet`,
      title: "Parquet",
      mediaType: "application/vnd.apache.parquet",
    }),
    write(
      { path: `xlsx/${dataset}.xlsx`, title: "Excel workbook", mediaType: XLSX_TYPE },
      observationsXlsx(rows, meta),
    ),
    write(
      { path: `json/${dataset}.json.gz`, title: "JSON, gzip", mediaType: "application/gzip" },
      gzipped(jsonChunks(rows, meta)),
    ),
    write(
      {
        path: `sdmx/${dataset}.csv.gz`,
        title: "SDMX-CSV 2.0, gzip",
        mediaType: "application/gzip",
        conformsTo: "https://sdmx.org/",
      },
      gzipped(sdmxCsvChunks(rows, dataset)),
    ),
    ...globalSeries(folder, rows, meta),
    write(
      {
        path: `arrow/${dataset}.arrow`,
        title: "Arrow stream",
        mediaType: "application/vnd.apache.arrow.stream",
      },
      [encodeObservations(rows)],
    ),
  ];
};
