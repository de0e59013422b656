import { useMemo } from "preact/hooks";
import { trendTitle } from "../figures/trend.ts";
import { coverageLine } from "../figures/words.ts";
import { Chips } from "./Chips.tsx";
import { Controls } from "./Controls.tsx";
import { Empty } from "./Empty.tsx";
import { Follow } from "./Follow.tsx";
import { LinkedPanel } from "./LinkedPanel.tsx";
import { MapPanel } from "./MapPanel.tsx";
import { MethodSwitch } from "./MethodSwitch.tsx";
import { MonthsPanel } from "./MonthsPanel.tsx";
import { MultiplesPanel } from "./MultiplesPanel.tsx";
import { Notices } from "./Notices.tsx";
import { BreakdownPanel, TrendPanel } from "./Panels.tsx";
import { PersonsPanel } from "./PersonsPanel.tsx";
import type { Pull } from "./pull.ts";
import { RoutesPanel } from "./RoutesPanel.tsx";
import { Sheet } from "./Sheet.tsx";
import { Status } from "./Status.tsx";
import type { ExplorerProps, Stage } from "./state.ts";
import { TablePanel } from "./TablePanel.tsx";
import { TakeAway } from "./TakeAway.tsx";
import { ThreadDialog } from "./ThreadDialog.tsx";
import { Timeline } from "./Timeline.tsx";
import { useAnswer, useBaked } from "./use-answer.ts";
import { useAnswers } from "./use-answers.ts";
import { useEngine } from "./use-engine.ts";
import { usePull } from "./use-pull.ts";
import { useView } from "./use-view.ts";

/** The workbench: filters at the side, the parts of one view beside them, all linked. */
export const Explorer = ({ stage, first }: { stage: Stage; first: ExplorerProps["cells"] }) => {
  const { m } = stage.speech;
  const place = useView(stage);
  const { view, change, shown, passing } = place;
  const baked = useBaked(stage, first);
  const engine = useEngine(shown);
  const answers = useAnswers(shown, view, engine, baked);
  const { pulled, broken, pull, close } = usePull(engine.ask);

  const { state, known } = answers;
  const { answer, cells, slice, question, isCurrent } = useAnswer(shown, view, known, baked);
  const alive = state.kind !== "baked" && state.kind !== "failed";
  const able = state.kind === "ready" && isCurrent;
  const hasCells = answer.cells.length > 0;
  const part = useMemo(
    () => ({ stage: shown, answer, change, answers: known }),
    [shown, answer, change, known],
  );
  const table = useMemo(
    () => ({ ...part, pull: able ? (wanted: Pull) => pull(answer.view, wanted) : undefined }),
    [part, able, pull],
  );
  return (
    <div class="workbench">
      <Sheet name={m.explorer.filters}>
        <Controls stage={shown} view={view} change={change} disabled={!alive} />
      </Sheet>
      <div class="views">
        <Status stage={shown} state={state} retry={answers.retry} />
        <Notices stage={stage} place={place} broken={broken} />
        <Chips stage={shown} view={view} change={change} />
        <MethodSwitch
          stage={shown}
          view={view}
          slice={question?.slice}
          members={answer.panel}
          change={change}
          disabled={!alive}
        />
        <Timeline stage={shown} view={answer.view} slice={slice} cells={cells} change={change} />
        {hasCells ? (
          <>
            <p class="visually-hidden" aria-live="polite">
              {m.explorer.said(
                trendTitle(answer, shown.speech, shown.names),
                coverageLine(answer, shown.speech, shown.names),
              )}
            </p>
            <div
              class="grid"
              data-view={isCurrent ? "current" : "earlier"}
              data-linked={answers.complete ? "complete" : "waiting"}
            >
              <TrendPanel {...part} />
              <BreakdownPanel {...part} />
              <Follow value={part} passing={passing}>
                {(now) => <MapPanel {...now} />}
              </Follow>
              <Follow value={part} passing={passing}>
                {(now) => <RoutesPanel {...now} />}
              </Follow>
              <Follow value={part} passing={passing}>
                {(now) => <PersonsPanel {...now} />}
              </Follow>
              <Follow value={part} passing={passing}>
                {(now) => <MonthsPanel {...now} />}
              </Follow>
              <Follow value={part} passing={passing}>
                {(now) => <MultiplesPanel {...now} />}
              </Follow>
              <Follow value={part} passing={passing}>
                {(now) => <LinkedPanel {...now} />}
              </Follow>
              <Follow value={table} passing={passing}>
                {(now) => <TablePanel {...now} />}
              </Follow>
            </div>
          </>
        ) : (
          <Empty stage={shown} view={view} change={change} />
        )}
        <TakeAway
          stage={shown}
          view={view}
          answer={hasCells ? answer : undefined}
          ask={engine.ask}
          disabled={!able || !hasCells}
        />
      </div>
      {pulled !== undefined && (
        <ThreadDialog
          stage={shown}
          view={pulled.view}
          pull={pulled.pull}
          rows={pulled.rows}
          close={close}
        />
      )}
    </div>
  );
};
