import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { serve } from "../../../src/build/serve.ts";
import { type Measured, peakMemory } from "./measure.ts";

/** What Arquero's and sql.js's own files put into a page. */
interface RivalWindow {
  readonly aq: {
    fromCSV(text: string): {
      groupby(...names: string[]): {
        rollup(values: Record<string, unknown>): { numRows(): number };
      };
    };
    readonly op: { sum(name: string): unknown };
  };
  initSqlJs(options: { locateFile: (file: string) => string }): Promise<{
    readonly Database: new () => {
      run(sql: string): void;
      prepare(sql: string): { run(values: readonly string[]): void; free(): void };
      exec(sql: string): { readonly values: unknown[] }[];
    };
  }>;
  readonly Papa: { parse(text: string, options: object): { readonly data: string[][] } };
}

const packageFile = (name: string, file: string): string => join("node_modules", name, file);

/** Opens a page with a field for a file, from a server that has the files of sql.js, and gives it the scripts. */
const withFile = async <T>(
  browser: Browser,
  path: string,
  scripts: readonly string[],
  work: (page: Page) => Promise<T>,
): Promise<T> => {
  const files = await serve(packageFile("sql.js", "dist"));
  const page = await browser.newPage();
  try {
    await page.goto(`${files.url}worker.sql-wasm.js`);
    await page.setContent('<input type="file">');
    for (const script of scripts) await page.addScriptTag({ path: script });
    await page.setInputFiles("input", path);
    return await work(page);
  } finally {
    await page.close();
    await files.close();
  }
};

/** Milliseconds from the chosen file to a loaded table, and on to the counts of a first chart. */
interface Loaded {
  readonly loaded: number;
  readonly counted: number;
}

const measured = async (browser: Browser, run: () => Promise<Loaded>): Promise<Measured> => {
  const { loaded, counted } = await run();
  return {
    loaded,
    firstChart: counted,
    checked: null,
    longestTask: null,
    memory: await peakMemory(browser),
  };
};

/** Arquero: the file as text, `fromCSV`, one group-by. */
export const runArquero = (browser: Browser, path: string): Promise<Measured> =>
  withFile(browser, path, [packageFile("arquero", "dist/arquero.min.js")], (page) =>
    measured(browser, () =>
      page.evaluate(async () => {
        const { aq } = globalThis as unknown as RivalWindow;
        const [file] = document.querySelector("input")?.files ?? [];
        if (file === undefined) throw new Error("The page has no file.");
        const start = performance.now();
        const table = aq.fromCSV(await file.text());
        const loaded = performance.now() - start;
        const groups = table.groupby("country", "weapon type").rollup({ n: aq.op.sum("count") });
        if (groups.numRows() === 0) throw new Error("Arquero counted nothing.");
        return { loaded, counted: performance.now() - start };
      }),
    ),
  );

/** sql.js: Papaparse reads the file, one prepared INSERT in one transaction, one GROUP BY. */
export const runSqlJs = (browser: Browser, path: string): Promise<Measured> =>
  withFile(
    browser,
    path,
    [packageFile("sql.js", "dist/sql-wasm.js"), packageFile("papaparse", "papaparse.min.js")],
    (page) =>
      measured(browser, () =>
        page.evaluate(async () => {
          const { initSqlJs, Papa } = globalThis as unknown as RivalWindow;
          const [file] = document.querySelector("input")?.files ?? [];
          if (file === undefined) throw new Error("The page has no file.");
          const { Database } = await initSqlJs({ locateFile: (name) => name });
          const start = performance.now();
          const [titles, ...rows] = Papa.parse(await file.text(), { skipEmptyLines: true }).data;
          const names = (titles ?? []).map((title) => `"${title}"`);
          const database = new Database();
          database.run(`CREATE TABLE t (${names.join(", ")})`);
          database.run("BEGIN");
          const insert = database.prepare(
            `INSERT INTO t VALUES (${names.map(() => "?").join(", ")})`,
          );
          for (const row of rows) insert.run(row);
          insert.free();
          database.run("COMMIT");
          const loaded = performance.now() - start;
          const [groups] = database.exec(
            `SELECT "country", "weapon type", sum("count") FROM t GROUP BY 1, 2`,
          );
          if (groups === undefined || groups.values.length === 0)
            throw new Error("sql.js counted nothing.");
          return { loaded, counted: performance.now() - start };
        }),
      ),
  );
