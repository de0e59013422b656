import { isWhole } from "../../view/answer.ts";
import type { Slice } from "../../view/catalogue.ts";
import { settle } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

interface Props {
  readonly stage: Stage;
  readonly view: View;
  readonly slice: Slice | undefined;
  readonly change: ChangeView;
  readonly disabled: boolean;
}

type SwitchName = "panel" | "measure" | "weight" | "residual" | "outliers";

/** The method switch: how much does the answer depend on the choice? One click tells. */
export const MethodSwitch = ({ stage, view, slice, change, disabled }: Props) => {
  const { m } = stage.speech;
  const shareable = slice !== undefined && isWhole(view, slice);
  const pair = <N extends SwitchName>(
    name: N,
    options: readonly (readonly [View[N], string])[],
    possible: boolean,
  ) => (
    <fieldset class="switch" aria-label={options.map(([, label]) => label).join(" | ")}>
      {options.map(([value, label]) => (
        <button
          key={String(value)}
          type="button"
          aria-pressed={view[name] === value}
          disabled={disabled || !possible}
          onClick={() => change(settle(stage.catalogue, { ...view, [name]: value }))}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
  return (
    <div class="method">
      {pair(
        "panel",
        [
          ["same", m.figure.panelSame],
          ["all", m.figure.panelAll],
        ],
        true,
      )}
      {pair(
        "measure",
        [
          ["count", m.figure.count],
          ["share", m.figure.share],
        ],
        shareable,
      )}
      {pair(
        "weight",
        [
          ["pooled", m.figure.pooled],
          ["mean", m.figure.mean],
        ],
        shareable,
      )}
      {pair(
        "residual",
        [
          ["with", m.figure.withResidual],
          ["without", m.figure.withoutResidual],
        ],
        view.by !== "_T",
      )}
      {view.indicator.startsWith("PERSONS_") &&
        pair(
          "outliers",
          [
            ["without", m.figure.withoutOutliers],
            ["with", m.figure.withOutliers],
          ],
          true,
        )}
      {!shareable && view.by !== "_T" && <p class="note">{m.explorer.noteMean}</p>}
    </div>
  );
};
