import type { APIRoute } from "astro";
import { positionsOf } from "../../build/positions.ts";
import { siteData, usedNames } from "../../build/site-data.ts";

/** What the views of the published data need beside the data, for those who put a return of their own beside them. */
export const GET: APIRoute = async () => {
  const data = await siteData();
  return new Response(
    JSON.stringify({
      catalogue: data.catalogue,
      names: usedNames(data),
      positions: positionsOf(data.areas),
    }),
  );
};
