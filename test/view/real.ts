import { answerAtBuild, type SiteData, siteData } from "../../src/build/site-data.ts";
import type { Answer } from "../../src/view/answer.ts";
import type { View } from "../../src/view/view.ts";
import { DEFAULT_VIEW } from "../../src/view/view.ts";

export const data: SiteData = await siteData();

/** Totals of arms seized, all that report, all years. */
export const TOTALS: View = { ...DEFAULT_VIEW, by: "_T", panel: "all", from: 2004, to: 2023 };

/** The answer to a view on the committed data. */
export const answer = (view: Partial<View>): Promise<Answer> =>
  answerAtBuild(data, { ...TOTALS, ...view });

export const totalOf = ({ totals }: Answer, year: number, code = "_T"): number | null | undefined =>
  totals.find((total) => total.year === year && total.code === code)?.value;
