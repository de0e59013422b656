/**
 * Six linked views over a million synthetic records: what a step of a drag costs with our cube, and with the ways
 * in which others answer it, in one Chromium and one run. Run it on an otherwise quiet machine.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { build } from "vite";
import { serve } from "../../../src/build/serve.ts";
import { CHROMIUM_FLAGS, findChromium } from "../../browser/chromium.ts";
import { quantile } from "../quantile.ts";
import { drive, FIRST_DRAG, type Result } from "./drive.ts";
import { type Step, workOf } from "./page/measure.ts";
import { PARTS, ROWS } from "./shape.ts";
import { syntheticColumns, toArrow } from "./synthetic.ts";

const LIBRARIES = [
  "ours",
  "typed arrays",
  "plain arrays",
  "crossfilter2",
  "arquero",
  "sql.js",
  "mosaic",
];
const BUDGET_MS = 8.3;
const STEPS = 320;

function row({ firstChart, entered, steps: all }: Result) {
  const later = all.slice(FIRST_DRAG);
  const steps = later.length > 0 ? later : all;
  const p95 = (of: typeof steps, read: (step: Step) => number) => quantile(of.map(read), 0.95);
  return {
    steps: steps.length,
    "work p50": quantile(steps.map(workOf), 0.5),
    "work p95": p95(steps, workOf),
    "data p95": p95(steps, (d) => d.data),
    "draw p95": p95(steps, (d) => d.draw),
    "layout p95": p95(steps, (d) => d.layout),
    "paint p95": p95(steps, (d) => d.paint),
    "first drag p95": p95(all.slice(0, FIRST_DRAG), workOf),
    "input to paint p95": p95(steps, (d) => d.toPaint),
    "enter ms": Math.round(entered),
    "first chart ms": Math.round(firstChart),
  };
}

/** Throws where a library showed other numbers than ours at a step, or our moved views are not fresh ones. */
function check(results: ReadonlyMap<string, Result>): void {
  const ours = results.get("ours");
  if (ours?.fresh !== true) throw new Error("Our moved views are not what is drawn anew.");
  for (const [library, { digests }] of results)
    for (const [step, digest] of digests.entries())
      for (const [i, part] of PARTS.entries()) {
        if (library === "mosaic" && part === "reporting") continue;
        if (digest[i] !== ours.digests[step]?.[i])
          throw new Error(`${library} shows other numbers than ours: ${part}, step ${step}.`);
      }
}

/** Builds the page and the data into a folder. */
async function prepare(folder: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, "page"),
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
  });
  await writeFile(join(folder, "records.arrow"), toArrow(syntheticColumns()));
}

/** Measures every library, or those that are named, and prints one table. */
export async function benchLinked(browser: Browser, libraries = LIBRARIES): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "linked-"));
  try {
    await prepare(folder);
    const site = await serve(folder);
    const results = new Map<string, Result>();
    try {
      for (const library of libraries)
        results.set(library, await drive(browser, site.url, library, FIRST_DRAG + STEPS));
    } finally {
      await site.close();
    }
    check(results);
    console.log(`\nSix linked views, ${ROWS.toLocaleString("en")} records, milliseconds a step`);
    console.log(
      '"work" is all that the main thread does for a step: answer, drawing, style, layout, paint and hand-over to the\n' +
        'compositor; waiting for the next frame is left out of it and kept in "input to paint". The first drag, while the browser\n' +
        "still compiles what it runs, stands apart; a library too slow for a second one is measured by it.",
    );
    console.table(Object.fromEntries([...results].map(([name, result]) => [name, row(result)])));
    const worst = row(results.get("ours") as Result)["work p95"];
    console.log(
      `Ours: p95 ${worst} ms, budget ${BUDGET_MS} ms: ${worst <= BUDGET_MS ? "held" : "NOT HELD"}`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_FLAGS,
  });
  try {
    const named = process.argv.slice(2);
    await benchLinked(browser, named.length > 0 ? ["ours", ...named] : LIBRARIES);
  } finally {
    await browser.close();
  }
}
