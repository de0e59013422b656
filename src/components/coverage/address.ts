import type { SiteData } from "../../build/site-data.ts";
import { DIMENSIONS } from "../../standard/dimensions.ts";
import { chooseIndicator, settle } from "../../view/choose.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";

/**
 * Query string of a State's numbers in the explorer: all arms seized, else the first table that it has given. Throws
 * when it has given none.
 */
export const areaSearch = ({ catalogue, version }: SiteData, area: string): string => {
  const own = catalogue.filter(({ areas }) => areas.includes(area));
  const slice =
    own.find(
      ({ dataset, indicator, breakdown }) =>
        dataset === DEFAULT_VIEW.dataset &&
        indicator === DEFAULT_VIEW.indicator &&
        breakdown === "_T",
    ) ??
    own.find(({ dataset }) => dataset === DEFAULT_VIEW.dataset) ??
    own.find(({ dataset }) => dataset === "UN_SDG_16_4_2");
  if (slice === undefined) throw new Error(`The catalogue has no table of ${area}.`);
  const whole: View = { ...DEFAULT_VIEW, by: "_T", panel: "all", from: 0, to: 9999 };
  const by: View["by"] = DIMENSIONS.find((dimension) => dimension === slice.breakdown) ?? "_T";
  const chosen = { ...chooseIndicator(catalogue, whole, slice.dataset, slice.indicator), by };
  return encodeView(settle(catalogue, { ...chosen, areas: [area] }), version);
};
