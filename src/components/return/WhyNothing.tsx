import { type DatasetId, datasetOf } from "../../standard/codelists/dataset.ts";
import { Status } from "../explorer/Status.tsx";
import type { Stage } from "../explorer/state.ts";
import type { Side } from "./use-side.ts";

/** Why nothing stands beside yet, or at all; nothing where something does. */
export const WhyNothing = (props: {
  readonly stage: Stage;
  readonly dataset: DatasetId | undefined;
  readonly side: Side;
}) => {
  const { stage, dataset, side } = props;
  const { m } = stage.speech;
  const { state, retry } = side.answers;
  if (dataset === undefined) return null;
  if (!side.hasTable) return <p class="note">{m.return.besideNoTable(datasetOf(dataset).label)}</p>;
  if (state.kind === "failed" || state.kind === "query-failed")
    return <Status stage={stage} state={state} retry={retry} />;
  if (side.shown === undefined) return <p class="note">{m.return.besideLoading}</p>;
  return side.shown.answer.cells.length === 0 ? <p class="note">{m.explorer.emptyView}</p> : null;
};
