import type { Locator, Page } from "@playwright/test";
import { openNativeEngine } from "../../src/engine/native.ts";
import { violationsOf } from "./accessible.ts";
import { readTable } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import {
  csv,
  downloadBy,
  finished,
  give,
  nativeOn,
  openReturn,
  readDownload,
  register,
} from "./return-files.ts";

const AREAS = ["ESP", "KEN", "MEX"];
const AREA_SQL = "CASE country WHEN 'Mexico' THEN 'MEX' WHEN 'Spain' THEN 'ESP' ELSE 'KEN' END";

/** Every part is answered and drawn. */
const complete = (page: Page): Promise<void> =>
  expect(page.locator("[data-pairs=complete]:not(:has([data-waiting]))")).toBeVisible();

/** Charts that are not as wide as their place, with both widths in pixels. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".pairs div.chart")].flatMap((place) => {
      const room = Math.min(1200, Math.max(320, Math.floor(place.clientWidth)));
      const drawn = Number(place.querySelector("svg")?.getAttribute("width"));
      return drawn === room ? [] : [`${place.closest("figure")?.id}: ${drawn} in ${room}`];
    }),
  );

/** Opens a file, and every view of it. */
const openViews = async (page: Page, name: string, text: string): Promise<void> => {
  await give(page, { name, text });
  await finished(page);
  await page.getByRole("button", { name: "Open every view" }).click();
  await complete(page);
};

/** Numbers by row and year as a table of the page prints them, rows by their codes. */
const printed = async (page: Page, side: "own" | "published"): Promise<Map<string, string>> =>
  readTable(page, "code", `${side}-view-table`);

const asMap = (rows: readonly Record<string, unknown>[]): Map<string, string> =>
  new Map(
    rows.map((row) => [
      `${row["code"]} ${row["year"]}`,
      Number(row["value"]).toLocaleString("en-GB"),
    ]),
  );

/** The numbers of the file by type, or by area, by plain SQL on the file itself. */
const ofFile = async (text: string, by: string, condition = "true"): Promise<Map<string, string>> =>
  asMap(
    await nativeOn(
      text,
      `SELECT ${by} AS code, substr(date, 1, 4) AS year, sum(count::INTEGER)::DOUBLE AS value
       FROM file WHERE ${condition} GROUP BY ALL`,
    ),
  );

/** The published numbers of the areas of the file, by plain SQL on the committed files. */
const ofPublished = async (by: string, condition = "true"): Promise<Map<string, string>> => {
  const native = await openNativeEngine("data");
  return asMap(
    await native.query({
      sql: `SELECT CAST(${by} AS VARCHAR) AS code, CAST(time_period AS VARCHAR) AS year, CAST(sum(obs_value) AS DOUBLE) AS value
        FROM "observation_UNODC_IAFQ" WHERE indicator = 'ARMS_SEIZED' AND breakdown = 'weapon_type' AND additivity = 'PART'
          AND freq = 'A' AND ref_area IN ('ESP', 'KEN', 'MEX') AND time_period IN ('2019', '2020', '2021') AND ${condition}
        GROUP BY ALL`,
      params: [],
    }),
  );
};

const TYPE_SQL =
  "CASE weapon_type WHEN 'Rifle or carbine' THEN 'RIFLE' ELSE upper(weapon_type) END";

const bar = (page: Page, part: string, code: string): Locator =>
  page.locator(`#${part} [data-key="${code}"][role=button]`);

test("every view of a file stands beside the published one, each with the numbers of plain SQL", async ({
  page,
}) => {
  const { text } = register(3000);
  await openReturn(page);
  await openViews(page, "register 2024.csv", text);
  await page.getByRole("button", { name: "All reporters" }).click();
  await complete(page);
  expect(await printed(page, "own")).toEqual(await ofFile(text, TYPE_SQL));
  expect(await printed(page, "published")).toEqual(await ofPublished("weapon_type"));
  for (const part of ["trend", "breakdown", "map", "routes", "multiples", "linked", "table"])
    for (const side of ["own", "published"])
      await expect(page.locator(`#${side}-view-${part}`)).toBeVisible();
  await expect(page.locator("#own-view-months")).toBeVisible();
  await expect(page.locator("#own-view-trend figcaption")).toContainText("register 2024.csv");
  await expect(page.locator("#published-view-trend figcaption")).toContainText("Data version");
  await expect(page.locator("#published-view-map .area-list li")).toHaveCount(AREAS.length);

  // The room changes while parts still wait for their turn to take other numbers over: they are drawn for that room.
  for (const [room, name] of [
    ["800px", "Same States"],
    ["", "All reporters"],
  ] as const) {
    await page
      .getByRole("button", { name })
      .first()
      .evaluate((button: HTMLElement, width) => {
        button.click();
        document.querySelector<HTMLElement>(".pairs")?.style.setProperty("max-width", width);
      }, room);
    await complete(page);
    await expect.poll(() => misfits(page)).toEqual([]);
  }

  // By pointer on one side, by keyboard on the other: both follow.
  await bar(page, "own-breakdown", "PISTOL").click();
  await complete(page);
  const pistols = "weapon_type = 'Pistol'";
  expect(await printed(page, "own")).toEqual(await ofFile(text, TYPE_SQL, pistols));
  expect(await printed(page, "published")).toEqual(
    await ofPublished("weapon_type", "weapon_type = 'PISTOL'"),
  );
  await page.locator("#own-view-table").getByRole("button", { name: "Area", exact: true }).click();
  await bar(page, "published-map", "MEX").focus();
  await page.keyboard.press("Enter");
  await complete(page);
  expect(await printed(page, "own")).toEqual(
    await ofFile(text, AREA_SQL, `${pistols} AND country = 'Mexico'`),
  );
  expect(await printed(page, "published")).toEqual(
    await ofPublished("ref_area", "weapon_type = 'PISTOL' AND ref_area = 'MEX'"),
  );

  // What is the reader's own stays out of the address, and out of what is taken away.
  expect(new URL(page.url()).search).toBe("");
  const taken = await readDownload(await downloadBy(page, "Take away as CSV"));
  const small = taken.filter((row) => Number(row["obs_value"]) > 0 && Number(row["obs_value"]) < 5);
  expect(small).toEqual([]);
  await page.getByRole("button", { name: "Clear all" }).click();
  await complete(page);
  await expect(page.locator(".own-workbench .chip")).toHaveCount(0);
});

