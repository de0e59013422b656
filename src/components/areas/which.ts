import type { SiteData } from "../../build/site-data.ts";
import type { Area } from "../../standard/codelists/area.ts";

/** Areas that have a page, and what lies in what. */
export interface PagedAreas {
  /** Every area of the code list, by code. */
  readonly byCode: ReadonlyMap<string, Area>;
  /** States and territories with numbers, in the order of their names. */
  readonly countries: readonly Area[];
  /** Regions that hold such a State, each before its sub-regions. */
  readonly regions: readonly Area[];
  /** Parts of States with numbers. */
  readonly parts: readonly Area[];
}

/** Whether an area lies in another, at whatever depth. */
export const liesIn = (area: Area, code: string, byCode: ReadonlyMap<string, Area>): boolean => {
  for (let at: Area | undefined = area; at !== undefined; at = byCode.get(at.parent))
    if (at.parent === code) return true;
  return false;
};

/** The areas that have a page: those that any yearly table of ours has numbers of, and the regions around them. */
export const pagedAreas = ({
  areas,
  catalogue,
}: Pick<SiteData, "areas" | "catalogue">): PagedAreas => {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const withNumbers = new Set(
    catalogue.filter((slice) => slice.freq === "A").flatMap((slice) => slice.areas),
  );
  const compare = new Intl.Collator("en").compare;
  const named = (level: Area["level"]) =>
    areas
      .filter((area) => area.level === level && withNumbers.has(area.code))
      .sort((a, b) => compare(a.label, b.label));
  const countries = named("COUNTRY");
  const holds = (region: Area) => countries.some((area) => liesIn(area, region.code, byCode));
  return {
    byCode,
    countries,
    regions: areas.filter((area) => area.level === "REGION" && holds(area)),
    parts: named("SUBNATIONAL"),
  };
};

/** The States and territories of a region that have a page. */
export const countriesIn = (region: Area, { countries, byCode }: PagedAreas): Area[] =>
  countries.filter((area) => liesIn(area, region.code, byCode));

/** What an area lies in, the smallest first. */
export const around = (area: Area, byCode: ReadonlyMap<string, Area>): Area[] => {
  const found: Area[] = [];
  for (let at = byCode.get(area.parent); at !== undefined; at = byCode.get(at.parent))
    found.push(at);
  return found;
};
