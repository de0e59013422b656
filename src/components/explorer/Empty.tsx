import { sliceOf } from "../../view/catalogue.ts";
import type { View } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

interface EmptyProps {
  readonly stage: Stage;
  readonly view: View;
  readonly change: ChangeView;
}

/** Says that a view has no number, and offers the nearest question that has. */
export const Empty = ({ stage, view, change }: EmptyProps) => {
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
