import { useMemo, useState } from "preact/hooks";
import type { View } from "../../view/view.ts";
import { canShowAreas, type Sorting, sorted, type Table, tableOf } from "../figures/table.ts";
import { trendSubtitle } from "../figures/trend.ts";
import { coverageLine } from "../figures/words.ts";
import { nameIn } from "./ids.ts";
import { Panel, type PartProps } from "./Panel.tsx";
import type { Pull } from "./pull.ts";
import { TableRows } from "./TableRows.tsx";
import { useWindow } from "./use-window.ts";
import { Ways } from "./Ways.tsx";

interface Props extends PartProps {
  /** Absent until the engine can answer. */
  readonly pull: ((pull: Pull) => void) | undefined;
}

/** Another sorting for a column that is clicked: descending, then ascending, then the order of the list again. */
const nextSorting = (sorting: Sorting | undefined, column: number): Sorting | undefined => {
  if (sorting?.column !== column)
    return { column, direction: column < 0 ? "ascending" : "descending" };
  const first = column < 0 ? "ascending" : "descending";
  return sorting.direction === first
    ? { column, direction: column < 0 ? "descending" : "ascending" }
    : undefined;
};

const Controls = ({ stage, answer, change }: PartProps) => {
  const { m } = stage.speech;
  const { view } = answer;
  return (
    <div class="method">
      <Ways<View["rows"]>
        label={m.table.rows}
        ways={[
          {
            value: "category",
            label: view.by === "_T" ? m.figure.total : m.dimensions[view.by],
          },
          { value: "area", label: m.table.area, possible: canShowAreas(answer) },
          { value: "year", label: m.figure.year },
        ]}
        chosen={view.rows}
        choose={(rows) => change({ ...view, rows })}
      />
      <Ways<View["names"]>
        label={m.table.names}
        ways={[
          { value: "labels", label: m.table.labels },
          { value: "codes", label: m.table.codes },
          { value: "both", label: m.table.both },
        ]}
        chosen={view.names}
        choose={(names) => change({ ...view, names })}
      />
    </div>
  );
};

/** What a row or column is called: its label, its code, or both. */
const namer =
  (names: View["names"]) =>
  ({ code, label }: { readonly code: string; readonly label: string }): string => {
    if (names === "labels" || code === label) return label;
    return names === "codes" ? code : `${label} (${code})`;
  };

interface HeadProps {
  readonly table: Table;
  readonly name: (of: { readonly code: string; readonly label: string }) => string;
  readonly sorting: Sorting | undefined;
  readonly sort: (column: number) => void;
}

const Head = ({ table, name, sorting, sort }: HeadProps) => {
  const column = (at: number, text: string) => (
    <th
      scope="col"
      key={at}
      aria-sort={sorting?.column === at ? sorting.direction : undefined}
      aria-colindex={at + 2}
    >
      <button type="button" class="sort" onClick={() => sort(at)}>
        {text}
        <span aria-hidden="true">
          {sorting?.column !== at ? "" : sorting.direction === "ascending" ? " ↑" : " ↓"}
        </span>
      </button>
    </th>
  );
  return (
    <thead>
      <tr>
        {column(-1, table.head)}
        {table.columns.map((entry, at) => column(at, name(entry)))}
      </tr>
    </thead>
  );
};

/** Every number of an answer; each can be pulled back to its source rows. Only the rows in sight are drawn. */
export const TablePanel = ({ stage, answer, change, pull }: Props) => {
  const { speech, names } = stage;
  const { m, f } = speech;
  const [sorting, setSorting] = useState<Sorting>();
  const table = useMemo(() => tableOf(answer, speech, names), [answer, speech, names]);
  const rows = useMemo(
    () => (sorting === undefined ? table.rows : sorted(table.rows, sorting, f.compare)),
    [table, sorting, f],
  );
  const shown = useWindow(rows.length);
  const noun = m.nouns[answer.view.indicator];
  const name = namer(answer.view.names);
  const sortedBy =
    sorting === undefined
      ? ""
      : m.table.sortedBy(
          sorting.column < 0
            ? table.head
            : name(table.columns[sorting.column] ?? { code: "", label: "" }),
          sorting.direction,
        );
  return (
    <Panel
      stage={stage}
      answer={answer}
      change={change}
      id="table"
      name={m.explorer.table}
      title={m.titles.table(noun)}
      subtitle={`${trendSubtitle(answer, speech, names)} · ${m.table.unit(table.unit)}`}
      controls={<Controls stage={stage} answer={answer} change={change} />}
    >
      <p class="note" role="status">
        {m.table.rowsCount(f.number(rows.length), rows.length)} {sortedBy}
      </p>
      <section
        ref={shown.place}
        class={shown.whole ? "scroll" : "scroll tall"}
        tabIndex={0}
        aria-label={nameIn(stage, m.table.caption(noun, coverageLine(answer, speech, names)))}
        onScroll={shown.scrolled}
      >
        <table aria-rowcount={rows.length + 1} aria-colcount={table.columns.length + 1}>
          <Head
            table={table}
            name={name}
            sorting={sorting}
            sort={(column) => setSorting(nextSorting(sorting, column))}
          />
          <TableRows
            stage={stage}
            rows={rows}
            columns={table.columns}
            from={shown.from}
            to={shown.to}
            name={name}
            pull={pull}
          />
          {table.reporting.length > 0 && (
            <tfoot>
              <tr>
                <th scope="row">
                  {answer.view.level === "COUNTRY"
                    ? m.figure.statesReporting
                    : m.figure.areasReporting}
                </th>
                {table.reporting.map((count, index) => (
                  <td key={table.columns[index]?.code}>{count}</td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
    </Panel>
  );
};
