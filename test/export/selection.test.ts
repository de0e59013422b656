import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { unguarded } from "../../src/export/cell.ts";
import { SELECTION_FORMATS, type SelectionFormatId } from "../../src/export/formats.ts";
import { areaNames, type ExportMeta } from "../../src/export/meta.ts";
import { selectionArchive } from "../../src/export/selection.ts";
import { selectionName } from "../../src/export/selection-name.ts";
import { selectionOf } from "../../src/export/selection-words.ts";
import { parquetAddress } from "../../src/export/snippets/place.ts";
import { zipOf } from "../../src/export/zip.ts";
import { COLUMN_NAMES } from "../../src/standard/observation.ts";
import { publishedOf } from "../../src/standard/own-return.ts";
import { observationsQuery, type Row } from "../../src/view/query.ts";
import { DEFAULT_VIEW, type View } from "../../src/view/view.ts";
import { AREAS, engine, metaOf, strictCsv } from "./real.ts";

const VIEW: View = {
  ...DEFAULT_VIEW,
  filters: { weapon_type: ["PISTOL", "RIFLE"] },
  without: ["USA"],
  residual: "without",
};
const THREAD = { areas: ["MEX", "COL", "SVK"] };
const ADDRESS = "https://example.org/explore/?weapon_type=PISTOL.RIFLE&v=2&data=1.2.3";
const PLACE = {
  address: "https://example.org/data/",
  version: "1.2.3",
  dataset: publishedOf(VIEW),
  release: "",
} as const;

const rows: Row[] = await engine.query(observationsQuery(VIEW, THREAD));
const META: ExportMeta = {
  ...metaOf(publishedOf(VIEW)),
  releases: metaOf(publishedOf(VIEW)).releases.slice(-1),
  coverage: "3 States",
  address: ADDRESS,
};
const SELECTION = selectionOf(VIEW, THREAD, PLACE, areaNames(AREAS), {
  title: "Arms seized, the same 3 States",
  rows: rows.length,
});

const zipped = (format: SelectionFormatId, of: readonly Row[] = rows): Uint8Array =>
  zipOf(selectionArchive(of, META, format, SELECTION), META.date);
const opened = (zip: Uint8Array): Map<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(zip)));

const MADE = new Map(SELECTION_FORMATS.map(({ id }) => [id, zipped(id)]));
const filesOf = (format: SelectionFormatId): Map<string, Uint8Array> =>
  opened(MADE.get(format) ?? new Uint8Array());

const bytesOf = (files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array => {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`There is no ${path} in ${[...files.keys()]}.`);
  return bytes;
};
const textOf = (format: SelectionFormatId, path: string): string =>
  strFromU8(bytesOf(filesOf(format), path));

const NAME = "unodc_iafq_arms_seized_by_weapon_type_2016-2022";
const record = z.record(z.string(), z.unknown());

/** Rows as the columns of the standard, for software that has text alone. */
const asText = (list: readonly Readonly<Record<string, unknown>>[]): string[][] =>
  list.map((row) => COLUMN_NAMES.map((name) => String(row[name] ?? "")));

