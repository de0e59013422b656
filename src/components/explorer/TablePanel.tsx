import { useMemo } from "preact/hooks";
import type { Thread } from "../../view/query.ts";
import { type Table, type TableCell, tableOf } from "../figures/table.ts";
import { trendSubtitle } from "../figures/trend.ts";
import { coverageLine } from "../figures/words.ts";
import { Panel, type PartProps } from "./Panel.tsx";
import type { Stage } from "./state.ts";

/** A number whose source a reader has asked for. */
export interface Pull {
  readonly thread: Thread;
  readonly text: string;
  readonly name: string;
}

interface Props extends PartProps {
  /** Absent until the engine can answer. */
  readonly pull: ((pull: Pull) => void) | undefined;
}

/** Rows beyond this are said to exist and not drawn, so that a phone keeps up. */
const ROWS = 150;

const Body = ({ stage, table, pull }: { stage: Stage; table: Table; pull: Props["pull"] }) => {
  const { m, f } = stage.speech;
  const value = (cell: TableCell, name: string) =>
    pull === undefined || cell.state === "not-reported" ? (
      cell.state === "not-reported" ? (
        <span class="nothing" title={cell.text}>
          <span aria-hidden="true">▨</span>
          <span class="visually-hidden">{cell.text}</span>
        </span>
      ) : (
        cell.text
      )
    ) : (
      <button
        type="button"
        class="thread"
        aria-label={m.thread.open(`${name}: ${cell.text}`)}
        onClick={() => pull({ thread: cell.thread, text: cell.text, name })}
      >
        {cell.text}
      </button>
    );
  return (
    <tbody>
      {table.rows.slice(0, ROWS).map((row) => (
        <tr key={row.code}>
          <th scope="row">{row.label}</th>
          {row.cells.map((cell, index) => {
            const year = table.years[index] ?? 0;
            return (
              <td key={year} class={cell.state}>
                {value(cell, `${row.label}, ${f.year(year)}`)}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
};

/** Every number of an answer, years across; each can be pulled back to its source rows. */
export const TablePanel = ({ stage, answer, change, pull }: Props) => {
  const { speech, names } = stage;
  const { m, f } = speech;
  const table = useMemo(() => tableOf(answer, speech, names), [answer, speech, names]);
  const noun = m.nouns[answer.view.indicator];
  return (
    <Panel
      stage={stage}
      answer={answer}
      change={change}
      id="table"
      name={m.explorer.table}
      title={m.titles.table(noun)}
      subtitle={trendSubtitle(answer, speech, names)}
    >
      <section
        class="scroll"
        tabIndex={0}
        aria-label={m.table.caption(noun, coverageLine(answer, speech, names))}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{answer.view.by === "_T" ? m.table.area : m.table.category}</th>
              {table.years.map((year) => (
                <th scope="col" key={year}>
                  {f.year(year)}
                </th>
              ))}
            </tr>
          </thead>
          <Body stage={stage} table={table} pull={pull} />
          <tfoot>
            <tr>
              <th scope="row">
                {answer.view.level === "COUNTRY"
                  ? m.figure.statesReporting
                  : m.figure.areasReporting}
              </th>
              {table.reporting.map((count, index) => (
                <td key={table.years[index]}>{count}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      {table.rows.length > ROWS && (
        <p class="note">{m.table.cut(f.number(ROWS), f.number(table.rows.length))}</p>
      )}
    </Panel>
  );
};
