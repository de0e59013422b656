import { DIMENSIONS, type Dimension } from "../../standard/dimensions.ts";
import { availabilityOf, sliceOf } from "../../view/catalogue.ts";
import { chooseBy } from "../../view/choose.ts";
import type { ControlProps } from "./control.ts";

/** What the figures are broken down by; a dimension without data says why it has none. */
export const ByControl = ({ stage, view, change }: ControlProps) => {
  const { m } = stage.speech;
  const option = (by: Dimension | "_T") => {
    const state =
      by === "_T" ? "published" : availabilityOf(stage.catalogue, view.dataset, view.indicator, by);
    const reachable = sliceOf(stage.catalogue, chooseBy(stage.catalogue, view, by)) !== undefined;
    const why =
      state === "cannot-exist"
        ? m.explorer.cannotExist
        : state === "not-published" || !reachable
          ? m.explorer.notPublished
          : "";
    return (
      <label key={by} class={why === "" ? "choice" : "choice off"}>
        <input
          type="radio"
          name="by"
          value={by}
          checked={view.by === by}
          disabled={why !== ""}
          onChange={() => change(chooseBy(stage.catalogue, view, by))}
        />
        <span>
          {by === "_T" ? m.explorer.byNone : m.dimensions[by]}
          {why !== "" && <small> {why}</small>}
        </span>
      </label>
    );
  };
  return (
    <fieldset class="field">
      <legend>{m.explorer.by}</legend>
      {option("_T")}
      {DIMENSIONS.map(option)}
    </fieldset>
  );
};
