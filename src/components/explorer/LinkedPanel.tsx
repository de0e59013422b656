import { useMemo } from "preact/hooks";
import { barsDrawing } from "../../charts/bars.ts";
import type { ChartOptions } from "../../charts/options.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import type { Cell } from "../../statistics/cell.ts";
import { answerOf } from "../../view/answer.ts";
import { chooseBy, chooseCodes, toggleCode } from "../../view/choose.ts";
import { type Facet, facetsOf, type Question } from "../../view/questions.ts";
import { chosenCodes, type View } from "../../view/view.ts";
import { BARS, breakdownData, breakdownTitle } from "../figures/breakdown.ts";
import { chartOptions } from "../figures/trend.ts";
import { coverageLine } from "../figures/words.ts";
import { Chart } from "./Chart.tsx";
import { idIn } from "./ids.ts";
import { Panel, type PartProps } from "./Panel.tsx";
import type { ChangeView, Stage } from "./state.ts";
import type { Answers } from "./use-answers.ts";

interface FacetProps {
  readonly stage: Stage;
  readonly view: View;
  readonly dimension: Dimension;
  readonly change: ChangeView;
}

/** Another dimension as bars, which follow the view and filter it. */
const FacetBars = (props: FacetProps & { question: Question; cells: readonly Cell[] }) => {
  const { stage, view, dimension, change, question, cells } = props;
  const { speech, names } = stage;
  const { m, f } = speech;
  const answer = useMemo(() => answerOf(question.view, question.slice, cells), [question, cells]);
  const title = breakdownTitle(answer, speech, names);
  const chart = useMemo(() => {
    const full = breakdownData(answer, speech, names);
    // Colours that mean something else in the next list would mislead.
    const ownColours = dimension === "weapon_type" || dimension === "sex";
    const rows = ownColours
      ? full.rows
      : full.rows.map((row) => ({ ...row, colour: "var(--accent)" }));
    const data = { ...full, rows };
    const words = new Map(data.rows.map((row) => [row.code, `${row.label}: ${row.text}`]));
    return {
      drawing: (all: ChartOptions) => barsDrawing(data, all),
      options: {
        ...chartOptions(speech, answer.view),
        id: `facet-${dimension}`,
        ariaLabel: title,
      },
      rows: data.rows.length,
      pick: {
        chosen: new Set(chosenCodes(view, dimension)),
        label: (code: string) => words.get(code) ?? code,
        toggle: (code: string) => change(toggleCode(stage.catalogue, view, dimension, code)),
      },
    };
  }, [answer, speech, names, title, dimension, view, change, stage.catalogue]);
  const published = answer.slice.codes[dimension]?.length ?? 0;
  return (
    <>
      <p class="note">{coverageLine(answer, speech, names)}</p>
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} pick={chart.pick} />
      {published > chart.rows && chart.rows >= BARS && (
        <p class="note">{m.table.cutBars(f.number(chart.rows), f.number(published))}</p>
      )}
    </>
  );
};

/** Says that a cross does not exist, and offers the nearest that does. */
const NotCrossed = ({
  stage,
  view,
  change,
  facet,
}: Omit<FacetProps, "dimension"> & { facet: Facet }) => {
  const { m, f } = stage.speech;
  const others = f.list(facet.crossing.map((dimension) => m.dimensions[dimension]));
  const without = facet.crossing.reduce(
    (next, dimension) => chooseCodes(stage.catalogue, next, dimension, []),
    view,
  );
  return (
    <div class="empty">
      <p>{m.explorer.notCrossed(m.dimensions[facet.dimension], others)}</p>
      <button type="button" onClick={() => change(without)}>
        {m.explorer.notCrossedAsk(others)}
      </button>
    </div>
  );
};

/** The other dimensions of what is counted: each follows the view, and a click on it filters the view. */
export const LinkedPanel = (props: PartProps & { readonly answers: Answers }) => {
  const { stage, answer, change, answers } = props;
  const { view } = answer;
  const { m } = stage.speech;
  const facets = useMemo(() => facetsOf(stage.catalogue, view), [stage.catalogue, view]);
  if (facets.length === 0) return null;
  return (
    <Panel
      {...props}
      id="linked"
      name={m.explorer.linked}
      title={m.explorer.linkedTitle(m.nouns[view.indicator])}
      subtitle={m.explorer.linkedSubtitle}
    >
      <div class="facets">
        {facets.map((facet) => {
          const { dimension, question } = facet;
          const cells = question === undefined ? undefined : answers.cells(question);
          const title = idIn(stage, `facet-${dimension}-title`);
          return (
            <section key={dimension} aria-labelledby={title}>
              <header class="panel-head">
                <h3 id={title}>
                  {stage.side !== undefined && (
                    <span class="visually-hidden">{stage.side.label}: </span>
                  )}
                  {m.dimensions[dimension]}
                </h3>
                <button
                  type="button"
                  class="quiet"
                  onClick={() => change(chooseBy(stage.catalogue, view, dimension))}
                >
                  {m.explorer.asMain}
                  <span class="visually-hidden">: {m.dimensions[dimension]}</span>
                </button>
              </header>
              {question === undefined ? (
                <NotCrossed stage={stage} view={view} change={change} facet={facet} />
              ) : cells === undefined ? (
                <p class="note">{m.explorer.asking}</p>
              ) : (
                <FacetBars
                  stage={stage}
                  view={view}
                  dimension={dimension}
                  change={change}
                  question={question}
                  cells={cells}
                />
              )}
            </section>
          );
        })}
      </div>
    </Panel>
  );
};
