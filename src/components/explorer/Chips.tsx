import { labelOf } from "../../i18n/labels.ts";
import { DIMENSIONS } from "../../standard/dimensions.ts";
import { chooseCodes, settle } from "../../view/choose.ts";
import { encodeView } from "../../view/url.ts";
import type { View } from "../../view/view.ts";
import { DEFAULT_VIEW } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

/** What is filtered, always in sight; each can be taken away, and all at once. */
export const Chips = ({
  stage,
  view,
  change,
  first = DEFAULT_VIEW,
}: {
  stage: Stage;
  view: View;
  change: ChangeView;
  /** The view that "Clear all" gives back. */
  first?: View;
}) => {
  const { m } = stage.speech;
  const areas = view.areas.map((area) => ({
    key: area,
    label: stage.names.areas[area] ?? area,
    without: settle(stage.catalogue, {
      ...view,
      areas: view.areas.filter((other) => other !== area),
    }),
  }));
  const codes = DIMENSIONS.flatMap((dimension) =>
    (view.filters[dimension] ?? []).map((code) => ({
      key: `${dimension} ${code}`,
      label: labelOf(dimension, code, stage.names.areas),
      without: chooseCodes(
        stage.catalogue,
        view,
        dimension,
        (view.filters[dimension] ?? []).filter((other) => other !== code),
      ),
    })),
  );
  const left = view.without.map((area) => ({
    key: `without ${area}`,
    label: m.titles.without(stage.names.areas[area] ?? area),
    without: settle(stage.catalogue, {
      ...view,
      without: view.without.filter((other) => other !== area),
    }),
  }));
  const chips = [...areas, ...left, ...codes];
  return (
    <div class="chips">
      {chips.map(({ key, label, without }) => (
        <button
          key={key}
          type="button"
          class="chip"
          aria-label={m.explorer.remove(label)}
          onClick={() => change(without)}
        >
          {label} <span aria-hidden="true">×</span>
        </button>
      ))}
      {encodeView(view, "") !== encodeView(first, "") && (
        <button type="button" class="quiet" onClick={() => change(first)}>
          {m.explorer.clear}
        </button>
      )}
    </div>
  );
};
