import type { DuckDBConnection } from "@duckdb/node-api";
import type { Page } from "@playwright/test";
import {
  Address,
  areaPanelsAskedOfSql,
  askedOfSql,
  categoryPanelsAskedOfSql,
  monthsAskedOfSql,
  routesAskedOfSql,
  type Shown,
  stagesAskedOfSql,
} from "./asked-of-sql.ts";
import { readChart } from "./drawn-chart.ts";
import { comparePanels } from "./drawn-multiples.ts";
import { compareStages, readStages } from "./drawn-stages.ts";
import { compareTrend } from "./drawn-trend.ts";
import { readRowLabels, readTable } from "./explorer.ts";
import { compare } from "./printed.ts";
import { compareTold, mayTell } from "./told.ts";

/** How many numbers of each kind were held to SQL. */
export interface Compared {
  /** Cells of the table, bars, and the list of the map. */
  readonly numbers: number;
  readonly tiles: number;
  readonly bands: number;
  readonly people: number;
  readonly stages: number;
  /** Points of the trend, numbers at the ends of its lines, counts of who reports. */
  readonly points: number;
  readonly ends: number;
  readonly reporting: number;
  /** Points and numbers of small multiples. */
  readonly panels: number;
  /** Numbers of sentences. */
  readonly told: number;
}

/** What a comparison needs besides the page. */
export interface Facts {
  /** Has the published observations. */
  readonly db: DuckDBConnection;
  /** Labels of areas by code. */
  readonly areas: ReadonlyMap<string, string>;
}

type Parts = Awaited<ReturnType<typeof readParts>>;

/** A view of the page, and what SQL gives for it. */
interface Looked extends Facts {
  readonly page: Page;
  readonly where: string;
  readonly address: Address;
  readonly shown: Shown;
  readonly parts: Parts;
  /** Labels of the rows of the table, by code. */
  readonly labels: ReadonlyMap<string, string>;
}

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
const knownAges = async (
  db: DuckDBConnection,
  address: Address,
  sex: "F" | "M",
): Promise<number> => {
  const chosen = address.codes("age");
  const { bars } = await askedOfSql(db, address.with({ by: "age", sex, measure: "count" }));
  return [...bars]
    .filter(([age]) => age.startsWith("Y") && (chosen.length === 0 || chosen.includes(age)))
    .reduce((sum, [, count]) => sum + (count ?? 0), 0);
};

const compareTable = async ({ page, where, address, shown }: Looked): Promise<number> => {
  const rows = new Map(address.get("by") === "_T" ? [...shown.areas, ...shown.table] : shown.table);
  return compare(`table, ${where}`, await readTable(page, "code"), rows);
};

/** The charts of trend and small multiples, and the sentences over them, the breakdown and the map. */
const compareDrawn = async (looked: Looked) => {
  const { page, db, areas, where, address, shown, parts, labels } = looked;
  const trend = compareTrend(
    await readChart(page, "view-trend"),
    `trend, ${where}`,
    named(shown.table, labels),
    shown.reporting,
  );
  const asked = ofCategories(address)
    ? named(await categoryPanelsAskedOfSql(db, address, shown), labels)
    : named(await areaPanelsAskedOfSql(db, address), areas);
  const panels = comparePanels(
    await readChart(page, "view-multiples"),
    `small multiples, ${where}`,
    address.span,
    asked,
  );
  const { who, ...may } = await mayTell(db, address, shown);
  const mayOf = { ...may, multiples: [asked.size] };
  const called = [...labels.values(), ...parts.labels];
  let told = 0;
  for (const [part, own] of Object.entries(mayOf)) {
    const sentence = parts.sentences[part] ?? "";
    told += compareTold(`words of ${part}, ${where}`, sentence, called, address.span, [
      ...who,
      ...own,
    ]);
  }
  return { ...trend, panels, told };
};

const compareMonths = async ({ db, where, address, parts: { months } }: Looked): Promise<number> =>
  months.length === 0
    ? 0
    : compare(`months, ${where}`, months, await monthsAskedOfSql(db, address));

const compareRoutes = async ({ db, where, address, parts: { routes } }: Looked): Promise<number> =>
  routes.length === 0
    ? 0
    : compare(
        `routes, ${where}`,
        routes,
        await routesAskedOfSql(db, address.with({ by: "origin_area" })),
      );

const comparePersons = async ({ db, where, address, parts }: Looked): Promise<number> => {
  const said = /^([\d,]+) women and ([\d,]+) men/.exec(parts.sentences["persons"] ?? "");
  if (said === null) return 0;
  const [, women = "", men = ""] = said;
  const sums = new Map([
    ["F", await knownAges(db, address, "F")],
    ["M", await knownAges(db, address, "M")],
  ]);
  return compare(
    `persons, ${where}`,
    [
      ["F", women],
      ["M", men],
    ],
    sums,
  );
};

const compareJustice = async ({ page, db, where, address }: Looked): Promise<number> => {
  const justice = await readStages(page);
  return justice.rows.length === 0
    ? 0
    : compareStages(`stages, ${where}`, justice, await stagesAskedOfSql(db, address));
};

const compareBars = async ({ db, where, address, shown, parts }: Looked): Promise<number> => {
  let numbers = compare(`breakdown, ${where}`, parts.breakdown, shown.bars);
  numbers += compare(`map, ${where}`, parts.map, shown.map);
  for (const { dimension, bars } of parts.facets) {
    if (bars.length === 0) continue;
    // Overlapping categories have no whole: they are counted where the view is shared.
    const measure = bars.some(([, printed]) => printed.includes("%")) ? "share" : "count";
    const facet = await askedOfSql(db, address.with({ by: dimension, measure }));
    numbers += compare(`${dimension}, ${where}`, bars, facet.bars);
  }
  return numbers;
};

/** Holds every number of the explorer's page to plain SQL. `what`: what led to the view, for the message. */
export const compareView = async (page: Page, facts: Facts, what: string): Promise<Compared> => {
  const { search } = new URL(page.url());
  const address = new Address(search);
  const looked: Looked = {
    ...facts,
    page,
    where: `${what}, ${search}`,
    address,
    shown: await askedOfSql(facts.db, address),
    parts: await readParts(page),
    labels: await readRowLabels(page),
  };
  return {
    numbers: (await compareTable(looked)) + (await compareBars(looked)),
    ...(await compareDrawn(looked)),
    tiles: await compareMonths(looked),
    bands: await compareRoutes(looked),
    people: await comparePersons(looked),
    stages: await compareJustice(looked),
  };
};
