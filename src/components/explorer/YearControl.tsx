import { sliceOf } from "../../view/catalogue.ts";
import { settle } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import type { ControlProps } from "./control.ts";
import { YearSelect } from "./YearSelect.tsx";

/** First and last year. */
export const YearControl = ({ stage, view, change }: ControlProps) => {
  const { m } = stage.speech;
  const years = sliceOf(stage.catalogue, view)?.years ?? [];
  const set = (span: Partial<Pick<View, "from" | "to">>): void =>
    change(settle(stage.catalogue, { ...view, ...span }));
  return (
    <div class="pair">
      <YearSelect
        label={m.explorer.from}
        years={years}
        value={view.from}
        isAllowed={(year) => year <= view.to}
        onChange={(from) => set({ from })}
        speech={stage.speech}
      />
      <YearSelect
        label={m.explorer.to}
        years={years}
        value={view.to}
        isAllowed={(year) => year >= view.from}
        onChange={(to) => set({ to })}
        speech={stage.speech}
      />
    </div>
  );
};
