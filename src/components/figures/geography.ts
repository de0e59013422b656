import { positionsOf } from "../../build/positions.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { Answer } from "../../view/answer.ts";
import { landPartOf, loadLand } from "./land.ts";
import type { Geography } from "./map.ts";

/** What a map of an answer is drawn on at build: where areas lie, and the land behind them. */
export const geographyOf = async (
  { areas }: Pick<SiteData, "areas">,
  answer: Answer,
): Promise<Geography> => ({
  positions: positionsOf(areas),
  land: await loadLand(landPartOf(answer)),
});
