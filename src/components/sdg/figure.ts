import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { trendFigure } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";

/** Every published value, under the year of its label. */
export const PUBLISHED_VIEW: View = {
  ...DEFAULT_VIEW,
  dataset: "UN_SDG_16_4_2",
  indicator: "SDG_16_4_2",
  unit: "PT",
  by: "_T",
  panel: "all",
  from: 2010,
  to: 2024,
};

/** The published values, a grey line a State: they do not add up, and none stands out. */
export const publishedFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const answer = await answerAtBuild(data, PUBLISHED_VIEW);
  const figure = trendFigure(answer, data, speech, "published");
  return { ...figure, caveats: [speech.m.sdgPage.chartCaveat, ...figure.caveats] };
};
