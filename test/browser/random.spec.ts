import type { DuckDBConnection } from "@duckdb/node-api";
import type { Locator, Page } from "@playwright/test";
import { openDatabase, table as queried } from "../pipelines/raw.ts";
import {
  Address,
  areaPanelsAskedOfSql,
  askedOfSql,
  categoryPanelsAskedOfSql,
  monthsAskedOfSql,
  routesAskedOfSql,
  stagesAskedOfSql,
} from "./asked-of-sql.ts";
import { readChart } from "./drawn-chart.ts";
import { comparePanels } from "./drawn-multiples.ts";
import { compareStages, readStages } from "./drawn-stages.ts";
import { compareTrend } from "./drawn-trend.ts";
import { openExplorer, readRowLabels, readTable, settled } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { compare } from "./printed.ts";
import { randomFrom } from "./raw-sums.ts";
import { compareTold, mayTell } from "./told.ts";

/**
 * Two runs of a hundred, so that both workers have one: the order of what is done follows from the seed. One begins
 * where routes are, which few steps would find.
 */
const RUNS = [
  { seed: 160404, start: "" },
  {
    seed: 160406,
    start:
      "dataset=US_ATF_FLOWS&indicator=ARMS_TRACED&by=origin_area&level=SUBNATIONAL&years=2015-2020&v=2",
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

/** The same by label for code: of rows, "PISTOL", and of cells, "PISTOL 2019". */
const named = <T>(
  asked: ReadonlyMap<string, T>,
  labels: ReadonlyMap<string, string>,
): ReadonlyMap<string, T> =>
  new Map(
    [...asked].map(([key, value]) => {
      const [code = ""] = key.split(" ");
      return [`${labels.get(code) ?? code}${key.slice(code.length)}`, value];
    }),
  );

/** Whether each small multiple is a category; else each is an area. */
const ofCategories = (address: Address): boolean =>
  address.get("by") !== "_T" && address.get("multiples") === "category";

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

/**
 * The bars of the breakdown and of the linked parts, the list of the map, the tiles of months and the bands of routes:
 * code to what is printed; the sentences of the parts, and what the bars of the breakdown are called.
 */
const readParts = (page: Page) =>
  page.locator(".grid").evaluate((grid) => {
    const bars = (part: Element) =>
      [...part.querySelectorAll("svg [role=button]")].map((bar): [string, string] => [
        bar.getAttribute("data-key") ?? "",
        (bar.getAttribute("aria-label") ?? "").replace(/^.*: /, ""),
      ]);
    const titled = (part: string) =>
      [...grid.querySelectorAll(`${part} svg [data-key]`)].flatMap((mark): [string, string][] => {
        const title = mark.querySelector("title")?.textContent;
        const key = mark.getAttribute("data-key") ?? "";
        return title ? [[key, title.replace(/^.*: /, "")]] : [];
      });
    const breakdown = grid.querySelector("#view-breakdown");
    return {
      months: titled("#view-months"),
      // What a node without a code holds is several places.
      routes: titled("#view-routes").filter(([key]) => /^o:.+[>=]r:.+$/.test(key)),
      sentences: Object.fromEntries(
        [...grid.querySelectorAll("h2[id^=view-]")].map((title): [string, string] => [
          title.id.replace(/^view-|-title$/g, ""),
          `${title.textContent} · ${title.nextElementSibling?.textContent} · ${title
            .closest("figure")
            ?.querySelector("figcaption p")
            ?.textContent?.replace(/^.* · /, "")}`,
        ]),
      ),
      labels: [...grid.querySelectorAll("#view-breakdown svg [role=button]")].map((bar) =>
        (bar.getAttribute("aria-label") ?? "").replace(/: .*$/, ""),
      ),
      breakdown: breakdown === null ? [] : bars(breakdown),
      map: [...grid.querySelectorAll<HTMLElement>("#view-map .area-list li")].map(
        (item): [string, string] => [
          item.dataset["code"] ?? "",
          item.querySelector(".figure")?.textContent ?? "",
        ],
      ),
      facets: [...grid.querySelectorAll(".facets > section")].map((section) => ({
        dimension: (section.getAttribute("aria-labelledby") ?? "").replace(/^facet-|-title$/g, ""),
        bars: bars(section),
      })),
    };
  });

/** Persons of one sex and of known age, those chosen where some are. */
const knownAges = async (db: DuckDBConnection, search: string, sex: "F" | "M"): Promise<number> => {
  const address = new Address(search, { by: "age", sex, measure: "count" });
  const chosen = address.codes("age");
  const { bars } = await askedOfSql(db, address);
  return [...bars]
    .filter(([age]) => age.startsWith("Y") && (chosen.length === 0 || chosen.includes(age)))
    .reduce((sum, [, count]) => sum + (count ?? 0), 0);
};

for (const { seed, start } of RUNS)
  test(`${INTERACTIONS} things done at random (${seed}): every part holds the numbers of plain SQL`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const db = await openPublished();
    const areas = await areaLabels(db);
    const random = randomFrom(seed);
    let numbers = 0;
    let tiles = 0;
    let bands = 0;
    let people = 0;
    let ends = 0;
    let stages = 0;
    let points = 0;
    let reporters = 0;
    let panels = 0;
    let told = 0;
    await openExplorer(page, start);
    for (let done = 0; done < INTERACTIONS; done++) {
      await settled(page);
      const what = await act(page, random);
      await settled(page);
      const { search } = new URL(page.url());
      await test.step(`${done}: ${what} → ${search}`, async () => {
        if ((await page.locator(".grid").count()) === 0) return;
        const table = await readTable(page, "code");
        const {
          breakdown,
          map,
          facets,
          months,
          routes,
          sentences,
          labels: barLabels,
        } = await readParts(page);
        const address = new Address(search);
        const shown = await askedOfSql(db, address);
        const rows = new Map(
          address.get("by") === "_T" ? [...shown.areas, ...shown.table] : shown.table,
        );
        numbers += compare(`table, ${what}, ${search}`, table, rows);
        const labels = await readRowLabels(page);
        const trend = compareTrend(
          await readChart(page, "view-trend"),
          `trend, ${what}, ${search}`,
          named(shown.table, labels),
          shown.reporting,
        );
        ends += trend.ends;
        points += trend.points;
        reporters += trend.reporting;
        const asked = ofCategories(address)
          ? named(await categoryPanelsAskedOfSql(db, address, shown), labels)
          : named(await areaPanelsAskedOfSql(db, address), areas);
        panels += comparePanels(
          await readChart(page, "view-multiples"),
          `small multiples, ${what}, ${search}`,
          address.span,
          asked,
        );
        const may = await mayTell(db, address, shown);
        const called = [...labels.values(), ...barLabels];
        for (const part of ["trend", "breakdown", "map", "multiples"] as const)
          told += compareTold(
            `words of ${part}, ${what}, ${search}`,
            sentences[part] ?? "",
            called,
            address.span,
            [...may.who, ...(part === "multiples" ? [asked.size] : may[part])],
          );
        const justice = await readStages(page);
        if (justice.rows.length > 0)
          stages += compareStages(
            `stages, ${what}, ${search}`,
            justice,
            await stagesAskedOfSql(db, search),
          );
        numbers += compare(`breakdown, ${what}, ${search}`, breakdown, shown.bars);
        numbers += compare(`map, ${what}, ${search}`, map, shown.map);
        const ofMonths = months.length === 0 ? new Map() : await monthsAskedOfSql(db, address);
        tiles += compare(`months, ${what}, ${search}`, months, ofMonths);
        const origins = new Address(search, { by: "origin_area" });
        const ofRoutes = routes.length === 0 ? new Map() : await routesAskedOfSql(db, origins);
        bands += compare(`routes, ${what}, ${search}`, routes, ofRoutes);
        const [, women = "", men = ""] =
          /^([\d,]+) women and ([\d,]+) men/.exec(sentences["persons"] ?? "") ?? [];
        for (const [sex, printed] of women === ""
          ? []
          : [["F", women] as const, ["M", men] as const]) {
          const sum = await knownAges(db, search, sex);
          people += compare(`persons, ${what}, ${search}`, [[sex, printed]], new Map([[sex, sum]]));
        }
        for (const { dimension, bars } of facets) {
          if (bars.length === 0) continue;
          // Overlapping categories have no whole: they are counted where the view is shared.
          const measure = bars.some(([, printed]) => printed.includes("%")) ? "share" : "count";
          const facet = await askedOfSql(db, new Address(search, { by: dimension, measure }));
          numbers += compare(`${dimension}, ${what}, ${search}`, bars, facet.bars);
        }
      });
    }
    expect(numbers).toBeGreaterThan(INTERACTIONS * 20);
    // Each run comes by months, persons and stages of justice, and the second by routes.
    expect(tiles).toBeGreaterThan(100);
    expect(people).toBeGreaterThan(0);
    expect(ends).toBeGreaterThan(INTERACTIONS);
    expect(stages).toBeGreaterThan(10);
    expect(points).toBeGreaterThan(INTERACTIONS * 10);
    expect(reporters).toBeGreaterThan(INTERACTIONS);
    expect(panels).toBeGreaterThan(INTERACTIONS * 10);
    expect(told).toBeGreaterThan(INTERACTIONS * 4);
    if (start !== "") expect(bands).toBeGreaterThan(100);
    db.closeSync();
  });
