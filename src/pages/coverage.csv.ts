import type { APIRoute } from "astro";
import { reportingData } from "../build/coverage.ts";
import { COVERAGE_COLUMNS, coverageRows } from "../build/coverage-file.ts";
import { siteData } from "../build/site-data.ts";
import { tableCsvChunks } from "../export/csv.ts";

/** Every State, year and item, and whether it was reported. */
export const GET: APIRoute = async () => {
  const data = await siteData();
  const rows = coverageRows(data, await reportingData(data));
  return new Response([...tableCsvChunks(COVERAGE_COLUMNS, rows, true)].join(""));
};
