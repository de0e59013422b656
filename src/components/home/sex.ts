import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { STAGES } from "../../view/questions.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { stagesFigure } from "../figures/stages-figure.ts";

/** The view of the third figure: persons arrested or suspected, by sex. */
export const SEX_VIEW: View = {
  ...DEFAULT_VIEW,
  indicator: "PERSONS_ARRESTED",
  by: "sex",
  to: 2023,
  panel: "all",
  measure: "share",
};

/** Women and men at each stage of justice, of all States. Throws when no stage has both. */
export const sexFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const answers = await Promise.all(
    STAGES.map((indicator) => answerAtBuild(data, { ...SEX_VIEW, indicator })),
  );
  const figure = stagesFigure(answers, data, speech, "sex");
  if (figure === undefined) throw new Error("There is no stage of justice to show.");
  return figure;
};
