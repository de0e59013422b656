import { useMemo } from "preact/hooks";
import type { ChartOptions } from "../../charts/options.ts";
import { smallMultiplesDrawing } from "../../charts/small-multiples.ts";
import type { View } from "../../view/view.ts";
import { multiplesData, multiplesSubtitle, multiplesTitle } from "../figures/multiples.ts";
import { chartOptions } from "../figures/trend.ts";
import { Chart } from "./Chart.tsx";
import { Panel, type PartProps } from "./Panel.tsx";
import { Ways } from "./Ways.tsx";

/** One small trend for each area or category. */
export const MultiplesPanel = (props: PartProps) => {
  const { stage, answer, change } = props;
  const { speech, names } = stage;
  const { m } = speech;
  const { view } = answer;
  const title = multiplesTitle(answer, speech, names);
  const chart = useMemo(() => {
    const data = multiplesData(answer, speech, names, view.scale);
    return {
      drawing: (all: ChartOptions) => smallMultiplesDrawing(data, all),
      options: {
        ...chartOptions(speech, view),
        id: `multiples-${view.multiples}`,
        ariaLabel: title,
      },
    };
  }, [answer, speech, names, view, title]);
  return (
    <Panel
      {...props}
      id="multiples"
      name={m.explorer.multiples}
      title={title}
      subtitle={multiplesSubtitle(answer, speech, names)}
      controls={
        <div class="method">
          {view.by !== "_T" && (
            <Ways<View["multiples"]>
              label={m.explorer.multiples}
              ways={[
                { value: "area", label: m.table.area },
                { value: "category", label: m.dimensions[view.by] },
              ]}
              chosen={view.multiples}
              choose={(multiples) => change({ ...view, multiples })}
            />
          )}
          <Ways<View["scale"]>
            label={m.views.scale}
            ways={[
              { value: "common", label: m.views.oneScale },
              { value: "own", label: m.views.ownScales },
            ]}
            chosen={view.scale}
            choose={(scale) => change({ ...view, scale })}
          />
        </div>
      }
    >
      <Chart key={view.multiples} stage={stage} drawing={chart.drawing} options={chart.options} />
    </Panel>
  );
};
