import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { ageHistogramChart } from "../../charts/age-histogram.ts";
import { barsChart } from "../../charts/bars.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { trendChart } from "../../charts/trend.ts";
import type { Answer } from "../../view/answer.ts";
import { agesData, agesTitle, hasAges } from "../figures/ages.ts";
import {
  BARS,
  barsIn,
  breakdownData,
  breakdownSubtitle,
  breakdownTitle,
} from "../figures/breakdown.ts";
import { chartOptions, trendData, trendSubtitle, trendTitle } from "../figures/trend.ts";
import { caveatsOf, coverageLine, sourceLine } from "../figures/words.ts";
import { Chart } from "./Chart.tsx";
import type { Stage } from "./state.ts";

interface PanelProps {
  readonly stage: Stage;
  readonly answer: Answer;
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly children: ComponentChildren;
}

/** One view of the answer, with its finding above and its source, coverage and caveats below. */
export const Panel = ({ stage, answer, id, name, title, subtitle, children }: PanelProps) => {
  const { m } = stage.speech;
  const [large, setLarge] = useState(false);
  return (
    <figure class={large ? "panel large" : "panel"} id={id} aria-labelledby={`${id}-title`}>
      <header class="panel-head">
        <p class="eyebrow">{name}</p>
        <button type="button" class="quiet" aria-pressed={large} onClick={() => setLarge(!large)}>
          {large ? m.explorer.reduce : m.explorer.enlarge}
        </button>
        <h2 id={`${id}-title`}>{title}</h2>
        <p class="subtitle">{subtitle}</p>
      </header>
      {children}
      <figcaption>
        <p>
          {m.figure.source}: {sourceLine(answer.view.dataset, stage.names)} · {m.figure.coverage}:{" "}
          {coverageLine(answer, stage.speech, stage.names)}
        </p>
        <ul class="caveats">
          {caveatsOf(answer, stage.speech).map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
};

/** The years of an answer as lines, with the coverage strip under them. */
export const TrendPanel = ({ stage, answer }: { stage: Stage; answer: Answer }) => {
  const { speech, names } = stage;
  const title = trendTitle(answer, speech, names);
  const chart = useMemo(() => {
    const data = trendData(answer, speech, names);
    const options = { ...chartOptions(speech, answer.view), id: "trend", ariaLabel: title };
    return { draw: (all: ChartOptions) => trendChart(data, all), options };
  }, [answer, speech, names, title]);
  return (
    <Panel
      stage={stage}
      answer={answer}
      id="view-trend"
      name={speech.m.explorer.trend}
      title={title}
      subtitle={trendSubtitle(answer, speech, stage.names)}
    >
      <Chart stage={stage} draw={chart.draw} options={chart.options} />
    </Panel>
  );
};

/** The categories, or areas, of an answer as bars over the whole span. */
export const BreakdownPanel = ({ stage, answer }: { stage: Stage; answer: Answer }) => {
  const { speech, names } = stage;
  const { m, f } = speech;
  const ages = hasAges(answer);
  const title = ages ? agesTitle(answer, speech, names) : breakdownTitle(answer, speech, names);
  const chart = useMemo(() => {
    const data = breakdownData(answer, speech, names);
    const bands = ages ? agesData(answer, speech, names) : undefined;
    const options = { ...chartOptions(speech, answer.view), id: "breakdown", ariaLabel: title };
    return {
      draw: (all: ChartOptions) =>
        bands === undefined ? barsChart(data, all) : ageHistogramChart(bands, all),
      options,
      shown: data.rows.length,
    };
  }, [answer, speech, names, title, ages]);
  const byRegion = answer.view.by === "_T" && answer.view.level === "COUNTRY";
  const cut = !byRegion && !ages && barsIn(answer) > chart.shown && chart.shown >= BARS;
  return (
    <Panel
      stage={stage}
      answer={answer}
      id="view-breakdown"
      name={speech.m.explorer.breakdown}
      title={title}
      subtitle={breakdownSubtitle(answer, speech, stage.names)}
    >
      <Chart stage={stage} draw={chart.draw} options={chart.options} />
      {cut && (
        <p class="note">{m.table.cutBars(f.number(chart.shown), f.number(barsIn(answer)))}</p>
      )}
    </Panel>
  );
};
