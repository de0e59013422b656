import writeXlsx from "write-excel-file/node";
import { openNativeEngine } from "../../src/engine/native.ts";
import { UNODC_HEADERS } from "../../src/standard/layouts/unodc-table.ts";
import { expect, test } from "./kept.ts";
import {
  cellsOf,
  csv,
  downloadBy,
  finished,
  give,
  nativeOn,
  openReturn,
  readDownload,
  register,
} from "./return-files.ts";
import { leaks } from "./return-leaks.ts";

/** One UNODC row: State, dimension, category, year, value. */
const portalRow = (
  iso3: string,
  dimension: string,
  category: string,
  year: number,
  value: number,
) => [
  iso3,
  iso3,
  "R",
  "S",
  "Arms seized",
  dimension,
  category,
  "na",
  "na",
  year,
  "Counts",
  value,
  "IAFQ",
];

test("a plain table is mapped, counted and taken away as native DuckDB counts it", async ({
  page,
}) => {
  const { text } = register(3000);
  await openReturn(page);
  await give(page, { name: "register 2024.csv", text });
  await finished(page);
  await expect(page.locator("#what")).toContainText("register 2024.csv: A plain table");
  await expect(page.locator("#what")).toContainText("3,000 rows, 5 columns");
  await expect(page.locator("#own-trend-figure svg")).toBeVisible();
  await expect(page.locator("#own-months-figure svg")).toBeVisible();

  await page.getByRole("checkbox", { name: "Leave small numbers out" }).uncheck();
  const rows = await readDownload(await downloadBy(page, "Take away as CSV"));
  expect(new Set(rows.map((row) => row["dataset"]))).toEqual(new Set(["OWN_RETURN"]));
  const taken = (breakdown: string, freq: string) =>
    rows
      .filter((row) => row["breakdown"] === breakdown && row["freq"] === freq)
      .map((row) =>
        [
          row["ref_area"],
          row["time_period"],
          row["weapon_type_label"],
          row["seizure_place_label"],
          row["obs_value"],
        ].join(";"),
      )
      .sort();
  const counted = async (period: string, type: string, place: string) =>
    (
      await nativeOn(
        text,
        `SELECT CASE country WHEN 'Mexico' THEN 'MEX' WHEN 'Spain' THEN 'ESP' ELSE 'KEN' END || ';' || ${period} || ';' || ${type} || ';' || ${place} || ';' || sum(count::INTEGER) AS row
         FROM file GROUP BY country, ${period}, ${type}, ${place} ORDER BY row`,
      )
    ).map(({ row }) => String(row));
  const year = "substr(date, 1, 4)";
  expect(taken("_T", "A")).toEqual(await counted(year, "'All types'", "'All places'"));
  expect(taken("weapon_type", "A")).toEqual(await counted(year, "weapon_type", "'All places'"));
  expect(taken("weapon_type+seizure_place", "A")).toEqual(
    await counted(year, "weapon_type", "seizure_place"),
  );
  expect(taken("seizure_place", "M")).toEqual(
    await counted("substr(date, 1, 7)", "'All types'", "seizure_place"),
  );
});

test("small numbers are left out of what is taken away, and cannot be worked out again", async ({
  page,
}) => {
  await openReturn(page);
  await give(page, { name: "small.csv", text: register(240).text });
  await finished(page);
  const told = await page.locator("[data-suppressed=on]").textContent();
  const hidden = await readDownload(await downloadBy(page, "Take away as CSV"));
  await page.getByRole("checkbox", { name: "Leave small numbers out" }).uncheck();
  await expect(page.locator("[data-suppressed=off]")).toContainText(
    "Small numbers are in the file",
  );
  const complete = await readDownload(await downloadBy(page, "Take away as CSV"));
  const found = leaks(complete, hidden);
  expect(found.small).toBeGreaterThan(0);
  expect(found.shown).toEqual([]);
  expect(found.changed).toEqual([]);
  expect(found.alone).toEqual([]);
  expect(told).toContain(`${found.hiddenSmall} numbers from 1 to 4`);
});

