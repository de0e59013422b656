import { useMemo } from "preact/hooks";
import { heatMapDrawing } from "../../charts/heat-map.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { monthsQuestion } from "../../view/questions.ts";
import { heatData, heatSubtitle, heatTitle } from "../figures/heat.ts";
import { chartOptions } from "../figures/trend.ts";
import { Chart } from "./Chart.tsx";
import { Panel, type PartProps } from "./Panel.tsx";
import type { Answers } from "./use-answers.ts";

/** Months by year, where the source counts by month. */
export const MonthsPanel = (props: PartProps & { readonly answers: Answers }) => {
  const { stage, answer, answers } = props;
  const { speech, names } = stage;
  const question = useMemo(
    () => monthsQuestion(stage.catalogue, answer.view),
    [stage.catalogue, answer.view],
  );
  const months = question === undefined ? undefined : answers.months(question);
  const chart = useMemo(() => {
    if (months === undefined || months.length === 0) return undefined;
    const title = heatTitle(answer, months, speech, names);
    const data = heatData(answer, months, speech, names);
    return {
      title,
      drawing: (all: ChartOptions) => heatMapDrawing(data, all),
      options: { ...chartOptions(speech, answer.view), id: "months", ariaLabel: title },
    };
  }, [answer, months, speech, names]);
  if (chart === undefined) return null;
  return (
    <Panel
      {...props}
      id="months"
      name={speech.m.explorer.months}
      title={chart.title}
      subtitle={heatSubtitle(answer, speech, names)}
    >
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} />
    </Panel>
  );
};
