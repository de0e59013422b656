import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { answerOf } from "../../view/answer.ts";
import { sliceOf } from "../../view/catalogue.ts";
import type { Row } from "../../view/query.ts";
import { observationsQuery } from "../../view/query.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { hasRoutes } from "../figures/routes.ts";
import { trendTitle } from "../figures/trend.ts";
import { coverageLine } from "../figures/words.ts";
import { Chips } from "./Chips.tsx";
import { Controls } from "./Controls.tsx";
import { Download } from "./Download.tsx";
import { MethodSwitch } from "./MethodSwitch.tsx";
import { BreakdownPanel, TrendPanel } from "./Panels.tsx";
import { RoutesPanel } from "./RoutesPanel.tsx";
import { Status } from "./Status.tsx";
import type { ExplorerProps, Stage } from "./state.ts";
import { type Pull, TablePanel } from "./TablePanel.tsx";
import { ThreadDialog } from "./ThreadDialog.tsx";
import { queryKey, reasonOf, useEngine } from "./use-engine.ts";
import { useView } from "./use-view.ts";

const Empty = ({
  stage,
  view,
  change,
}: {
  stage: Stage;
  view: View;
  change: (v: View) => void;
}) => {
  const { m, f } = stage.speech;
  const years = sliceOf(stage.catalogue, view)?.years ?? [];
  const all = { ...view, from: years.at(0) ?? view.from, to: years.at(-1) ?? view.to };
  const same = view.panel === "same";
  return (
    <div class="empty">
      <p>
        {same ? m.explorer.emptyPanel(f.year(view.from), f.year(view.to)) : m.explorer.emptyView}
      </p>
      <button type="button" onClick={() => change(same ? { ...view, panel: "all" } : all)}>
        {same ? m.explorer.emptyPanelAsk : m.explorer.emptyAsk}
      </button>
    </div>
  );
};

/** The workbench: filters at the side, trend, breakdown and table beside them, all of one view. */
export const Explorer = ({ stage, first }: { stage: Stage; first: ExplorerProps["cells"] }) => {
  const { m } = stage.speech;
  const { view, change, notes, asked } = useView(stage);
  const baked = useMemo(
    () => ({ key: queryKey(DEFAULT_VIEW), view: DEFAULT_VIEW, cells: first }),
    [first],
  );
  const { state, answered, ask, retry } = useEngine(stage, view, baked);
  const [pulled, setPulled] = useState<{ pull: Pull; rows: readonly Row[]; view: View }>();

  const current = answered.key === queryKey(view);
  const shown = current ? view : answered.view;
  const slice = sliceOf(stage.catalogue, shown);
  const answer = useMemo(
    () => (slice === undefined ? undefined : answerOf(shown, slice, answered.cells)),
    [shown, slice, answered],
  );
  const alive = state.kind !== "baked" && state.kind !== "failed";
  const able = state.kind === "ready" && current;
  const sheet = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // On a phone the answer comes before the filters.
    if (sheet.current !== null && !matchMedia("(min-width: 62rem)").matches)
      sheet.current.open = false;
  }, []);
  const [broken, setBroken] = useState<string>();
  const pull = (wanted: Pull): void => {
    setBroken(undefined);
    ask(observationsQuery(shown, wanted.thread), shown.dataset)
      .then((rows) => setPulled({ pull: wanted, rows, view: shown }))
      .catch((error: unknown) => setBroken(reasonOf(error)));
  };
  const hasCells = answer !== undefined && answer.cells.length > 0;
  return (
    <div class="workbench">
      <details class="sheet" ref={sheet} open>
        <summary>{m.explorer.filters}</summary>
        <Controls stage={stage} view={view} change={change} disabled={!alive} />
      </details>
      <div class="views">
        <Status stage={stage} state={state} retry={retry} />
        {notes.length > 0 && (
          <p class="status" role="alert">
            {m.explorer.noteAddress(
              notes.map((note) => `${note.parameter}=${note.value}`).join(", "),
            )}
          </p>
        )}
        {broken !== undefined && (
          <p class="status broken" role="alert">
            {m.explorer.queryFailed(broken)}
          </p>
        )}
        {asked !== undefined && asked !== stage.dataVersion && (
          <p class="status">{m.explorer.noteVersion(asked, stage.dataVersion)}</p>
        )}
        <Chips stage={stage} view={view} change={change} />
        <MethodSwitch
          stage={stage}
          view={view}
          slice={sliceOf(stage.catalogue, view)}
          change={change}
          disabled={!alive}
        />
        {answer !== undefined && hasCells ? (
          <>
            <p class="visually-hidden" aria-live="polite">
              {m.explorer.said(
                trendTitle(answer, stage.speech, stage.names),
                coverageLine(answer, stage.speech, stage.names),
              )}
            </p>
            <div class="grid" data-view={current ? "current" : "earlier"}>
              <TrendPanel stage={stage} answer={answer} />
              <BreakdownPanel stage={stage} answer={answer} />
              {hasRoutes(answer) && <RoutesPanel stage={stage} answer={answer} />}
              <TablePanel stage={stage} answer={answer} pull={able ? pull : undefined} />
            </div>
          </>
        ) : (
          <Empty stage={stage} view={view} change={change} />
        )}
        <Download
          stage={stage}
          view={view}
          answer={hasCells ? answer : undefined}
          ask={ask}
          disabled={!able || !hasCells}
        />
      </div>
      {pulled !== undefined && (
        <ThreadDialog
          stage={stage}
          view={pulled.view}
          pull={pulled.pull}
          rows={pulled.rows}
          close={() => setPulled(undefined)}
        />
      )}
    </div>
  );
};
