import { isWhole } from "../../view/answer.ts";
import type { Slice } from "../../view/catalogue.ts";
import { settle } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import { hasOutliers, howMany } from "../figures/words.ts";
import type { ChangeView, Stage } from "./state.ts";

interface Props {
  readonly stage: Stage;
  readonly view: View;
  readonly slice: Slice | undefined;
  /** Areas that report in every year of the span. */
  readonly members: readonly string[];
  readonly change: ChangeView;
  readonly disabled: boolean;
}

type SwitchName = "panel" | "measure" | "weight" | "residual" | "outliers";

/** The method switch: how much does the answer depend on the choice? One click tells. */
export const MethodSwitch = ({ stage, view, slice, members, change, disabled }: Props) => {
  const { m } = stage.speech;
  const shareable = slice !== undefined && isWhole(view, slice);
  const pair = <N extends SwitchName>(
    name: N,
    options: readonly (readonly [View[N], string, boolean?])[],
    possible: boolean,
  ) => (
    <fieldset class="switch" aria-label={options.map(([, label]) => label).join(" | ")}>
      {options.map(([value, label, able = true]) => (
        <button
          key={String(value)}
          type="button"
          aria-pressed={view[name] === value}
          disabled={disabled || !possible || !able}
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
          ["share", m.figure.share, shareable],
          ["index", m.figure.index],
        ],
        true,
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
      {hasOutliers(view) &&
        pair(
          "outliers",
          [
            ["without", m.figure.withoutOutliers],
            ["with", m.figure.withOutliers],
          ],
          true,
        )}
      {!shareable && view.by !== "_T" && <p class="note">{m.explorer.noteMean}</p>}
      {members.length > 0 && (
        <details>
          <summary>{m.figure.members(howMany(stage.speech, members.length, view.level))}</summary>
          <p class="note">
            {stage.speech.f.list(members.map((area) => stage.names.areas[area] ?? area))}
          </p>
        </details>
      )}
    </div>
  );
};
