import type { Example } from "../../view/sql-examples.ts";
import type { SqlStage } from "./state.ts";

interface Props {
  readonly stage: SqlStage;
  /** Puts an example into the editor; absent until the page is alive. */
  readonly use: ((example: Example) => void) | undefined;
}

/** Queries that keep the rules of the field, to read, run and change. */
export const Examples = ({ stage, use }: Props) => {
  const { m, f } = stage.speech;
  return (
    <section class="sql-examples" aria-labelledby="sql-examples-title">
      <h2 id="sql-examples-title">{m.sql.examplesTitle}</h2>
      <p class="note">{m.sql.examplesHint}</p>
      <ul>
        {stage.examples.map((example) => (
          <li key={example.id}>
            <details>
              <summary>{m.sql.example[example.id]}</summary>
              <pre tabIndex={0}>{example.sql}</pre>
              <p class="note">{m.sql.needs(f.list(example.tables))}</p>
              {use !== undefined && (
                <button type="button" class="quiet" onClick={() => use(example)}>
                  {m.sql.useExample}
                  <span class="visually-hidden">: {m.sql.example[example.id]}</span>
                </button>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
};
