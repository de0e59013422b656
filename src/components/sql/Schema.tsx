import { CODE_LISTS, type CodeListId } from "../../standard/codelists/index.ts";
import { type Column, codesOf, OBSERVATION_COLUMNS } from "../../standard/observation.ts";
import { RELEASE_COLUMNS } from "../../standard/release.ts";
import { quote } from "../../standard/sql.ts";
import { ALL_ROWS, sqlName } from "../../view/sql-tables.ts";
import type { SqlStage } from "./state.ts";

interface Props {
  readonly stage: SqlStage;
  /** Puts a text into the query; absent until the page is alive. */
  readonly insert: ((text: string) => void) | undefined;
}

const Name = ({ stage, insert, text }: Props & { readonly text: string }) =>
  insert === undefined ? (
    <code>{text}</code>
  ) : (
    <button
      type="button"
      class="sql-name"
      aria-label={stage.speech.m.sql.insert(text)}
      onClick={() => insert(text)}
    >
      {text}
    </button>
  );

const Codes = ({ list, ...props }: Props & { readonly list: CodeListId }) => {
  const { m, f } = props.stage.speech;
  if (list === "CL_AREA") return <p class="note">{m.sql.areaCodes}</p>;
  const codes = codesOf(list);
  return (
    <details>
      <summary>
        {list}, {m.sql.codes(f.number(codes.length))}
      </summary>
      <ul class="sql-codes">
        {codes.map(({ code, label }) => (
          <li key={code}>
            <Name {...props} text={quote(code)} /> {label}
          </li>
        ))}
      </ul>
    </details>
  );
};

const ColumnEntry = ({ column, ...props }: Props & { readonly column: Column }) => {
  const { m } = props.stage.speech;
  return (
    <li>
      <Name {...props} text={sqlName(column.name)} />{" "}
      <small>{column.type === "number" ? m.sql.types.number : m.sql.types.text}</small>
      <span class="note">{column.description}</span>
      {"codelist" in column && <Codes {...props} list={column.codelist} />}
    </li>
  );
};

/** Every table, column and code that a query may name. */
export const Schema = (props: Props) => {
  const { stage } = props;
  const { m } = stage.speech;
  const lists: CodeListId[] = [...(Object.keys(CODE_LISTS) as CodeListId[]), "CL_AREA"];
  return (
    <section class="sql-schema" aria-labelledby="sql-schema-title">
      <h2 id="sql-schema-title">{m.sql.schemaTitle}</h2>
      <p class="note">{m.sql.schemaHint}</p>
      <details open>
        <summary>{m.sql.columnsTitle}</summary>
        <ul>
          {OBSERVATION_COLUMNS.map((column) => (
            <ColumnEntry key={column.name} {...props} column={column} />
          ))}
        </ul>
      </details>
      <h3>{m.sql.tables}</h3>
      <ul>
        <li>
          <Name {...props} text={ALL_ROWS} />
          <span class="note">{m.sql.allRows}</span>
        </li>
        {stage.tables.map(({ name, definition, replaced }) => (
          <li key={name}>
            <Name {...props} text={sqlName(name)} />
            <span class="note">
              {replaced === undefined ? definition : m.sql.release(replaced)}
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{m.sql.codelistsTitle}</summary>
        <p class="note">{m.sql.codelistsHint}</p>
        <ul class="sql-codes">
          {lists.map((list) => (
            <li key={list}>
              <Name {...props} text={list} /> {list === "CL_AREA" ? "" : CODE_LISTS[list].name}
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>releases</summary>
        <p class="note">{m.sql.releasesTable}</p>
        <ul class="sql-codes">
          {["releases", ...RELEASE_COLUMNS].map((name) => (
            <li key={name}>
              <Name {...props} text={sqlName(name)} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};
