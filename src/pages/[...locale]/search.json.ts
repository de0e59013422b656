import type { APIRoute } from "astro";
import { searchEntries } from "../../build/search-entries.ts";
import { siteData } from "../../build/site-data.ts";
import { localeOf, localePaths, speechOf } from "../../i18n/locales.ts";

export const getStaticPaths = localePaths;

/** What can be looked for in one language. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(searchEntries(await siteData(), speechOf(localeOf(params["locale"]))));