test("the SDMX-CSV names the structure and holds every observation", async ({ page }) => {
  await openReturn(page);
  await give(page, { name: "r.csv", text: register(240).text });
  await finished(page);
  const sdmx = await readDownload(await downloadBy(page, "Take away as SDMX-CSV"));
  const plain = await readDownload(await downloadBy(page, "Take away as CSV"));
  expect(sdmx.length).toBe(plain.length);
  expect(new Set(sdmx.map((row) => row["STRUCTURE_ID"]))).toEqual(
    new Set(["IAM:DF_OWN_RETURN(1.1.0)"]),
  );
  expect(sdmx.map((row) => row["OBS_VALUE"])).toEqual(plain.map((row) => row["obs_value"]));
  expect(sdmx.some((row) => row["OBS_STATUS"] === "Q" && row["OBS_VALUE"] === "")).toBe(true);
});

test("a file that was taken away is read again as this standard, with the same numbers", async ({
  page,
}) => {
  await openReturn(page);
  await give(page, { name: "r.csv", text: register(600).text });
  await finished(page);
  const download = await downloadBy(page, "Take away as XLSX");
  const first = await readDownload(await downloadBy(page, "Take away as CSV"));
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  await give(page, { name: "again.xlsx", text: Buffer.concat(chunks) });
  await expect(page.locator("#what")).toContainText("again.xlsx: This standard");
  await finished(page);
  await page.getByRole("checkbox", { name: "Leave small numbers out" }).uncheck();
  const again = await readDownload(await downloadBy(page, "Take away as CSV"));
  const key = (row: Record<string, string>) =>
    ["ref_area", "time_period", "weapon_type", "seizure_place", "breakdown", "obs_value"]
      .map((name) => row[name])
      .join(";");
  expect(again.map(key).sort()).toEqual(first.map(key).sort());
});

test("a value without a meaning stops the mapping until a reader says what it is, by keyboard", async ({
  page,
}) => {
  const rows = Array.from({ length: 20 }, () => ["2021-03-01", "Mexico", "Pistol", 2]);
  await openReturn(page);
  await give(page, {
    name: "odd.csv",
    text: csv([
      ["date", "country", "weapon_type", "count"],
      ...rows,
      ["2021-04-01", "Mexico", "Zip gun", 5],
    ]),
  });
  const map = page.locator("#map");
  await expect(map).toContainText("Some values of “weapon_type” have no code");
  await expect(page.locator("#figures")).toHaveCount(0);
  const use = page.getByRole("button", { name: "Use this mapping" });
  await expect(use).toBeDisabled();
  await page.getByLabel("Code of Zip gun").focus();
  await page.keyboard.type("Other weapons");
  await expect(use).toBeEnabled();
  await use.focus();
  await page.keyboard.press("Enter");
  await finished(page);
  await expect(page.locator("#own-trend-figure h3")).toContainText("45 arms seized in 2021");
  await expect(page.locator("#own-parts-figure svg")).toContainText("Other weapons");
});

test("a damaged file: every line that cannot be used is named, with column and value", async ({
  page,
}) => {
  const good = Array.from({ length: 20 }, () => "2021-03-01,Mexico,Pistol,6,");
  const lines = [
    "date,country,weapon_type,count,note",
    ...good,
    "2021-13-40,Mexico,Pistol,1,",
    '2021-04-01,Mexico,Pistol,7,"two',
    'lines"',
    "2021-04-02,Mexico,Pistol",
    "2021-04-03,Mexico,Pistol,two,",
    'x,"y"z,Pistol,1,',
    "2021-05-01,Mexico,Pistol,8,",
  ];
  await openReturn(page);
  await give(page, { name: "damaged.csv", text: `${lines.join("\n")}\n` });
  await finished(page);
  const download = page.getByRole("button", { name: "These findings (CSV)" });
  await expect(download).toBeVisible();
  const found = await readDownload(await downloadBy(page, "These findings (CSV)"));
  expect(
    found
      .filter((row) => row["severity"] === "FAIL")
      .map((row) => [row["line"], row["rule"], row["column"], row["value"]])
      .sort(),
  ).toEqual([
    ["22", "period", "date", "2021-13-40"],
    ["25", "fields", "", "2021-04-02,Mexico,Pistol"],
    ["26", "count-number", "count", "two"],
    ["27", "quote-stray", "2", 'x,"y"z,Pistol,1,'],
  ]);
  // 20 × 6, the row with the note over two lines, and the last one.
  await expect(page.locator("#own-trend-figure h3")).toContainText("135 arms seized in 2021");
});

