import { breakdownOf, type View } from "../view/view.ts";

/** File name of the rows of a view, without ending: dataset, release if it is an older one, indicator, breakdown, years. */
export const selectionName = (view: View): string => {
  const breakdown = breakdownOf(view);
  const parts = [
    view.dataset,
    ...(view.release === "" ? [] : [view.release]),
    view.indicator,
    ...(view.unit === "NUMBER" ? [] : [view.unit]),
    ...(view.level === "COUNTRY" ? [] : [view.level]),
    breakdown === "_T" ? "total" : `by_${breakdown.replaceAll("+", "_")}`,
    view.from === view.to ? `${view.from}` : `${view.from}-${view.to}`,
  ];
  return parts.join("_").toLowerCase();
};
