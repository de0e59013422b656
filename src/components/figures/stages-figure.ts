import type { SiteData } from "../../build/site-data.ts";
import { sexShareChart } from "../../charts/painted.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { anyDatasetOf } from "../../standard/own-return.ts";
import type { Answer } from "../../view/answer.ts";
import { encodeView } from "../../view/url.ts";
import { drawnVariant } from "./answer-figures.ts";
import type { FigureProps } from "./figure-props.ts";
import { stageCounts, stagesData, stagesSubtitle, stagesTitle } from "./persons.ts";
import { howMany, sourceLine } from "./words.ts";

/**
 * Women and men at each stage of justice, pooled over the country-years that give both; undefined where none does. The
 * answers are by sex, one a stage, the first stage first.
 */
export const stagesFigure = (
  answers: readonly Answer[],
  { names, version }: Pick<SiteData, "names" | "version">,
  speech: Speech,
  id: string,
): FigureProps | undefined => {
  const { m, f } = speech;
  const stages = answers.map(stageCounts).filter(({ total }) => total > 0);
  const [first] = stages;
  const view = answers.find((answer) => answer.view.indicator === first?.indicator)?.view;
  if (first === undefined || view === undefined) return undefined;
  const chart = stagesData(stages, speech, names);
  const title = stagesTitle(stages, speech);
  return {
    id,
    variants: [
      drawnVariant({ view }, speech, id, {
        title,
        subtitle: stagesSubtitle(view, speech),
        draw: (options) => sexShareChart(chart, options),
      }),
    ],
    switches: [],
    table: {
      head: [
        m.titles.stage,
        ...first.counts.map(({ sex }) => labelOf("sex", sex, names.areas)),
        m.figure.total,
        m.figure.statesReporting,
      ],
      rows: stages.map(({ indicator, counts, total, states }) => [
        labelOf("indicator", indicator, names.areas),
        ...counts.map(({ count }) => f.number(count)),
        f.number(total),
        f.number(states),
      ]),
    },
    source: sourceLine(view.dataset, names),
    coverage: m.home.sexCoverage(
      howMany(speech, first.states, "COUNTRY"),
      m.nouns[first.indicator],
    ),
    caveats: [anyDatasetOf(view.dataset).caveat, m.explorer.noteOutliers, m.home.sexPooled],
    search: encodeView(view, version),
  };
};
