import type { SqlTable } from "../../view/sql-tables.ts";
import type { SqlStage } from "./state.ts";

interface Props {
  readonly stage: SqlStage;
  readonly chosen: readonly string[];
  readonly choose: (tables: readonly string[]) => void;
}

/** The tables that a reader may load, with their sizes. */
export const Tables = ({ stage, chosen, choose }: Props) => {
  const { m, f } = stage.speech;
  const choice = ({ name, label, observations, replaced }: SqlTable) => (
    <label class="choice" key={name}>
      <input
        type="checkbox"
        checked={chosen.includes(name)}
        onChange={({ currentTarget }) =>
          choose(
            stage.tables
              .map((table) => table.name)
              .filter((other) => (other === name ? currentTarget.checked : chosen.includes(other))),
          )
        }
      />
      <span>
        <code>{name}</code>{" "}
        <small>
          {label}
          {replaced === undefined ? "" : `, ${m.sql.release(replaced)}`} ·{" "}
          {m.sql.observations(f.number(observations))}
        </small>
      </span>
    </label>
  );
  const current = stage.tables.filter((table) => table.replaced === undefined);
  const replaced = stage.tables.filter((table) => table.replaced !== undefined);
  return (
    <details class="sql-tables">
      <summary>
        {m.sql.tablesTitle}: {chosen.length === 0 ? m.sql.tablesNone : f.list(chosen)}
      </summary>
      <fieldset>
        <legend class="note">{m.sql.tablesHint}</legend>
        <div class="sql-choices">{current.map(choice)}</div>
      </fieldset>
      {replaced.length > 0 && (
        <fieldset>
          <legend class="note">
            {m.sql.replacedTitle}. {m.sql.replacedHint}
          </legend>
          <div class="sql-choices">{replaced.map(choice)}</div>
        </fieldset>
      )}
    </details>
  );
};
