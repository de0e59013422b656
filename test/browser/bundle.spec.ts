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