/** Rows in our own standard: what the file needs to be known by, and no more. */
const STANDARD = [
  "release",
  "indicator",
  "ref_area",
  "time_period",
  "unit_measure",
  "sex",
  "age",
  "obs_value",
];

test("persons by sex and age stand in a pyramid, and a number is pulled back to its line", async ({
  page,
}) => {
  const rows = ["F", "M"].flatMap((sex, s) =>
    ["Y18T24", "Y25T29"].map((age, a) => [
      "2026",
      "PERSONS_ARRESTED",
      "MEX",
      "2020",
      "NUMBER",
      sex,
      age,
      10 + 4 * s + a,
    ]),
  );
  const bySex = [
    ["F", 21],
    ["M", 29],
  ].map(([sex = "", n = 0]) => ["2026", "PERSONS_ARRESTED", "MEX", "2020", "NUMBER", sex, "_T", n]);
  await openReturn(page);
  await openViews(page, "persons.csv", csv([STANDARD, ...rows, ...bySex]));
  const persons = page.locator("#own-view-persons");
  await expect(persons.locator("svg")).toBeVisible();
  await expect(persons).toContainText("Your file");
  const women = (number: string, men: string) =>
    new Map([
      ["F 2020", number],
      ["M 2020", men],
    ]);
  expect(await printed(page, "own")).toEqual(women("42%", "58%"));
  await page.getByRole("button", { name: "Number", exact: true }).click();
  await complete(page);
  expect(await printed(page, "own")).toEqual(women("21", "29"));

  await page.locator("#own-view-table").getByRole("button", { name: /21/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("tbody tr")).toHaveCount(1);
  await expect(dialog.locator("tbody tr")).toContainText("Mexico");
  const cells = await dialog.locator("tbody td").allTextContents();
  // The line of the file that the number stands on: its title, four crosses, then this one.
  expect(cells).toContain("6");
  await dialog.getByRole("button", { name: "Close" }).click();
  expect(await violationsOf(page, "#views")).toEqual([]);
});

test("what nobody publishes has nothing beside it, and codes of no list are left out and counted", async ({
  page,
}) => {
  const line = (area: string, type: string, n: number) => [
    "2026",
    "ARMS_SEIZED",
    area,
    "2020",
    "NUMBER",
    type,
    n,
  ];
  const header = [
    "release",
    "indicator",
    "ref_area",
    "time_period",
    "unit_measure",
    "weapon_type",
    "obs_value",
  ];
  await openReturn(page);
  await openViews(
    page,
    "own.csv",
    csv([header, line("US-TX", "_T", 7), line("US-TX", "BLUNDERBUSS", 7)]),
  );
  await expect(page.locator("#views")).toContainText("1 table of your file is not shown here");
  await expect(page.locator("#views")).toContainText(
    "No published dataset counts this in the areas of your file.",
  );
  await expect(page.locator("#own-view-trend")).toBeVisible();
  await expect(page.locator("[id^=published-view]")).toHaveCount(0);
});

test("a second file shows nothing of the first, and two releases in one file are never summed", async ({
  page,
}) => {
  const line = (release: string, year: string, n: number) => [
    release,
    "ARMS_SEIZED",
    "MEX",
    year,
    "NUMBER",
    "_Z",
    "_Z",
    n,
  ];
  const text = csv([
    STANDARD,
    line("2024", "2020", 100),
    line("2025", "2020", 120),
    line("2025", "2021", 130),
  ]);
  await openReturn(page);
  await openViews(page, "register.csv", register(300).text);
  await openViews(page, "two.csv", text);
  await expect(page.getByLabel("Which release of the file")).toBeVisible();
  const numbers: Record<string, Map<string, string>> = {};
  for (const release of ["2024", "2025"]) {
    await page.getByLabel("Which release of the file").selectOption(release);
    await complete(page);
    numbers[release] = await printed(page, "own");
  }
  expect(numbers).toEqual({
    "2024": new Map([
      ["_T 2020", "100"],
      ["MEX 2020", "100"],
    ]),
    "2025": new Map([
      ["_T 2020", "120"],
      ["_T 2021", "130"],
      ["MEX 2020", "120"],
      ["MEX 2021", "130"],
    ]),
  });
});
