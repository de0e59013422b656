import { useMemo } from "preact/hooks";
import { matrixChart } from "../../charts/matrix.ts";
import type { ChartOptions } from "../../charts/options.ts";
import type { Answer } from "../../view/answer.ts";
import { breakdownSubtitle } from "../figures/breakdown.ts";
import { routesData, routesTitle } from "../figures/routes.ts";
import { chartOptions } from "../figures/trend.ts";
import { Chart } from "./Chart.tsx";
import { Panel } from "./Panels.tsx";
import type { Stage } from "./state.ts";

/** Origin by recovery, as a matrix ordered by size. */
export const RoutesPanel = ({ stage, answer }: { stage: Stage; answer: Answer }) => {
  const { speech, names } = stage;
  const title = routesTitle(answer, speech);
  const chart = useMemo(() => {
    const data = routesData(answer, speech, names);
    const options = { ...chartOptions(speech, answer.view), id: "routes", ariaLabel: title };
    return { draw: (all: ChartOptions) => matrixChart(data, all), options };
  }, [answer, speech, names, title]);
  return (
    <Panel
      stage={stage}
      answer={answer}
      id="view-routes"
      name={speech.m.explorer.routes}
      title={title}
      subtitle={breakdownSubtitle(answer, speech, names)}
    >
      <Chart stage={stage} draw={chart.draw} options={chart.options} />
    </Panel>
  );
};
