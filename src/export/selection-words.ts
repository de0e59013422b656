import { type AreaNames, codelistOf, labelOf } from "../i18n/labels.ts";
import { CODE_LISTS } from "../standard/codelists/index.ts";
import { breakdownDimensions } from "../standard/dimensions.ts";
import type { ColumnName } from "../standard/observation.ts";
import { type Condition, observationConditions, type Thread } from "../view/conditions.ts";
import { observationsQuery } from "../view/query.ts";
import { statementOf } from "../view/statement.ts";
import type { View } from "../view/view.ts";
import type { Selection } from "./meta.ts";
import { selectionName } from "./selection-name.ts";
import { type Place, parquetAddress, parquetTable } from "./snippets/place.ts";

const nameOf = (column: ColumnName): string => {
  if (column === "origin_area") return "Area of origin";
  if (column === "breakdown") return "Breakdown";
  const list = codelistOf(column);
  if (list === undefined) return column;
  return list === "CL_AREA" ? "Area" : CODE_LISTS[list].name;
};

const wordOf = (column: ColumnName, value: string, areas: AreaNames): string => {
  if (column === "breakdown") {
    const names = breakdownDimensions(value).map(nameOf);
    return names.length === 0 ? "nothing broken down" : `by ${names.join(" and ").toLowerCase()}`;
  }
  return codelistOf(column) === undefined ? value : labelOf(column, value, areas);
};

const filterOf = (condition: Condition, areas: AreaNames): Selection["filters"][number] => {
  if (condition.kind === "years") {
    const { from, to } = condition;
    const code = `the year of time_period is from ${from} to ${to}`;
    return { words: from === to ? `Year: ${from}` : `Years: ${from} to ${to}`, code };
  }
  if (condition.kind === "without-flag")
    return {
      words: "Left out: values that evidently cover another population",
      code: `flags without ${condition.flag}`,
    };
  const { kind, column, values } = condition;
  const words = values.map((value) => wordOf(column, value, areas)).join("; ");
  return kind === "in"
    ? { words: `${nameOf(column)}: ${words}`, code: `${column} in ${values.join(", ")}` }
    : {
        words: `${nameOf(column)}, left out: ${words}`,
        code: `${column} not in ${values.join(", ")}`,
      };
};

/**
 * What the rows of `observationsQuery(view, thread)` are, in words and as code. `title` says what they count; `rows`
 * is their number. Throws when a code or an area has no label.
 */
export const selectionOf = (
  view: View,
  thread: Thread | undefined,
  place: Place,
  areas: AreaNames,
  about: Pick<Selection, "title" | "rows">,
): Selection => ({
  ...about,
  name: selectionName(view),
  filters: observationConditions(view, thread).map((condition) => filterOf(condition, areas)),
  statement: `${statementOf(observationsQuery(view, thread), parquetTable(place, parquetAddress(place)))};`,
});
