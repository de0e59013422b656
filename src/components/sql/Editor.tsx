import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import { MAX_LINK } from "../../view/sql-address.ts";
import type { SqlStage } from "./state.ts";

/** Seconds after which a query may be stopped. */
export const LIMITS = [5, 30, 60, 120] as const;

interface Props {
  readonly stage: SqlStage;
  readonly busy: boolean;
  /** Until then nothing can be run. */
  readonly alive: boolean;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly sql: string;
  readonly write: (sql: string) => void;
  readonly seconds: number;
  readonly allow: (seconds: number) => void;
  readonly warm: () => void;
  readonly run: () => void;
  readonly cancel: () => void;
  /** Address of this query, or undefined where it is too long for one. */
  readonly link: () => string | undefined;
}

/** The query as text, and what starts and stops it. The Tab key leaves the box as it leaves any other. */
export const Editor = (props: Props) => {
  const { stage, busy, alive, box, sql, write, seconds, allow, warm, run, cancel } = props;
  const { m, f } = stage.speech;
  const [said, setSaid] = useState("");
  const copy = async () => {
    const link = props.link();
    if (link === undefined) return setSaid(m.sql.tooLong(f.number(MAX_LINK)));
    try {
      await navigator.clipboard.writeText(link);
      setSaid(m.sql.copied);
    } catch (error) {
      setSaid(`${m.sql.notCopied(link)} (${reasonOf(error)})`);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!busy) run();
    }
    if (event.key === "Escape" && busy) cancel();
  };
  return (
    <form
      class="sql-editor"
      aria-label={m.sql.editorTitle}
      onSubmit={(event) => event.preventDefault()}
    >
      <label class="sql-label" for="sql-text">
        {m.sql.editorLabel}
      </label>
      <textarea
        id="sql-text"
        ref={box}
        value={sql}
        rows={12}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        dir="ltr"
        aria-describedby="sql-hint"
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onFocus={warm}
        onKeyDown={keys}
      />
      <p class="note" id="sql-hint">
        {m.sql.editorHint}
      </p>
      <div class="sql-actions">
        <button
          type="button"
          class="main"
          disabled={!alive}
          aria-disabled={busy}
          onClick={() => !busy && run()}
        >
          {m.sql.run}
        </button>
        <button type="button" class="sql-cancel" aria-disabled={!busy} onClick={cancel}>
          {m.sql.cancel}
        </button>
        <label class="sql-limit">
          <span>{m.sql.limit}</span>
          <select
            value={String(seconds)}
            disabled={!alive || busy}
            onChange={({ currentTarget }) => allow(Number(currentTarget.value))}
          >
            {LIMITS.map((limit) => (
              <option key={limit} value={String(limit)} selected={limit === seconds}>
                {m.sql.limitSeconds(f.number(limit))}
              </option>
            ))}
          </select>
        </label>
        {alive && (
          <button type="button" class="quiet" onClick={copy}>
            {m.sql.copyLink}
          </button>
        )}
      </div>
      <p class="note" role="status">
        {said}
      </p>
    </form>
  );
};
