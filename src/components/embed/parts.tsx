import type { ComponentChild } from "preact";
import type { Slice } from "../../view/catalogue.ts";
import {
  mainQuestion,
  monthsQuestion,
  pyramidQuestions,
  type Question,
  routesQuestion,
  stageQuestions,
} from "../../view/questions.ts";
import type { View } from "../../view/view.ts";
import { MapPanel } from "../explorer/MapPanel.tsx";
import { MonthsPanel } from "../explorer/MonthsPanel.tsx";
import { MultiplesPanel } from "../explorer/MultiplesPanel.tsx";
import type { PartProps } from "../explorer/Panel.tsx";
import { BreakdownPanel, TrendPanel } from "../explorer/Panels.tsx";
import { PersonsPanel } from "../explorer/PersonsPanel.tsx";
import { RoutesPanel } from "../explorer/RoutesPanel.tsx";
import type { Answers } from "../explorer/use-answers.ts";
import { type AlonePart, standsAlone } from "./address.ts";

type DrawProps = PartProps & { readonly answers: Answers };

/** How a part stands alone. */
interface Alone {
  readonly draw: (props: DrawProps) => ComponentChild;
  /** What it asks besides the view itself; undefined where the view has nothing for it. */
  readonly asks: (catalogue: readonly Slice[], view: View) => readonly Question[] | undefined;
}

const nothingElse = () => [];

const only = (question: Question | undefined): Question[] | undefined =>
  question === undefined ? undefined : [question];

const personsAsk = (catalogue: readonly Slice[], view: View): Question[] | undefined => {
  const bySex = pyramidQuestions(catalogue, view).map(({ question }) => question);
  const byStage = view.indicator.startsWith("PERSONS_") ? stageQuestions(catalogue, view) : [];
  const all = [...bySex, ...byStage];
  return all.length === 0 ? undefined : all;
};

/** Every part that can stand alone. */
export const PARTS: { readonly [P in AlonePart]: Alone } = {
  trend: { draw: (props) => <TrendPanel {...props} />, asks: nothingElse },
  breakdown: { draw: (props) => <BreakdownPanel {...props} />, asks: nothingElse },
  multiples: { draw: (props) => <MultiplesPanel {...props} />, asks: nothingElse },
  map: { draw: (props) => <MapPanel {...props} />, asks: nothingElse },
  routes: {
    draw: (props) => <RoutesPanel {...props} />,
    asks: (catalogue, view) => only(routesQuestion(catalogue, view)),
  },
  persons: { draw: (props) => <PersonsPanel {...props} />, asks: personsAsk },
  months: {
    draw: (props) => <MonthsPanel {...props} />,
    asks: (catalogue, view) => only(monthsQuestion(catalogue, view)),
  },
};

/** The part that an address asks for, or the trend where that cannot stand alone for its view; what it needs. */
export const aloneOf = (catalogue: readonly Slice[], view: View) => {
  const asked = view.large === "" ? ("trend" as const) : view.large;
  const own = standsAlone(asked) ? PARTS[asked].asks(catalogue, view) : undefined;
  const part = standsAlone(asked) && own !== undefined ? asked : "trend";
  const alone: View = { ...view, large: part };
  const main = mainQuestion(catalogue, alone);
  return {
    asked,
    part,
    view: alone,
    wanted: [...(main === undefined ? [] : [main]), ...(own ?? [])],
  };
};
