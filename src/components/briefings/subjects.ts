import type { SiteData } from "../../build/site-data.ts";
import type { Area } from "../../standard/codelists/area.ts";
import { countriesIn, pagedAreas } from "../areas/which.ts";
import type { Subject } from "./brief.ts";

/** The regions that have a briefing, each with its States. */
export const briefedRegions = (
  data: SiteData,
  nameOf: (region: string) => string,
): readonly { readonly region: Area; readonly subject: Subject }[] => {
  const paged = pagedAreas(data);
  return paged.regions.map((region) => ({
    region,
    subject: {
      name: nameOf(region.label),
      members: countriesIn(region, paged).map(({ code }) => code),
    },
  }));
};
