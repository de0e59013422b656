import type { ReportingData } from "../../build/coverage.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { chooseIndicator, settle } from "../../view/choose.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";

/** A State as a row of a table. */
export interface AreaRow {
  readonly code: string;
  readonly label: string;
  /** Query string of its numbers in the explorer. */
  readonly search: string;
}

/** A region of M49 and its States, in alphabetical order. */
export interface RegionRows {
  readonly code: string;
  readonly label: string;
  readonly areas: readonly AreaRow[];
}

/** The first table of a State that the explorer can open: all arms seized, else what it has given. */
const viewOf = ({ catalogue }: SiteData, area: string): View => {
  const slice =
    catalogue.find(
      ({ dataset, indicator, breakdown, areas }) =>
        dataset === DEFAULT_VIEW.dataset &&
        indicator === DEFAULT_VIEW.indicator &&
        breakdown === "_T" &&
        areas.includes(area),
    ) ??
    catalogue.find(
      ({ dataset, areas }) => dataset === DEFAULT_VIEW.dataset && areas.includes(area),
    ) ??
    catalogue.find(({ dataset, areas }) => dataset === "UN_SDG_16_4_2" && areas.includes(area));
  if (slice === undefined) throw new Error(`The catalogue has no table of ${area}.`);
  const whole: View = { ...DEFAULT_VIEW, by: "_T", panel: "all", from: 0, to: 9999 };
  const chosen = chooseIndicator(catalogue, whole, slice.dataset, slice.indicator);
  return settle(catalogue, { ...chosen, areas: [area] });
};

/** The States with something to show, by region. Throws when one belongs to no region. */
export const regionsOf = (
  data: SiteData,
  { areas }: Pick<ReportingData, "areas">,
  { f }: Speech,
): RegionRows[] => {
  const { names, version } = data;
  const rows = areas.map((code) => {
    const region = names.regionOf[code];
    if (region === undefined) throw new Error(`${code} belongs to no region.`);
    const label = names.areas[code] ?? code;
    return { code, label, region, search: encodeView(viewOf(data, code), version) };
  });
  return [...Map.groupBy(rows, ({ region }) => region)]
    .map(([code, members]) => ({
      code,
      label: names.areas[code] ?? code,
      areas: members.toSorted((a, b) => f.compare(a.label, b.label)),
    }))
    .sort((a, b) => f.compare(a.label, b.label));
};
