import { firstWord } from "../../engine/reading.ts";
import { readSqlError, type SqlError } from "../../engine/sql-error.ts";
import { ALL_ROWS } from "../../view/sql-tables.ts";
import type { Phase, SqlStage, Statement } from "./state.ts";

interface Props {
  readonly stage: SqlStage;
  readonly phase: Extract<Phase, { kind: "trouble" }>;
  readonly run: (statement: Statement) => void;
}

const READING = /^(SELECT|FROM|WITH|VALUES|TABLE|DESCRIBE|DESC|SUMMARIZE|SHOW|UNPIVOT)$/;

const refusedWhy = (sql: string, { m }: SqlStage["speech"]): string => {
  const word = firstWord(sql);
  if (word === "") return m.sql.refusedNothing;
  if (word === "PIVOT" || /\bPIVOT\b/i.test(sql)) return m.sql.refusedPivot;
  return READING.test(word) ? m.sql.refusedMany : m.sql.refusedWord(word);
};

const Refused = ({ stage, sql }: { readonly stage: SqlStage; readonly sql: string }) => {
  const { m } = stage.speech;
  return (
    <>
      <p role="alert">
        <strong>{m.sql.refused}</strong> {refusedWhy(sql, stage.speech)}
      </p>
      <p>{m.sql.refusedHow}</p>
    </>
  );
};

const Hint = ({ stage, phase, run, error }: Props & { readonly error: SqlError }) => {
  const { m, f } = stage.speech;
  const { statement } = phase;
  if (error.kind === "no-table") {
    const name = error.name?.toLowerCase() ?? "";
    const known =
      name === ALL_ROWS
        ? undefined
        : stage.tables.find((table) => table.name.toLowerCase() === name);
    if (known === undefined)
      return <p>{m.sql.hintNoTable(f.list([ALL_ROWS, ...statement.tables]))}</p>;
    const tables = [...statement.tables, known.name];
    return (
      <p>
        {m.sql.hintTable(known.name)}{" "}
        <button type="button" class="quiet" onClick={() => run({ ...statement, tables })}>
          {m.sql.loadAndRun(known.name)}
        </button>
      </p>
    );
  }
  if (error.kind === "extension")
    return <p>{error.name === "icu" ? m.sql.hintIcu : m.sql.hintExtension(error.name ?? "")}</p>;
  if (error.kind === "files") return <p>{m.sql.hintFiles}</p>;
  if (error.kind === "memory") return <p>{m.sql.hintMemory}</p>;
  if (error.kind === "parameters") return <p>{m.sql.hintParameters}</p>;
  return null;
};

const Wrong = (props: Props & { readonly message: string }) => {
  const { m, f } = props.stage.speech;
  const error = readSqlError(props.message);
  const line = error.line === undefined ? "" : f.number(error.line);
  return (
    <>
      <p role="alert">
        <strong>{m.sql.wrong}</strong> {error.message}
      </p>
      {error.excerpt !== undefined && (
        <>
          <p>
            {error.column === undefined
              ? m.sql.place(line)
              : m.sql.placeColumn(line, f.number(error.column))}
          </p>
          <pre dir="ltr">{error.excerpt}</pre>
        </>
      )}
      <Hint {...props} error={error} />
    </>
  );
};

/** Why a statement gave no rows, and what to do. */
export const Trouble = (props: Props) => {
  const { stage, phase } = props;
  const { m, f } = stage.speech;
  const { trouble, statement, engine } = phase;
  if (trouble.kind === "refused") return <Refused stage={stage} sql={statement.sql} />;
  if (trouble.kind === "wrong") return <Wrong {...props} message={trouble.message} />;
  if (trouble.kind === "died")
    return (
      <>
        <p role="alert">{m.sql.died(trouble.message)}</p>
        <p role="status">{engine === "restarted" ? m.sql.diedRestarted : m.sql.diedRestarting}</p>
      </>
    );
  const why =
    trouble.by === "reader"
      ? m.sql.stoppedReader
      : m.sql.stoppedLimit(f.number(statement.limitMs / 1000));
  return (
    <>
      <p role="alert">{why}</p>
      {trouble.died && (
        <p role="status">{engine === "restarted" ? m.sql.restarted : m.sql.restarting}</p>
      )}
    </>
  );
};
