import { bake } from "../../build/bake.ts";
import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import { sexShareChart } from "../../charts/sex-share.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { anyDatasetOf } from "../../standard/own-return.ts";
import { STAGES } from "../../view/questions.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { stageCounts, stagesData, stagesTitle } from "../figures/persons.ts";
import { chartOptions } from "../figures/trend.ts";
import { howMany, sourceLine } from "../figures/words.ts";

/** The view of the third figure: persons arrested or suspected, by sex. */
export const SEX_VIEW: View = {
  ...DEFAULT_VIEW,
  indicator: "PERSONS_ARRESTED",
  by: "sex",
  to: 2023,
  panel: "all",
  measure: "share",
};

/** Women and men at each stage of justice, pooled over the country-years that give both. */
export const sexFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const { m, f } = speech;
  const answers = await Promise.all(
    STAGES.map((indicator) => answerAtBuild(data, { ...SEX_VIEW, indicator })),
  );
  const stages = answers.map(stageCounts);
  const chart = stagesData(stages, speech, data.names);
  const [arrested] = stages;
  if (arrested === undefined) throw new Error("There is no stage of justice to show.");
  const title = stagesTitle(stages, speech);
  return {
    id: "sex",
    variants: [
      {
        when: {},
        title,
        subtitle: m.home.sexSubtitle(f.year(SEX_VIEW.from), f.year(SEX_VIEW.to)),
        html: bake((options) => sexShareChart(chart, options), {
          ...chartOptions(speech, SEX_VIEW),
          id: "sex",
          ariaLabel: title,
        }),
      },
    ],
    switches: [],
    table: {
      head: [
        m.titles.stage,
        ...arrested.counts.map(({ sex }) => labelOf("sex", sex, data.names.areas)),
        m.figure.total,
        m.figure.statesReporting,
      ],
      rows: stages.map(({ indicator, counts, total, states }) => [
        labelOf("indicator", indicator, data.names.areas),
        ...counts.map(({ count }) => f.number(count)),
        f.number(total),
        f.number(states),
      ]),
    },
    source: sourceLine(SEX_VIEW.dataset, data.names),
    coverage: m.home.sexCoverage(howMany(speech, arrested.states, "COUNTRY")),
    caveats: [anyDatasetOf(SEX_VIEW.dataset).caveat, m.explorer.noteOutliers, m.home.sexPooled],
    search: encodeView(SEX_VIEW, data.version),
  };
};
