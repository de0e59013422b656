import { inListOrder, labelOf } from "../../i18n/labels.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import { sliceOf } from "../../view/catalogue.ts";
import { chooseCodes } from "../../view/choose.ts";
import { type ControlProps, toggled } from "./control.ts";

/** The categories of one dimension. */
export const CategoryControl = ({
  stage,
  view,
  change,
  dimension,
}: ControlProps & { dimension: Dimension }) => {
  const { m } = stage.speech;
  const slice =
    sliceOf(stage.catalogue, { ...view, filters: { ...view.filters, [dimension]: ["_U"] } }) ??
    sliceOf(stage.catalogue, view);
  const codes = slice?.codes[dimension] ?? [];
  const chosen = view.filters[dimension] ?? [];
  const total = new Set(["_T", "TOTAL_REPORTED"]);
  return (
    <details class="field" open={chosen.length > 0}>
      <summary>
        {m.explorer.categories(m.dimensions[dimension])}
        <small>
          {" "}
          {chosen.length === 0
            ? m.explorer.all
            : m.explorer.areaChosen(stage.speech.f.number(chosen.length))}
        </small>
      </summary>
      <div class="choices">
        {inListOrder(
          dimension,
          codes.filter((code) => !total.has(code)),
        ).map((code) => (
          <label key={code} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() =>
                change(chooseCodes(stage.catalogue, view, dimension, toggled(chosen, code)))
              }
            />
            <span>{labelOf(dimension, code, stage.names.areas)}</span>
          </label>
        ))}
      </div>
    </details>
  );
};
