import type { APIRoute } from "astro";
import { observationsOf, siteData } from "../../../../build/site-data.ts";
import { observationsCsv } from "../../../../export/csv.ts";
import { en } from "../../../../i18n/en.ts";
import { CL_DATASET } from "../../../../standard/codelists/dataset.ts";

export const getStaticPaths = async () =>
  (await siteData()).datasets.map((dataset) => ({ params: { dataset } }));

/** The observations of a dataset as CSV, with labels, flags, source and caveat in every row. */
export const GET: APIRoute = async ({ params }) => {
  const entry = CL_DATASET.codes.find(({ code }) => code === params["dataset"]);
  if (entry === undefined) throw new Error(`There is no dataset "${params["dataset"]}".`);
  const data = await siteData();
  const rows = await observationsOf(data, entry.code);
  const releases = data.releases.filter((release) => release.dataset === entry.code);
  const coverage = en.data.coverage(
    new Set(rows.map((row) => row["ref_area"])).size,
    releases.map((release) => release.first_period).sort()[0] ?? "",
    releases
      .map((release) => release.last_period)
      .sort()
      .at(-1) ?? "",
  );
  return new Response(observationsCsv(rows, data.names.areas, coverage), {
    headers: { "content-type": "text/csv; charset=utf-8" },
  });
};
