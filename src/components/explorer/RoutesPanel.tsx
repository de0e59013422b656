import { useMemo } from "preact/hooks";
import { arcMapDrawing } from "../../charts/arc-map.ts";
import { barsDrawing } from "../../charts/bars.ts";
import type { Drawing } from "../../charts/drawing.ts";
import { matrixDrawing } from "../../charts/matrix.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { sankeyDrawing } from "../../charts/sankey.ts";
import type { Land } from "../../standard/geography/land.ts";
import { type Answer, answerOf } from "../../view/answer.ts";
import { routesQuestion } from "../../view/questions.ts";
import type { View } from "../../view/view.ts";
import { arcData } from "../figures/arcs.ts";
import { breakdownData, breakdownSubtitle, breakdownTitle } from "../figures/breakdown.ts";
import { landPartOf } from "../figures/land.ts";
import { hasRoutes, routesData, routesTitle } from "../figures/routes.ts";
import { sankeyData } from "../figures/sankey.ts";
import { chartOptions } from "../figures/trend.ts";
import { Chart } from "./Chart.tsx";
import { Panel, type PartProps } from "./Panel.tsx";
import type { Stage } from "./state.ts";
import type { Answers } from "./use-answers.ts";
import { useLand } from "./use-land.ts";
import { Ways } from "./Ways.tsx";

type Draw = (options: ChartOptions) => Drawing;

/** The drawing of some routes in the way that a view asks for; undefined while its land is on its way. */
const drawingOf = (
  answer: Answer,
  { speech, names, positions }: Stage,
  land: Land | undefined,
): Draw | undefined => {
  const { routes } = answer.view;
  if (routes === "matrix") {
    const data = routesData(answer, speech, names);
    return (all) => matrixDrawing(data, all);
  }
  if (routes === "sankey") {
    const data = sankeyData(answer, speech, names);
    return (all) => sankeyDrawing(data, all);
  }
  if (land === undefined) return undefined;
  const data = arcData(answer, speech, names, { positions, land });
  return (all) => arcMapDrawing(data, all);
};

/** Origin to recovery: bands, matrix or arcs. */
const Routes = (props: PartProps & { readonly routes: Answer }) => {
  const { stage, answer, change, routes } = props;
  const { speech, names } = stage;
  const { m } = speech;
  const { view } = answer;
  const { land, failed } = useLand(stage, landPartOf(routes));
  const title = routesTitle(routes, speech);
  const drawing = useMemo(() => drawingOf(routes, stage, land), [routes, stage, land]);
  const options = useMemo(
    () => ({ ...chartOptions(speech, view), id: `routes-${view.routes}`, ariaLabel: title }),
    [speech, view, title],
  );
  return (
    <Panel
      {...props}
      id="routes"
      name={m.explorer.routes}
      title={title}
      subtitle={breakdownSubtitle(routes, speech, names)}
      controls={
        <div class="method">
          <Ways<View["routes"]>
            label={m.explorer.routes}
            ways={[
              { value: "sankey", label: m.explorer.sankey },
              { value: "matrix", label: m.explorer.matrix },
              { value: "arcs", label: m.explorer.arcs },
            ]}
            chosen={view.routes}
            choose={(way) => change({ ...view, routes: way })}
          />
        </div>
      }
    >
      {failed !== undefined && view.routes === "arcs" && (
        <p class="status broken" role="alert">
          {m.explorer.landFailed(failed)}
        </p>
      )}
      {drawing !== undefined && (
        <Chart key={view.routes} stage={stage} drawing={drawing} options={options} />
      )}
    </Panel>
  );
};

/** Where no origin is published: the places of seizure, and the words that there is nothing more. */
const Places = (props: PartProps & { readonly routes: Answer }) => {
  const { stage, routes } = props;
  const { speech, names } = stage;
  const title = breakdownTitle(routes, speech, names);
  const chart = useMemo(() => {
    const data = breakdownData(routes, speech, names);
    const rows = data.rows.map((row) => ({ ...row, colour: "var(--accent)" }));
    return {
      drawing: (all: ChartOptions) => barsDrawing({ ...data, rows, pick: false }, all),
      options: { ...chartOptions(speech, routes.view), id: "routes", ariaLabel: title },
    };
  }, [routes, speech, names, title]);
  return (
    <Panel
      {...props}
      answer={routes}
      page={props.answer.view}
      id="routes"
      name={speech.m.explorer.routes}
      title={title}
      subtitle={breakdownSubtitle(routes, speech, names)}
      notes={[speech.m.home.routesMissing]}
    >
      <p class="note">{speech.m.home.routesMissing}</p>
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} />
    </Panel>
  );
};

/** Routes of what is counted: from origin to recovery where a source gives both, else the places of seizure. */
export const RoutesPanel = (props: PartProps & { readonly answers: Answers }) => {
  const { stage, answer, answers } = props;
  const question = useMemo(
    () => routesQuestion(stage.catalogue, answer.view),
    [stage.catalogue, answer.view],
  );
  const cells = question === undefined ? undefined : answers.cells(question);
  const routes = useMemo(
    () =>
      question === undefined || cells === undefined
        ? undefined
        : answerOf(question.view, question.slice, cells),
    [question, cells],
  );
  if (routes === undefined || routes.cells.length === 0) return null;
  if (hasRoutes(routes)) return <Routes {...props} routes={routes} />;
  return routes.view.by === "seizure_place" ? <Places {...props} routes={routes} /> : null;
};
