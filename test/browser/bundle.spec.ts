import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { DIST, distFiles } from "./dist.ts";

const NODE_ONLY = /\b(?:from|import|require)\s*\(?\s*["'`](?:node:|@duckdb\/node-)[^"'`]*["'`]/g;

/** DuckDB's own worker, which carries a branch for Node that browsers never enter. */
const DUCKDB_WORKER = /duckdb-browser-eh\.worker[.-][^/]*$/;

test("no script that is sent to browsers holds code for Node", () => {
  const scripts = distFiles(".js", ".mjs").filter((file) => !DUCKDB_WORKER.test(file));
  const found = scripts.flatMap((file) =>
    [...readFileSync(join(DIST, file), "utf8").matchAll(NODE_ONLY)].map(([code]) => [file, code]),
  );
  expect(found).toEqual([]);
});

/** A style that Plot writes into its drawings, and so a sign of its code. */
const OF_PLOT = "--plot-background";

/** A script with all that it imports when it starts. */
function startedWith(script: string, known = new Set<string>()): Set<string> {
  if (known.has(script)) return known;
  known.add(script);
  const code = readFileSync(join(DIST, script), "utf8");
  for (const [, name] of code.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    startedWith(`_astro/${name}`, known);
  return known;
}

test("pages that move their charts start without Plot, which comes with the first picture", () => {
  const holdsPlot = (script: string): boolean =>
    readFileSync(join(DIST, script), "utf8").includes(OF_PLOT);
  expect(distFiles(".js").filter(holdsPlot)).toHaveLength(1);
  for (const page of ["explore", "embed", "return"]) {
    const html = readFileSync(join(DIST, page, "index.html"), "utf8");
    const scripts = [...html.matchAll(/_astro\/[^"']+\.js/g)].map(([script]) => script);
    const started = new Set(scripts.flatMap((script) => [...startedWith(script)]));
    expect(started.size, page).toBeGreaterThan(3);
    expect([...started].filter(holdsPlot), page).toEqual([]);
  }
});
