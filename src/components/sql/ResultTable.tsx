import { useEffect, useMemo, useState } from "preact/hooks";
import type { Result, ResultColumn } from "../../engine/reading.ts";
import type { Scalar } from "../../view/query.ts";
import { type Order, sortedRows } from "./sorted-rows.ts";
import type { SqlStage } from "./state.ts";

interface Props {
  readonly stage: SqlStage;
  readonly result: Result;
}

/** Rows drawn at a time, so that a phone keeps up. */
const PAGE = 100;

/** Text of more characters is broken into lines. */
const LONG = 40;

const cellClass = (value: Scalar, column: ResultColumn | undefined): string => {
  if (column?.numeric === true) return "";
  return String(value).length > LONG ? "words long" : "words";
};

const Head = ({
  stage,
  result,
  order,
  sort,
}: Props & { readonly order: Order | undefined; readonly sort: (column: number) => void }) => (
  <thead>
    <tr>
      {result.columns.map(({ name, type, numeric }, at) => {
        const sorted = order?.column === at ? (order.up ? "ascending" : "descending") : undefined;
        return (
          <th scope="col" key={at} class={numeric ? "" : "words"} aria-sort={sorted}>
            <button type="button" title={stage.speech.m.sql.sort(name)} onClick={() => sort(at)}>
              {name}
              <span aria-hidden="true">
                {sorted === undefined ? "" : sorted === "ascending" ? " ▲" : " ▼"}
              </span>
            </button>
            <small>{type}</small>
          </th>
        );
      })}
    </tr>
  </thead>
);

/** The rows of a result, a page at a time, in the order of the query or of a column. */
export const ResultTable = ({ stage, result }: Props) => {
  const { m, f } = stage.speech;
  const [order, setOrder] = useState<Order>();
  const [page, setPage] = useState(0);
  useEffect(() => {
    setOrder(undefined);
    setPage(0);
  }, [result]);
  const rows = useMemo(() => sortedRows(result.rows, order), [result, order]);
  const sort = (column: number) => {
    setOrder({ column, up: order?.column === column ? !order.up : true });
    setPage(0);
  };
  const from = page * PAGE;
  const shown = rows.slice(from, from + PAGE);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const count = f.number(rows.length);
  return (
    <>
      <section class="scroll sql-scroll" tabIndex={0} aria-label={m.sql.scroll(count)} dir="ltr">
        <table>
          <Head stage={stage} result={result} order={order} sort={sort} />
          <tbody>
            {shown.map((row, at) => (
              <tr key={from + at}>
                {row.map((value, column) => (
                  <td key={column} class={cellClass(value, result.columns[column])}>
                    {value === null ? <span class="nothing">{m.sql.nullText}</span> : String(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {last > 0 && (
        <p class="sql-pages">
          <button
            type="button"
            aria-disabled={page === 0}
            onClick={() => page > 0 && setPage(page - 1)}
          >
            {m.sql.previous}
          </button>
          <span role="status">
            {m.sql.pages(f.number(from + 1), f.number(from + shown.length), count)}
          </span>
          <button
            type="button"
            aria-disabled={page === last}
            onClick={() => page < last && setPage(page + 1)}
          >
            {m.sql.next}
          </button>
        </p>
      )}
      <p class="note">{m.sql.sortHint}</p>
    </>
  );
};
