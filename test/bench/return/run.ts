/**
 * Measures how long a record-level file takes from being chosen to the first chart and to the end of the checks, beside
 * Arquero and sql.js on the same file, in browsers of the same build one after another.
 */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { serve } from "../../../src/build/serve.ts";
import { CHROMIUM_FLAGS, findChromium } from "../../browser/chromium.ts";
import { DIST, requireDist } from "../../browser/dist.ts";
import { writeRegister } from "./generate.ts";
import { type Measured, peakMemory, watchTasks } from "./measure.ts";
import { runArquero, runSqlJs } from "./rivals.ts";

/** Milliseconds after which a run has failed. */
const PATIENCE_MS = 600_000;

/** Opens the file on the built page and waits for its checks. */
const runOurs = async (browser: Browser, path: string): Promise<Measured> => {
  const site = await serve(DIST);
  const page = await browser.newPage();
  try {
    await page.goto(`${site.url}return/`);
    await page.locator("[data-return=ready]").waitFor({ timeout: PATIENCE_MS });
    const longest = await watchTasks(page);
    await page.setInputFiles("input[type=file]", path);
    await page.locator("#take").waitFor({ timeout: PATIENCE_MS });
    const since = (name: string) =>
      page.evaluate((mark) => {
        const at = (entry: string) =>
          performance.getEntriesByName(entry)[0]?.startTime ?? Number.NaN;
        return at(mark) - at("iam:return-chosen");
      }, name);
    return {
      loaded: await since("iam:return-read"),
      firstChart: await since("iam:return-first-chart"),
      checked: await since("iam:return-checked"),
      longestTask: await longest(),
      memory: await peakMemory(browser),
    };
  } finally {
    await page.close();
    await site.close();
  }
};

const RUNS = {
  "this site": runOurs,
  Arquero: runArquero,
  "sql.js": runSqlJs,
} as const;

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value);

/**
 * Writes a synthetic register of so many rows to a temporary folder, opens it in each of the three, and prints a table.
 * Needs the built site. A run that fails is printed with its reason: memory is a result too.
 */
export const benchReturn = async (rows: number): Promise<void> => {
  requireDist();
  const folder = await mkdtemp(join(tmpdir(), "register-"));
  const path = join(folder, "register.csv");
  const table: Record<string, Record<string, number | string | null>> = {};
  try {
    await writeRegister(path, rows);
    const { size } = await stat(path);
    for (const [name, run] of Object.entries(RUNS)) {
      const browser = await chromium.launch({
        executablePath: await findChromium(),
        args: CHROMIUM_FLAGS,
      });
      try {
        const result = await run(browser, path);
        table[name] = {
          "loaded ms": rounded(result.loaded),
          "first chart ms": rounded(result.firstChart),
          "checked ms": rounded(result.checked),
          "longest task ms": rounded(result.longestTask),
          "peak MB": rounded(result.memory),
        };
      } catch (error) {
        table[name] = {
          failed: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
        };
      } finally {
        await browser.close();
      }
    }
    console.log(
      `\nA return of ${rows.toLocaleString("en")} rows (${Math.round(size / 1e6)} MB of CSV): milliseconds since it was chosen`,
    );
    console.table(table);
  } finally {
    await rm(folder, { recursive: true });
  }
};

if (import.meta.main) {
  const at = process.argv.indexOf("--rows");
  await benchReturn(at < 0 ? 1_000_000 : Number(process.argv[at + 1]));
}
