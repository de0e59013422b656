import type { Table, TableCell, TableRow } from "../figures/table.ts";
import type { Pull } from "./pull.ts";
import type { Stage } from "./state.ts";
import { ROW_HEIGHT } from "./use-window.ts";

interface Props {
  readonly stage: Stage;
  readonly rows: readonly TableRow[];
  readonly columns: Table["columns"];
  /** First row drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly name: (of: { readonly code: string; readonly label: string }) => string;
  readonly pull: ((pull: Pull) => void) | undefined;
}

const Value = ({
  stage,
  cell,
  name,
  pull,
}: Pick<Props, "stage" | "pull"> & { readonly cell: TableCell; readonly name: string }) => {
  if (cell.state === "not-reported")
    return (
      <span class="nothing" title={cell.text}>
        <span aria-hidden="true">▨</span>
        <span class="visually-hidden">{cell.text}</span>
      </span>
    );
  if (pull === undefined) return <>{cell.text}</>;
  return (
    <button
      type="button"
      class="thread"
      aria-label={stage.speech.m.thread.open(`${name}: ${cell.text}`)}
      onClick={() => pull({ thread: cell.thread, text: cell.text, name })}
    >
      {cell.text}
    </button>
  );
};

/** Room for rows that are not drawn. */
const Gap = ({ rows, columns }: { readonly rows: number; readonly columns: number }) =>
  rows > 0 ? (
    <tr>
      <td
        colSpan={columns}
        style={{ blockSize: `${rows * ROW_HEIGHT}px`, padding: 0, border: 0 }}
      />
    </tr>
  ) : null;

/** The body of a table: the rows from one to another, and room for those that are not drawn. */
export const TableRows = ({ stage, rows, columns, from, to, name, pull }: Props) => (
  <tbody>
    <Gap rows={from} columns={columns.length + 1} />
    {rows.slice(from, to).map((row, index) => (
      <tr key={row.code} data-code={row.code} aria-rowindex={from + index + 2}>
        <th scope="row">{name(row)}</th>
        {row.cells.map((cell, at) => (
          <td key={columns[at]?.code} class={cell.state}>
            <Value
              stage={stage}
              cell={cell}
              name={`${row.label}, ${columns[at]?.label ?? ""}`}
              pull={pull}
            />
          </td>
        ))}
      </tr>
    ))}
    <Gap rows={rows.length - to} columns={columns.length + 1} />
  </tbody>
);
