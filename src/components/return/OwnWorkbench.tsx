import { useCallback, useMemo, useState } from "preact/hooks";
import type { DatasetId } from "../../standard/codelists/dataset.ts";
import { OWN_RETURN } from "../../standard/own-return.ts";
import { catalogueBeside, datasetsBeside } from "../../view/beside.ts";
import { chooseDataset } from "../../view/choose.ts";
import { rebased } from "../../view/rebased.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { Chips } from "../explorer/Chips.tsx";
import { Controls } from "../explorer/Controls.tsx";
import { Empty } from "../explorer/Empty.tsx";
import { MethodSwitch } from "../explorer/MethodSwitch.tsx";
import type { Pull } from "../explorer/pull.ts";
import { Sheet } from "../explorer/Sheet.tsx";
import { Status } from "../explorer/Status.tsx";
import type { ChangeView, Stage } from "../explorer/state.ts";
import { ThreadDialog } from "../explorer/ThreadDialog.tsx";
import { Timeline } from "../explorer/Timeline.tsx";
import { usePull } from "../explorer/use-pull.ts";
import { ChooseBeside } from "./ChooseBeside.tsx";
import { Pairs } from "./Pairs.tsx";
import type { Load } from "./state.ts";
import type { Ask } from "./use-answer.ts";
import { useOwnEngine } from "./use-own-engine.ts";
import { usePublishedSide, useSide } from "./use-side.ts";
import { WhyNothing } from "./WhyNothing.tsx";

interface Props {
  /** The reader's own release, as the views know releases. */
  readonly own: Stage;
  readonly published: Stage;
  readonly ask: Ask;
  readonly load: Load;
}

/** A view of the reader's own figures, whichever side it was changed on. */
const asOwn = (view: View): View => ({ ...view, dataset: OWN_RETURN.code, release: "" });

/** The workbench for a reader's own return: one set of filters, and every part twice, theirs and ours. */
export const OwnWorkbench = ({ own, published, ask, load }: Props) => {
  const { m } = own.speech;
  const home = useMemo(
    () => chooseDataset(own.catalogue, DEFAULT_VIEW, OWN_RETURN.code),
    [own.catalogue],
  );
  const [view, setView] = useState<View>(home);
  const change = useCallback<ChangeView>((next) => setView(asOwn(next)), []);
  const changeFrom = useCallback(
    (from: View): ChangeView =>
      (next) =>
        setView((now) => asOwn(rebased(next, from, now))),
    [],
  );
  const areas = useMemo(() => new Set(own.catalogue.flatMap((slice) => slice.areas)), [own]);
  const rows = useMemo(() => own.catalogue.reduce((sum, slice) => sum + slice.rows, 0), [own]);
  const stage = useMemo(
    (): Stage => ({
      ...published,
      catalogue: catalogueBeside(areas, published.catalogue),
    }),
    [published, areas],
  );
  const possible = useMemo(() => datasetsBeside(stage.catalogue, view), [stage, view]);
  const [chosen, choose] = useState<DatasetId>();
  const dataset = chosen !== undefined && possible.includes(chosen) ? chosen : possible[0];
  const about = useMemo(() => ({ areas, rows }), [areas, rows]);
  const ownEngine = useOwnEngine(ask, load, about);
  const publishedEngine = useOwnEngine(ask, load, about);
  const mine = useSide(own, view, ownEngine);
  const ours = usePublishedSide(stage, view, dataset, publishedEngine);
  const { pulled, broken, pull, close } = usePull(ownEngine.ask);
  const { shown, answers } = mine;
  const { state } = answers;
  const answered = shown?.answer.view;
  const pullBack = useCallback(
    (wanted: Pull) => {
      if (answered !== undefined) pull(answered, wanted);
    },
    [pull, answered],
  );
  const isBroken = state.kind === "failed" || state.kind === "query-failed";
  const beside = ours.hasTable && ours.shown !== undefined && ours.shown.answer.cells.length > 0;
  return (
    <div class="workbench own-workbench">
      <Sheet name={m.explorer.filters}>
        <Controls stage={own} view={view} change={change} disabled={false} />
        <div class="controls">
          <ChooseBeside stage={stage} possible={possible} chosen={dataset} choose={choose} />
        </div>
      </Sheet>
      <div class="views">
        {isBroken && <Status stage={own} state={state} retry={answers.retry} />}
        {broken !== undefined && (
          <p class="status broken" role="alert">
            {m.explorer.queryFailed(broken)}
          </p>
        )}
        <Chips stage={own} view={view} change={change} first={home} />
        <MethodSwitch
          stage={own}
          view={view}
          slice={shown?.slice}
          members={shown?.answer.panel ?? []}
          change={change}
          disabled={false}
        />
        {shown === undefined ? (
          <p class="note">{m.return.viewsAsking}</p>
        ) : (
          <>
            <Timeline
              stage={own}
              view={shown.answer.view}
              slice={shown.slice}
              cells={shown.cells}
              change={change}
            />
            <WhyNothing stage={stage} dataset={dataset} side={ours} />
            {shown.answer.cells.length > 0 ? (
              <Pairs
                own={{
                  stage: own,
                  side: mine,
                  changeFrom,
                  pull: pullBack,
                }}
                published={beside ? { stage, side: ours, changeFrom, pull: undefined } : undefined}
              />
            ) : (
              <Empty stage={own} view={view} change={change} />
            )}
          </>
        )}
      </div>
      {pulled !== undefined && (
        <ThreadDialog
          stage={own}
          view={pulled.view}
          pull={pulled.pull}
          rows={pulled.rows}
          close={close}
        />
      )}
    </div>
  );
};
