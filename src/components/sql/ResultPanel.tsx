import { useState } from "preact/hooks";
import { encoded } from "../../export/chunks.ts";
import { tableCsvChunks } from "../../export/csv.ts";
import { queryJsonChunks } from "../../export/sql-result.ts";
import { saveFile } from "../explorer/save-file.ts";
import { Ways } from "../explorer/Ways.tsx";
import { ResultChart } from "./ResultChart.tsx";
import { ResultTable } from "./ResultTable.tsx";
import type { Answered, SqlStage } from "./state.ts";

interface Props {
  readonly stage: SqlStage;
  readonly answered: Answered;
}

const save = (name: string, type: string, chunks: Iterable<string>): void =>
  saveFile(name, new Blob([...encoded(chunks)], { type }));

const Take = ({ stage, answered }: Props) => {
  const { m } = stage.speech;
  const [said, setSaid] = useState("");
  const { statement, result } = answered;
  const { columns, rows } = result;
  const take = (ending: "csv" | "json") => {
    const name = `query_data-${stage.dataVersion}.${ending}`;
    if (ending === "csv")
      save(
        name,
        "text/csv;charset=utf-8",
        tableCsvChunks(
          columns.map((column) => column.name),
          rows,
          true,
        ),
      );
    else
      save(
        name,
        "application/json",
        queryJsonChunks(columns, rows, {
          sql: statement.sql,
          tables: statement.tables,
          version: stage.dataVersion,
          cut: result.more,
          caveat: m.sql.caveat,
        }),
      );
    setSaid(m.sql.saved(name));
  };
  return (
    <div class="take">
      <button type="button" class="main" onClick={() => take("csv")}>
        {m.sql.csv}
      </button>
      <button type="button" class="main" onClick={() => take("json")}>
        {m.sql.json}
      </button>
      <p role="status" class="note">
        {said}
      </p>
    </div>
  );
};

/** The last result, as a table or as a chart, with the query behind it, to be taken away. */
export const ResultPanel = ({ stage, answered }: Props) => {
  const { m, f } = stage.speech;
  const [way, setWay] = useState<"table" | "chart">("table");
  const { statement, result } = answered;
  return (
    <figure class="panel sql-result" aria-labelledby="sql-result-title">
      <div class="panel-head">
        <h2 id="sql-result-title">{m.sql.resultTitle}</h2>
      </div>
      {result.more && <p class="sql-cut">{m.sql.cut(f.number(result.rows.length))}</p>}
      <Ways
        label={m.sql.show}
        ways={[
          { value: "table", label: m.sql.asTable },
          { value: "chart", label: m.sql.asChart },
        ]}
        chosen={way}
        choose={setWay}
      />
      {way === "table" ? (
        <ResultTable stage={stage} result={result} />
      ) : (
        <ResultChart stage={stage} result={result} />
      )}
      <figcaption>
        <p>
          {m.sql.caveat} {m.sql.dataVersion(stage.dataVersion)}
          {"."}
        </p>
        <details>
          <summary>{m.sql.query}</summary>
          <pre tabIndex={0} dir="ltr">
            {statement.sql}
          </pre>
        </details>
      </figcaption>
      <Take stage={stage} answered={answered} />
    </figure>
  );
};
