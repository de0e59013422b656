import { useMemo } from "preact/hooks";
import { ageHistogramDrawing } from "../../charts/age-histogram.ts";
import { barsDrawing } from "../../charts/bars.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { stackedBarsDrawing } from "../../charts/stacked-bars.ts";
import { trendDrawing } from "../../charts/trend.ts";
import { toggleArea, toggleCode } from "../../view/choose.ts";
import { chosenCodes, type View } from "../../view/view.ts";
import { agesData, agesTitle, hasAges } from "../figures/ages.ts";
import {
  BARS,
  barsIn,
  breakdownData,
  breakdownSubtitle,
  breakdownTitle,
  isByRegion,
} from "../figures/breakdown.ts";
import { stackedData, stackedSubtitle, stackedTitle } from "../figures/stacked.ts";
import { hasParts, isStackable } from "../figures/stacked-rows.ts";
import { chartOptions, trendData, trendSubtitle, trendTitle } from "../figures/trend.ts";
import { Chart } from "./Chart.tsx";
import { Panel, type PartProps } from "./Panel.tsx";
import type { Picking } from "./pickable.ts";
import { Ways } from "./Ways.tsx";

/** The years of an answer as lines, with the coverage strip under them. */
export const TrendPanel = (props: PartProps) => {
  const { stage, answer } = props;
  const { speech, names } = stage;
  const title = trendTitle(answer, speech, names);
  const chart = useMemo(() => {
    const data = trendData(answer, speech, names);
    const options = { ...chartOptions(speech, answer.view), id: "trend", ariaLabel: title };
    return { drawing: (all: ChartOptions) => trendDrawing(data, all), options };
  }, [answer, speech, names, title]);
  return (
    <Panel
      {...props}
      id="trend"
      name={speech.m.explorer.trend}
      title={title}
      subtitle={trendSubtitle(answer, speech, stage.names)}
    >
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} />
    </Panel>
  );
};

/** Choosing the bars of an answer: its categories, or its areas. */
const pickingOf = ({ stage, answer, change }: PartProps): Picking | undefined => {
  const { view } = answer;
  if (isByRegion(answer)) return undefined;
  const { by } = view;
  const { rows } = breakdownData(answer, stage.speech, stage.names);
  const words = new Map(rows.map((row) => [row.code, `${row.label}: ${row.text}`]));
  return {
    chosen: new Set(by === "_T" ? view.areas : chosenCodes(view, by)),
    label: (code) => words.get(code) ?? code,
    toggle: (code) =>
      change(
        by === "_T"
          ? toggleArea(stage.catalogue, view, code)
          : toggleCode(stage.catalogue, view, by, code),
      ),
  };
};

/** How the breakdown can be arranged; stacks need parts of one whole. */
const Arrangements = ({ stage, answer, change }: PartProps) => {
  const { m } = stage.speech;
  const { view } = answer;
  return (
    <div class="method">
      <Ways<View["arrange"]>
        label={m.explorer.arrange}
        ways={[
          { value: "bars", label: m.explorer.bars },
          { value: "stacked", label: m.explorer.stacked, possible: isStackable(answer) },
          { value: "grouped", label: m.explorer.grouped },
        ]}
        chosen={view.arrange}
        choose={(arrange) => change({ ...view, arrange })}
      />
    </div>
  );
};

/** The categories of each area, or of each year, stacked or side by side. */
const PartsPanel = (props: PartProps) => {
  const { stage, answer } = props;
  const { speech, names } = stage;
  const title = stackedTitle(answer, speech, names);
  const chart = useMemo(() => {
    const data = stackedData(answer, speech, names);
    const options = { ...chartOptions(speech, answer.view), id: "parts", ariaLabel: title };
    return { drawing: (all: ChartOptions) => stackedBarsDrawing(data, all), options };
  }, [answer, speech, names, title]);
  return (
    <Panel
      {...props}
      id="breakdown"
      name={speech.m.explorer.breakdown}
      title={title}
      subtitle={stackedSubtitle(answer, speech, names)}
      controls={<Arrangements {...props} />}
    >
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} />
    </Panel>
  );
};

/** The categories, or areas, of an answer as bars over the whole span. */
const BarsPanel = (props: PartProps) => {
  const { stage, answer, change } = props;
  const { speech, names } = stage;
  const { m, f } = speech;
  const ages = hasAges(answer);
  const title = ages ? agesTitle(answer, speech, names) : breakdownTitle(answer, speech, names);
  const chart = useMemo(() => {
    const data = breakdownData(answer, speech, names);
    const bands = ages ? agesData(answer, speech, names) : undefined;
    const options = { ...chartOptions(speech, answer.view), id: "breakdown", ariaLabel: title };
    return {
      drawing: (all: ChartOptions) =>
        bands === undefined ? barsDrawing(data, all) : ageHistogramDrawing(bands, all),
      options,
      shown: data.rows.length,
      pick: ages ? undefined : pickingOf({ stage, answer, change }),
    };
  }, [answer, speech, names, title, ages, stage, change]);
  const cut = !isByRegion(answer) && !ages && barsIn(answer) > chart.shown && chart.shown >= BARS;
  return (
    <Panel
      {...props}
      id="breakdown"
      name={m.explorer.breakdown}
      title={title}
      subtitle={breakdownSubtitle(answer, speech, stage.names)}
      controls={hasParts(answer) ? <Arrangements {...props} /> : undefined}
    >
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} pick={chart.pick} />
      {cut && (
        <p class="note">{m.table.cutBars(f.number(chart.shown), f.number(barsIn(answer)))}</p>
      )}
    </Panel>
  );
};

/** The breakdown of an answer, arranged as the view asks. */
export const BreakdownPanel = (props: PartProps) =>
  props.answer.view.arrange !== "bars" && hasParts(props.answer) ? (
    <PartsPanel {...props} />
  ) : (
    <BarsPanel {...props} />
  );
