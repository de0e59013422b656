import { sliceOf } from "../../view/catalogue.ts";
import { settle } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import type { ControlProps } from "./control.ts";

/** First and last year. */
export const YearControl = ({ stage, view, change }: ControlProps) => {
  const { m, f } = stage.speech;
  const years = sliceOf(stage.catalogue, view)?.years ?? [];
  const select = (
    label: string,
    value: number,
    allowed: (year: number) => boolean,
    set: (y: number) => View,
  ) => (
    <label class="field">
      <span>{label}</span>
      <select
        value={String(value)}
        onChange={(event) =>
          change(settle(stage.catalogue, set(Number(event.currentTarget.value))))
        }
      >
        {years.map((year) => (
          <option
            key={year}
            value={String(year)}
            selected={year === value}
            disabled={!allowed(year)}
          >
            {f.year(year)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="pair">
      {select(
        m.explorer.from,
        view.from,
        (year) => year <= view.to,
        (from) => ({ ...view, from }),
      )}
      {select(
        m.explorer.to,
        view.to,
        (year) => year >= view.from,
        (to) => ({ ...view, to }),
      )}
    </div>
  );
};
