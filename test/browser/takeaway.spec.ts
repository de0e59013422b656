import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Download, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { violationsOf } from "./accessible.ts";
import { downloadRows, openExplorer } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { test as fresh } from "./site.ts";

fresh.use({ basePath: "/monitor/" });

const VIEW = "weapon_type=PISTOL.RIFLE&residual=without";
const NAME = "unodc_iafq_arms_seized_by_weapon_type_2016-2022";

/** The rows of the view by SQL on the published Parquet file, written here by hand; as text, sorted. */
const expected = async (page: Page): Promise<string[]> => {
  const members = await downloadRows(page);
  const areas = [...new Set(members.map((row) => row["ref_area"]))];
  expect(areas.length).toBe(10);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(
    `SELECT ref_area || ' ' || time_period || ' ' || weapon_type || ' ' || obs_value::BIGINT AS row
     FROM read_parquet('dist/data/latest/parquet/UNODC_IAFQ.parquet')
     WHERE indicator = 'ARMS_SEIZED' AND freq = 'A' AND breakdown = 'weapon_type' AND additivity = 'PART'
       AND area_level = 'COUNTRY' AND unit_measure = 'NUMBER' AND time_period BETWEEN '2016' AND '2022'
       AND weapon_type IN ('PISTOL', 'RIFLE') AND NOT contains(flags, 'OUTLIER_SCOPE')
       AND ref_area IN (${areas.map((area) => `'${area}'`).join(", ")}) ORDER BY ALL`,
  );
  return reader.getRowObjectsJS().map((row) => String(row["row"]));
};

const keysOf = (rows: readonly Readonly<Record<string, unknown>>[], upper = false): string[] =>
  rows
    .map((row) =>
      ["ref_area", "time_period", "weapon_type", "obs_value"]
        .map((name) => String(row[upper ? name.toUpperCase() : name]).replace(/^="(.*)"$/, "$1"))
        .join(" "),
    )
    .sort();

const csvOf = (bytes: Uint8Array, delimiter = ","): Record<string, string>[] =>
  parse(Buffer.from(bytes), { columns: true, bom: true, delimiter });

const workbookOf = async (bytes: Uint8Array): Promise<Record<string, unknown>[]> => {
  const sheets = await readWorkbook(Buffer.from(bytes));
  const [header = [], ...data] = sheets.find(({ sheet }) => sheet === "data")?.data ?? [];
  return data.map((cells) =>
    Object.fromEntries(header.map((name, at) => [String(name), cells[at]])),
  );
};

const FORMATS: readonly [string, string, (bytes: Uint8Array) => Promise<string[]> | string[]][] = [
  ["csv", "csv", (bytes) => keysOf(csvOf(bytes))],
  ["excel-csv", "csv", (bytes) => keysOf(csvOf(bytes))],
  ["excel-csv-comma", "csv", (bytes) => keysOf(csvOf(bytes, ";"))],
  ["xlsx", "xlsx", async (bytes) => keysOf(await workbookOf(bytes))],
  [
    "parquet",
    "parquet",
    async (bytes) => keysOf(await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })),
  ],
  ["json", "json", (bytes) => keysOf(JSON.parse(strFromU8(bytes)).records)],
  ["sdmx-csv", "sdmx.csv", (bytes) => keysOf(csvOf(bytes), true)],
];

const takeArchive = async (page: Page, format: string): Promise<Download> => {
  await page.getByRole("combobox", { name: "Format" }).selectOption(format);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "These rows with README and citation (ZIP)" }).click(),
  ]);
  return download;
};

