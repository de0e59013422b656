import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { decodeSqlLink, encodeSqlLink, type FoundLink } from "../../view/sql-address.ts";
import type { Example } from "../../view/sql-examples.ts";
import { FIRST_TABLE } from "../../view/sql-tables.ts";
import { Editor, LIMITS } from "./Editor.tsx";
import { Examples } from "./Examples.tsx";
import { ResultPanel } from "./ResultPanel.tsx";
import { RunState } from "./RunState.tsx";
import { Schema } from "./Schema.tsx";
import type { SqlStage, Statement } from "./state.ts";
import { Tables } from "./Tables.tsx";
import { useConsole } from "./use-console.ts";

const LinkNotes = ({ stage, link }: { readonly stage: SqlStage; readonly link: FoundLink }) => {
  const { m, f } = stage.speech;
  const notes = [
    ...(link.sql === undefined ? [] : [m.sql.fromLink]),
    ...(link.version === undefined || link.version === stage.dataVersion
      ? []
      : [m.sql.linkVersion(link.version, stage.dataVersion)]),
    ...(link.unusable.length === 0
      ? []
      : [m.sql.linkUnusable(f.list(link.unusable.map((part) => m.sql.linkParts[part])))]),
  ];
  return notes.length === 0 ? null : (
    <div class="sql-link" role="status">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
};

const Rules = ({ stage }: { readonly stage: SqlStage }) => {
  const { m } = stage.speech;
  return (
    <section class="sql-rules" aria-labelledby="sql-rules-title">
      <h2 id="sql-rules-title">{m.sql.rulesTitle}</h2>
      <ol>
        {m.sql.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </section>
  );
};

/** A place for SQL on the published tables: what can be asked, the question, and the answer. */
export const Console = ({
  stage,
  typed,
}: {
  readonly stage: SqlStage;
  /** What stands in the editor already; the first example where it is left out. */
  readonly typed?: string | undefined;
}) => {
  const [alive, setAlive] = useState(false);
  const [sql, setSql] = useState(typed ?? stage.examples[1]?.sql ?? "");
  const [tables, setTables] = useState<readonly string[]>([FIRST_TABLE]);
  const [seconds, setSeconds] = useState<number>(LIMITS[1]);
  const [link, setLink] = useState<FoundLink>();
  const box = useRef<HTMLTextAreaElement>(null);
  const { phase, answered, busy, warm, run, cancel } = useConsole(stage);

  useEffect(() => {
    const found = decodeSqlLink(
      location.search,
      stage.tables.map(({ name }) => name),
    );
    if (found.sql !== undefined) setSql(found.sql);
    if (found.tables !== undefined && found.tables.length > 0) setTables(found.tables);
    setLink(found);
    setAlive(true);
  }, [stage]);

  const addressOf = (statement: Pick<Statement, "sql" | "tables">): string | undefined => {
    const search = encodeSqlLink({ ...statement, version: stage.dataVersion });
    return search === undefined ? undefined : `${location.origin}${location.pathname}?${search}`;
  };
  const start = (statement: Statement) => {
    setTables(statement.tables);
    // The address names what was run last, so that it can be kept; a query too long for one leaves it bare.
    history.replaceState(null, "", addressOf(statement) ?? location.pathname);
    run(statement);
  };
  const write = useCallback((text: string) => {
    setSql(text);
    setLink(undefined);
  }, []);
  const insert = useCallback(
    (text: string) => {
      const editor = box.current;
      if (editor === null) return;
      const before = editor.value.slice(0, editor.selectionStart);
      const gap = before === "" || /[\s(,.]$/.test(before) ? "" : " ";
      editor.setRangeText(`${gap}${text}`, editor.selectionStart, editor.selectionEnd, "end");
      write(editor.value);
      editor.focus();
    },
    [write],
  );
  const use = useCallback(
    (example: Example) => {
      write(example.sql);
      setTables(example.tables);
      box.current?.focus();
      box.current?.setSelectionRange(0, 0);
    },
    [write],
  );
  // These are long and do not change while a reader writes.
  const examples = useMemo(
    () => <Examples stage={stage} use={alive ? use : undefined} />,
    [stage, alive, use],
  );
  const schema = useMemo(
    () => <Schema stage={stage} insert={alive ? insert : undefined} />,
    [stage, alive, insert],
  );
  return (
    <div class="sql">
      <div class="sql-main">
        {link !== undefined && <LinkNotes stage={stage} link={link} />}
        <Tables stage={stage} chosen={tables} choose={setTables} />
        <Editor
          stage={stage}
          busy={busy}
          alive={alive}
          box={box}
          sql={sql}
          write={write}
          seconds={seconds}
          allow={setSeconds}
          warm={warm}
          run={() => start({ sql, tables, limitMs: seconds * 1000 })}
          cancel={cancel}
          link={() => addressOf({ sql, tables })}
        />
        <RunState stage={stage} phase={phase} answered={answered} run={start} />
        {answered !== undefined && <ResultPanel stage={stage} answered={answered} />}
        <Rules stage={stage} />
        {examples}
      </div>
      <div class="sql-side">{schema}</div>
    </div>
  );
};
