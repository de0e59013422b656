import type { APIRoute } from "astro";
import { siteData } from "../build/site-data.ts";
import { citationFile, siteCitations } from "../components/method/citations.ts";
import { en } from "../i18n/en.ts";

/** How to cite the newest version of the data and each of its datasets, as RIS. */
export const GET: APIRoute = async ({ site }) =>
  new Response(citationFile(siteCitations(await siteData(), en, site), "ris"));
