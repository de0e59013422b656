import type { APIRoute } from "astro";
import { observationsOf, siteData } from "../../../../build/site-data.ts";
import { observationsCsv } from "../../../../export/csv.ts";
import { CL_DATASET } from "../../../../standard/codelists/dataset.ts";

export const getStaticPaths = async () =>
  (await siteData()).datasets.map((dataset) => ({ params: { dataset } }));

/** The observations of a dataset as CSV, with labels, flags, source and caveat in every row. */
export const GET: APIRoute = async ({ params }) => {
  const entry = CL_DATASET.codes.find(({ code }) => code === params["dataset"]);
  if (entry === undefined) throw new Error(`There is no dataset "${params["dataset"]}".`);
  const data = await siteData();
  const rows = await observationsOf(data, entry.code);
  return new Response(observationsCsv(rows, data.names.areas), {
    headers: { "content-type": "text/csv; charset=utf-8" },
  });
};