test("the layout of the UNODC portal is read as our pipelines read it, beside the published figures", async ({
  page,
}) => {
  const native = await openNativeEngine("data");
  const published = await native.query({
    sql: `SELECT time_period, CAST(obs_value AS DOUBLE) AS value FROM "observation_UNODC_IAFQ"
      WHERE indicator = 'ARMS_SEIZED' AND ref_area = 'MEX' AND breakdown = '_T' AND freq = 'A' ORDER BY time_period`,
    params: [],
  });
  const years = published.map((row) => ({
    year: Number(row["time_period"]),
    value: Number(row["value"]),
  }));
  const [first] = years;
  if (first === undefined) throw new Error("Mexico has no published figure.");
  const total = (value: number, year: number) => portalRow("MEX", "Total", "Total", year, value);
  await openReturn(page);
  await give(page, {
    name: "portal.csv",
    text: csv([
      ["UNODC"],
      ["31/03/2026"],
      [...UNODC_HEADERS],
      ...years.map(({ year, value }, at) => total(value + (at === 0 ? 10 : 0), year)),
      portalRow("MEX", "by type", "pistol", first.year, 40),
    ]),
  });
  await finished(page);
  await expect(page.locator("#what")).toContainText("portal.csv: The UNODC portal");
  await expect(page.locator("#what")).toContainText("Column names stand on line 3");
  const beside = page.locator("#own-trend-figure");
  await expect(beside).toContainText(`They differ in ${first.year}.`);
  const compared = await cellsOf(beside.locator("table"));
  expect(compared.map(([year]) => year)).toEqual(years.map(({ year }) => String(year)));
  expect(compared.map((row) => row[3])).toEqual(years.map((_, at) => (at === 0 ? "10" : "0")));
});

test("a workbook is read by sheet, and by another line of titles where a reader says so", async ({
  page,
}) => {
  const rows = Array.from({ length: 12 }, (_, at) => [
    `2022-0${1 + (at % 9)}-05`,
    "Spain",
    "Rifle or carbine",
    3,
  ]);
  const book = await writeXlsx(
    [
      ["Seizures of our office", null, null, null],
      ["date", "country", "weapon_type", "count"],
      ...rows,
    ].map((row) => row.map((value) => (value === null ? null : { value }))),
    { sheet: "Seizures" },
  ).toBuffer();
  await openReturn(page);
  await give(page, { name: "book.xlsx", text: book });
  await finished(page);
  await expect(page.locator("#what")).toContainText("Sheet “Seizures”");
  await expect(page.locator("#what")).toContainText("Column names stand on line 2");
  await expect(page.locator("#own-trend-figure h3")).toContainText("36 arms seized in 2022");
});

test("reading can be stopped, and the page goes on", async ({ page }) => {
  await openReturn(page);
  await give(page, { name: "large.csv", text: register(400_000).text });
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped. The file was let go of")).toBeVisible();
  await expect(page.locator("#what")).toHaveCount(0);
  await give(page, { name: "next.csv", text: register(300).text });
  await finished(page);
  await expect(page.locator("#what")).toContainText("next.csv: A plain table");
});

test("what is no table is refused in words, and the next file is read", async ({ page }) => {
  await openReturn(page);
  await give(page, { name: "empty.csv", text: "" });
  await expect(page.getByRole("alert")).toBeVisible();
  await give(page, { name: "r.csv", text: register(300).text });
  await finished(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("200,000 rows are opened while the page goes on", async ({ page }, info) => {
  await openReturn(page);
  await page.evaluate(() => {
    const seen = { tasks: [] as number[] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(Math.round(duration));
    }).observe({ entryTypes: ["longtask"] });
  });
  await give(page, { name: "200k.csv", text: register(200_000).text });
  await finished(page);
  await expect(page.locator("#what")).toContainText("200,000 rows");
  const tasks = await page.evaluate(
    () => (globalThis as unknown as { seen: { tasks: number[] } }).seen.tasks,
  );
  // Told, not judged: other work on the machine makes every task longer. The bench measures.
  info.annotations.push({
    type: "long tasks of the main thread, ms",
    description: tasks.join(", "),
  });
});
