import type { DuckDBConnection } from "@duckdb/node-api";
import type { Locator, Page } from "@playwright/test";
import { openDatabase, table as queried } from "../pipelines/raw.ts";
import { openExplorer, settled } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { randomFrom } from "./raw-sums.ts";
import { type Compared, compareView } from "./whole-view.ts";

/**
 * Two runs of a hundred, so that both workers have one: the order of what is done follows from the seed. One begins
 * where routes are, which few steps would find.
 */
const RUNS: readonly { seed: number; start: string; least: Partial<Compared> }[] = [
  { seed: 160404, start: "", least: {} },
  {
    seed: 160406,
    start:
      "dataset=US_ATF_FLOWS&indicator=ARMS_TRACED&by=origin_area&level=SUBNATIONAL&years=2015-2020&v=2",
    least: { bands: 100 },
  },
];
const INTERACTIONS = 100;

/** The observations that the site shows, straight from the committed files; those of a table together, to be found soon. */
const openPublished = async (): Promise<DuckDBConnection> => {
  const db = await openDatabase();
  await db.run(
    `CREATE TABLE observations AS SELECT o.* FROM read_parquet('data/observations/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false) o
     JOIN read_csv('data/releases.csv', all_varchar = true, header = true) r USING (dataset, release) WHERE r.is_current = 'yes'
     ORDER BY dataset, indicator, freq, breakdown`,
  );
  return db;
};

/** Labels of areas by code. */
const areaLabels = async (db: DuckDBConnection): Promise<ReadonlyMap<string, string>> => {
  const rows = await queried(
    db,
    "SELECT code, label FROM read_csv('data/codelists/CL_AREA.csv', all_varchar = true, header = true)",
  );
  return new Map(rows.map(([code, label]) => [String(code), String(label)]));
};

/** What a reader can do, by where it is done. */
const DEEDS: readonly ((page: Page) => Locator)[] = [
  (page) => page.locator("#view-breakdown svg [role=button]"),
  (page) => page.locator(".facets svg [role=button]"),
  (page) => page.locator(".views > .method button[aria-pressed=false]:not(:disabled)"),
  (page) => page.locator("input[name=by]:not(:checked):not(:disabled)"),
  (page) => page.locator("#view-map .area-list button"),
  (page) => page.locator(".chips button"),
  (page) => page.locator(".timeline [role=slider]"),
  (page) => page.locator(".controls select").nth(0).locator("option:not(:checked):not(:disabled)"),
  (page) => page.locator("label:has-text('What is counted') option:not(:checked):not(:disabled)"),
];

/** Does one thing that can be done now, and says what. */
const act = async (page: Page, random: () => number): Promise<string> => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const deed = DEEDS[Math.floor(random() * DEEDS.length)]?.(page);
    const choice = random();
    const count = (await deed?.count()) ?? 0;
    if (deed === undefined || count === 0) continue;
    const target = deed.nth(Math.floor(choice * count));
    const what = await target.evaluate(
      (element) =>
        `${element.getAttribute("aria-label") ?? element.textContent} <${element.localName}>`,
    );
    if (what.endsWith("<option>")) {
      const value = (await target.getAttribute("value")) ?? "";
      await target.locator("xpath=ancestor::select").selectOption(value);
    } else if (what.endsWith("<div>"))
      await target.press(["ArrowLeft", "ArrowRight"][Math.floor(random() * 2)] ?? "Home");
    else await target.dispatchEvent("click");
    return what;
  }
  throw new Error("There is nothing to do on this page.");
};

/** What each run must have come by: months, persons and stages of justice too, and the second run routes. */
const LEAST: Compared = {
  numbers: INTERACTIONS * 20,
  tiles: 100,
  bands: 0,
  people: 1,
  stages: 10,
  points: INTERACTIONS * 10,
  ends: INTERACTIONS,
  reporting: INTERACTIONS,
  panels: INTERACTIONS * 10,
  told: INTERACTIONS * 4,
};

for (const { seed, start, least } of RUNS)
  test(`${INTERACTIONS} things done at random (${seed}): every part holds the numbers of plain SQL`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const db = await openPublished();
    const facts = { db, areas: await areaLabels(db) };
    const random = randomFrom(seed);
    const sums = new Map<string, number>();
    await openExplorer(page, start);
    for (let done = 0; done < INTERACTIONS; done++) {
      await settled(page);
      const what = await act(page, random);
      await settled(page);
      await test.step(`${done}: ${what} → ${new URL(page.url()).search}`, async () => {
        if ((await page.locator(".grid").count()) === 0) return;
        const compared = await compareView(page, facts, what);
        for (const [kind, count] of Object.entries(compared))
          sums.set(kind, (sums.get(kind) ?? 0) + count);
      });
    }
    for (const [kind, count] of Object.entries({ ...LEAST, ...least }))
      expect(sums.get(kind), `numbers compared: ${kind}`).toBeGreaterThanOrEqual(count);
    db.closeSync();
  });
