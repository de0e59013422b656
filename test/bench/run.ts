/**
 * Measures the built site in a real browser, served from this machine: what a reader downloads, and
 * how long the page takes. Cold visits, medians; then what a drag over the explorer and over linked views of a million
 * records costs, and what a return of a million and of five million rows costs. Run it on an otherwise quiet machine.
 */
import { type Browser, chromium } from "@playwright/test";
import { serve } from "../../src/build/serve.ts";
import { CHROMIUM_FLAGS, findChromium } from "../browser/chromium.ts";
import { DIST, distFiles } from "../browser/dist.ts";
import { benchExplorer } from "./explorer/run.ts";
import { benchLinked } from "./linked/run.ts";
import { median } from "./median.ts";
import { benchReturn } from "./return/run.ts";
import { type Visit, visit } from "./visit.ts";
import { weigh } from "./weight.ts";

const RUNS = 5;
const PAGES = [
  { path: "", usesEngine: false },
  { path: "explore/", usesEngine: true },
];

/** Measures one page and prints its two tables. */
async function bench(browser: Browser, siteUrl: string, page: (typeof PAGES)[number]) {
  console.log(`\n/${page.path}`);
  if (!distFiles(".html").includes(`${page.path}index.html`)) {
    console.log("The site has no such page.");
    return;
  }
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS; run++) {
    visits.push(await visit(browser, siteUrl, page.path, page.usesEngine));
  }
  const files = [...new Set(visits.flatMap((it) => it.files))];
  console.log(`Bytes, by kind (gzip 9, brotli 9)`);
  console.table(Object.fromEntries(weigh(DIST, files)));
  const ms = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    const middle = median(known);
    return {
      "median ms": middle === undefined ? null : Number(middle.toFixed(1)),
      n: known.length,
    };
  };
  console.log(`Milliseconds since navigation, ${RUNS} visits; "query" is each query's own time`);
  console.table({
    "first contentful paint": ms(visits.map((it) => it.firstPaint)),
    "first chart": ms(visits.map((it) => it.firstChart)),
    "engine ready": ms(visits.map((it) => it.engineReady)),
    "first answer": ms(visits.map((it) => it.firstAnswer)),
    query: ms(visits.flatMap((it) => it.queries)),
  });
}

const site = await serve(DIST);
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_FLAGS,
});
try {
  console.log(
    `Chromium ${browser.version()}, Node ${process.version}, ${new Date().toISOString()}`,
  );
  for (const page of PAGES) await bench(browser, site.url, page);
  await benchExplorer(browser);
  await benchLinked(browser);
  for (const rows of [1_000_000, 5_000_000]) await benchReturn(rows);
} finally {
  await browser.close();
  await site.close();
}