test("each format holds the rows that SQL finds in the published file, with README and citation", async ({
  page,
}) => {
  await openExplorer(page, VIEW);
  const rows = await expected(page);
  expect(rows.length).toBeGreaterThan(100);
  const panel = page.getByRole("region", { name: "Take it away" });
  await expect(panel).toContainText(
    `${rows.length} observations stand behind this view: 10 States that report in every year shown.`,
  );
  for (const [format, ending, read] of FORMATS) {
    const download = await takeArchive(page, format);
    expect(download.suggestedFilename()).toBe(`${NAME}_${format}.zip`);
    const files = unzipSync(readFileSync(await download.path()));
    const bytes = files[`${NAME}.${ending}`];
    expect(bytes, format).toBeDefined();
    expect(await read(bytes ?? new Uint8Array()), format).toEqual(rows.toSorted());
    const readme = strFromU8(files["README.txt"] ?? new Uint8Array());
    expect(readme).toContain("Weapon type: Pistol; Rifle");
    expect(readme).toContain("/monitor/explore/?");
    expect(strFromU8(files["CITATION.cff"] ?? new Uint8Array())).toMatch(/^cff-version: 1\.2\.0\n/);
    await expect(
      panel.getByText(`${NAME}_${format}.zip was written: ${rows.length}`),
    ).toBeVisible();
  }
});

test("the query and its snippets can be read, copied, and follow the view", async ({ page }) => {
  await openExplorer(page, VIEW);
  const panel = page.getByRole("region", { name: "Take it away" });
  await panel.getByText("The query, and code that fetches the same rows").click();
  const text = (name: string) => panel.getByRole("region", { name, exact: true });
  await expect(text("SQL")).toContainText("weapon_type IN ('PISTOL', 'RIFLE')");
  for (const [name, part] of [
    [
      "DuckDB",
      /read_parquet\('http:\/\/127\.0\.0\.1:\d+\/monitor\/data\/[\d.]+\/parquet\/UNODC_IAFQ/,
    ],
    ["R", /read\.csv\(/],
    ["Python", /urllib\.request/],
    ["Python with pandas", /pandas\.read_csv/],
    ["curl and DuckDB", /curl --fail/],
  ] as const) {
    await panel.getByRole("button", { name, exact: true }).click();
    await expect(text(name)).toContainText(part);
  }
  await panel.getByRole("button", { name: "Copy: curl and DuckDB" }).click();
  await expect(panel.getByText("Copied: curl and DuckDB.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(
    await text("curl and DuckDB")
      .locator("pre")
      .evaluate((pre) => pre.textContent),
  );
  await panel.getByText("Cite this view").click();
  await expect(panel.getByRole("region", { name: "Text", exact: true })).toBeVisible();
  expect(await violationsOf(page, ".take-away")).toEqual([]);
});

fresh("where the clipboard is refused, the text is selected", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await openExplorer(page, VIEW);
  const panel = page.getByRole("region", { name: "Take it away" });
  await panel.getByText("The query, and code that fetches the same rows").click();
  await panel.getByRole("button", { name: "Copy: SQL" }).click();
  await expect(
    panel.getByText(/The browser did not let this page copy\. The text is selected \(SQL\)/),
  ).toBeVisible();
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).toContain("weapon_type IN ('PISTOL', 'RIFLE')");
});

fresh("the citation names version, day and an address that keeps the version", async ({ page }) => {
  await openExplorer(page);
  const panel = page.getByRole("region", { name: "Take it away" });
  await panel.getByText("Cite this view").click();
  const text = panel.getByRole("region", { name: "Text", exact: true });
  await expect(text).toContainText(
    /UNODC, Illicit Arms Flows Questionnaire, release 12\/05\/2025\. Standardized by Illicit Arms Monitor, data version \d+\.\d+\.\d+, \d{4}-\d{2}-\d{2}\. Arms seized by weapon type, 10 States that report in every year shown, 2016–2022\./,
  );
  const [address = ""] = /http\S+$/.exec((await text.textContent()) ?? "") ?? [];
  expect(new URL(address).searchParams.get("data")).toMatch(/^\d+\.\d+\.\d+$/);
  await panel.getByRole("button", { name: "BibTeX" }).click();
  await expect(panel.getByRole("region", { name: "BibTeX" })).toContainText(/^@misc\{unodc-iafq-/);
  await panel.getByRole("button", { name: "RIS" }).click();
  await expect(panel.getByRole("region", { name: "RIS" })).toContainText(/^TY {2}- DATA/);
  await page.goto(address);
  await expect(page.getByRole("region", { name: "Take it away" })).toBeVisible();
});
