import type { ComponentChild } from "preact";
import type { PanelId } from "../../view/view.ts";
import { LinkedPanel } from "../explorer/LinkedPanel.tsx";
import { MapPanel } from "../explorer/MapPanel.tsx";
import { MonthsPanel } from "../explorer/MonthsPanel.tsx";
import { MultiplesPanel } from "../explorer/MultiplesPanel.tsx";
import type { PartProps } from "../explorer/Panel.tsx";
import { BreakdownPanel, TrendPanel } from "../explorer/Panels.tsx";
import { PersonsPanel } from "../explorer/PersonsPanel.tsx";
import type { Pull } from "../explorer/pull.ts";
import { RoutesPanel } from "../explorer/RoutesPanel.tsx";
import { TablePanel } from "../explorer/TablePanel.tsx";
import type { Answers } from "../explorer/use-answers.ts";

/** What every part of a side is told. */
export interface SideProps extends PartProps {
  readonly answers: Answers;
  /** Pulls a number back to its rows; absent where there are none to show. */
  readonly pull: ((pull: Pull) => void) | undefined;
}

/** Every part of the workbench as it stands on one side of a pair, in the order in which they stand. */
export const SIDE_PARTS: { readonly [P in PanelId]: (props: SideProps) => ComponentChild } = {
  trend: (props) => <TrendPanel {...props} />,
  breakdown: (props) => <BreakdownPanel {...props} />,
  map: (props) => <MapPanel {...props} />,
  routes: (props) => <RoutesPanel {...props} />,
  persons: (props) => <PersonsPanel {...props} />,
  months: (props) => <MonthsPanel {...props} />,
  multiples: (props) => <MultiplesPanel {...props} />,
  linked: (props) => <LinkedPanel {...props} />,
  table: (props) => <TablePanel {...props} />,
};
