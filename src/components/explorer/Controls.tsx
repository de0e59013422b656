import { DIMENSIONS } from "../../standard/dimensions.ts";
import { canFilter } from "../../view/choose.ts";
import { AreaControl } from "./AreaControl.tsx";
import { ByControl } from "./ByControl.tsx";
import { CategoryControl } from "./CategoryControl.tsx";
import type { ControlProps } from "./control.ts";
import { SourceControls } from "./SourceControls.tsx";
import { YearControl } from "./YearControl.tsx";

/** All controls of a view. Options without data are shown, say why, and cannot be chosen. */
export const Controls = (props: ControlProps & { readonly disabled: boolean }) => {
  const { stage, view, disabled } = props;
  const { m } = stage.speech;
  const filterable = DIMENSIONS.filter(
    (dimension) => view.by === dimension || canFilter(stage.catalogue, view, dimension),
  );
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="bare" disabled={disabled}>
        <legend class="visually-hidden">{m.explorer.filters}</legend>
        <SourceControls {...props} />
        <ByControl {...props} />
        {filterable.map((dimension) => (
          <CategoryControl key={dimension} {...props} dimension={dimension} />
        ))}
        <YearControl {...props} />
        <AreaControl {...props} />
      </fieldset>
    </form>
  );
};