/** The cells of a file for Excel; of a constant, its text. */
const fromExcel = (bytes: Uint8Array, delimiter: string) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(Buffer.from(bytes), { columns: true, bom: true, delimiter }))
    .map((row) => {
      const cells = Object.entries(row);
      return Object.fromEntries(
        cells.map(([name, cell]) => [name, cell.replace(/^="([^"]*)"$/, "$1")]),
      );
    });

/** What a reader that we did not write finds in the file of each format. */
const READERS: Readonly<Record<SelectionFormatId, (bytes: Uint8Array) => Promise<string[][]>>> = {
  csv: async (bytes) =>
    asText(strictCsv(strFromU8(bytes))).map((row) => row.map((cell) => unguarded(cell))),
  "excel-csv": async (bytes) => asText(fromExcel(bytes, ",")),
  "excel-csv-comma": async (bytes) => asText(fromExcel(bytes, ";")),
  xlsx: async (bytes) => {
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    const [header = [], ...data] = sheets.find(({ sheet }) => sheet === "data")?.data ?? [];
    return asText(
      data.map((cells) => Object.fromEntries(header.map((name, at) => [String(name), cells[at]]))),
    );
  },
  parquet: async (bytes) => {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    return asText(z.array(record).parse(await parquetReadObjects({ file: file as ArrayBuffer })));
  },
  json: async (bytes) =>
    asText(z.object({ records: z.array(record) }).parse(JSON.parse(strFromU8(bytes))).records),
  "sdmx-csv": async (bytes) =>
    asText(
      strictCsv(strFromU8(bytes)).map((row) => {
        const flags = row["FLAGS[]"]?.replaceAll(";", "|");
        const named = Object.entries(row).map(([name, cell]) => [name.toLowerCase(), cell]);
        return { ...Object.fromEntries(named), flags };
      }),
    ),
};

describe("the archive of a selection", () => {
  it.each(SELECTION_FORMATS)(
    "as $id holds exactly the rows, for another reader",
    async (format) => {
      expect(rows.length).toBeGreaterThan(30);
      const files = filesOf(format.id);
      const found = await READERS[format.id](bytesOf(files, `${NAME}.${format.ending}`));
      expect(found).toEqual(asText(rows));
    },
  );

  it.each(SELECTION_FORMATS)(
    "as $id has README, terms, citation, query and what it needs",
    (format) => {
      const paths = [...filesOf(format.id).keys()];
      expect(paths.slice(0, 5)).toEqual([
        "README.txt",
        "TERMS.txt",
        "CITATION.cff",
        "query.sql",
        `${NAME}.${format.ending}`,
      ]);
      expect(paths.includes("codelists/CL_WEAPON_TYPE.csv")).toBe(format.codesOnly);
      expect(paths.includes("codelists/CL_AREA.csv")).toBe(format.codesOnly);
    },
  );

  it.each(SELECTION_FORMATS)(
    "as $id is a file with a header alone where there are no rows",
    async (format) => {
      const files = opened(zipped(format.id, []));
      expect(await READERS[format.id](bytesOf(files, `${NAME}.${format.ending}`))).toEqual([]);
    },
  );

  it("says in words and as code what was chosen, where it can be seen, and how to cite it", () => {
    const readme = textOf("csv", "README.txt");
    for (const line of [
      `${rows.length} observations of the dataset UNODC_IAFQ.`,
      `The view: ${ADDRESS}`,
      "Indicator: Arms seized",
      "  indicator in ARMS_SEIZED",
      "Weapon type: Pistol; Rifle or carbine",
      "  weapon_type in PISTOL, RIFLE",
      "Weapon type, left out: Other weapons; Type unknown",
      "Area: Mexico; Colombia; Slovakia",
      "Area, left out: United States of America",
      "Years: 2016 to 2022",
      "Breakdown: by weapon type",
      "Left out: values that evidently cover another population",
      "Coverage: 3 States.",
    ])
      expect(readme.split("\n")).toContain(line);
    expect(readme).toContain(SELECTION.statement);
    for (const path of ["README.txt", "TERMS.txt", "CITATION.cff"])
      expect(textOf("csv", path)).toContain(`Arms seized, the same 3 States. ${ADDRESS}`);
    expect(textOf("csv", "CITATION.cff")).toContain(`url: "${ADDRESS}"`);
  });

  it("names in the README only files that are there", () => {
    for (const { id } of SELECTION_FORMATS) {
      const readme = textOf(id, "README.txt");
      const paths = [...filesOf(id).keys()].filter((path) => !path.startsWith("codelists/"));
      for (const path of paths.slice(1)) expect(readme).toMatch(new RegExp(`${path}`));
      expect(readme.includes("codelists/")).toBe(
        [...filesOf(id).keys()].some((path) => path.startsWith("codelists/")),
      );
    }
  });

  it("explains the apostrophes or the constants of its own file, and where labels stand", () => {
    expect(textOf("csv", "README.txt")).toContain("apostrophes: In the CSV files");
    expect(textOf("excel-csv-comma", "README.txt")).not.toContain("apostrophes: ");
    expect(textOf("excel-csv-comma", "README.txt")).toContain('="004" shows and sorts as 004');
    expect(textOf("xlsx", "README.txt")).toContain("stand in the sheet metadata");
  });

  it("carries SQL that returns the rows", async () => {
    const sql = textOf("json", "query.sql").replace(
      `'${parquetAddress(PLACE)}'`,
      `'${process.cwd()}/data/observations/dataset=UNODC_IAFQ/release=2025-05-12/data.parquet', hive_partitioning = true, hive_types_autocast = false`,
    );
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const found = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    expect(asText(found).sort()).toEqual(asText(rows).sort());
  });

  it("tells the selection inside the files that can hold it", async () => {
    const json = JSON.parse(textOf("json", `${NAME}.json`));
    expect(json.metadata.selection).toEqual(SELECTION);
    const workbook = bytesOf(filesOf("xlsx"), `${NAME}.xlsx`);
    const sheets = await readWorkbook(Buffer.from(workbook), { trim: false });
    const metadata = sheets.find(({ sheet }) => sheet === "metadata")?.data ?? [];
    expect(metadata.find(([item]) => item === "query")?.[1]).toBe(SELECTION.statement);
    expect(metadata.filter(([item]) => item === "filter")).toHaveLength(SELECTION.filters.length);
  });

  it("is the same bytes each time", () => {
    for (const [id, zip] of MADE) expect(zipped(id)).toEqual(zip);
  });
});

describe("the name of a selection", () => {
  it("says dataset, release, indicator, unit, level, breakdown and years", () => {
    expect(selectionName(VIEW)).toBe(NAME);
    expect(selectionName({ ...VIEW, by: "_T", filters: {}, from: 2016, to: 2016 })).toBe(
      "unodc_iafq_arms_seized_total_2016",
    );
    expect(
      selectionName({
        ...VIEW,
        release: "2024-08-26",
        filters: { marking: ["MARKED"] },
        unit: "PT",
        level: "REGION",
      }),
    ).toBe("unodc_iafq_2024-08-26_arms_seized_pt_region_by_weapon_type_marking_2016-2022");
  });
});
