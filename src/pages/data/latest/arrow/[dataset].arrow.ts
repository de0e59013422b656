import type { APIRoute } from "astro";
import { observationsOf, siteData } from "../../../../build/site-data.ts";
import { encodeObservations } from "../../../../engine/arrow.ts";
import { CL_DATASET } from "../../../../standard/codelists/dataset.ts";

export const getStaticPaths = async () =>
  (await siteData()).datasets.map((dataset) => ({ params: { dataset } }));

/** The observations of a dataset as one dictionary-encoded Arrow IPC stream. */
export const GET: APIRoute = async ({ params }) => {
  const entry = CL_DATASET.codes.find(({ code }) => code === params["dataset"]);
  if (entry === undefined) throw new Error(`There is no dataset "${params["dataset"]}".`);
  const bytes = encodeObservations(await observationsOf(await siteData(), entry.code));
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": "application/vnd.apache.arrow.stream" },
  });
};
