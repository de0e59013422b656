import { useEffect, useRef } from "preact/hooks";
import { labelOf } from "../../i18n/labels.ts";
import { codesOf } from "../../standard/observation.ts";
import type { Row } from "../../view/query.ts";
import type { View } from "../../view/view.ts";
import type { Pull } from "./pull.ts";
import type { Stage } from "./state.ts";

interface Props {
  readonly stage: Stage;
  readonly view: View;
  readonly pull: Pull;
  readonly rows: readonly Row[];
  readonly close: () => void;
}

const SHOWN = 200;
const text = (row: Row, name: string): string => String(row[name] ?? "");

/** The thread: how a number was made, and the rows of the source that it came from. */
export const ThreadDialog = ({ stage, view, pull, rows, close }: Props) => {
  const { m, f } = stage.speech;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const flags = [...new Set(rows.flatMap((row) => text(row, "flags").split("|")))].filter(Boolean);
  const count = m.thread.rows(f.number(rows.length), rows.length);
  const formula =
    view.measure === "share" ? m.thread.share(pull.text) : m.thread.formula(pull.text, count);
  return (
    <dialog ref={dialog} class="thread-dialog" onClose={close} aria-labelledby="thread-title">
      <h2 id="thread-title">{m.thread.title}</h2>
      <p class="subtitle">{pull.name}</p>
      <p>{rows.length === 0 ? m.thread.none : formula}</p>
      <section class="scroll" tabIndex={0} aria-label={m.thread.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.thread.area}</th>
              <th scope="col">{m.thread.period}</th>
              {view.by !== "_T" && <th scope="col">{m.thread.category}</th>}
              <th scope="col">{m.thread.value}</th>
              <th scope="col">{m.thread.flags}</th>
              <th scope="col">{m.thread.release}</th>
              <th scope="col">{m.thread.row}</th>
              <th scope="col">{m.thread.label}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr
                key={`${text(row, "ref_area")} ${text(row, "release")} ${text(row, "source_row")}`}
              >
                <th scope="row">{stage.names.areas[text(row, "ref_area")]}</th>
                <td>{text(row, "time_period")}</td>
                {view.by !== "_T" && (
                  <td class="words">{labelOf(view.by, text(row, view.by), stage.names.areas)}</td>
                )}
                <td>
                  {typeof row["obs_value"] === "number"
                    ? f.number(row["obs_value"])
                    : labelOf("obs_status", text(row, "obs_status"), stage.names.areas)}
                </td>
                <td class="words">{text(row, "flags").replaceAll("|", " ")}</td>
                <td class="words">{text(row, "release")}</td>
                <td class="words">{text(row, "source_row")}</td>
                <td class="words" lang="en">
                  {text(row, "source_detail")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > SHOWN && (
        <p class="note">{m.thread.cut(f.number(SHOWN), f.number(rows.length))}</p>
      )}
      {flags.length > 0 && (
        <>
          <h3>{m.thread.flagsTitle}</h3>
          <dl class="flags">
            {flags.map((flag) => {
              const entry = codesOf("CL_FLAG").find((candidate) => candidate.code === flag);
              return (
                <div key={flag}>
                  <dt>{entry?.label}</dt>
                  <dd>{entry?.definition}</dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
      <button type="button" onClick={() => dialog.current?.close()}>
        {m.thread.close}
      </button>
    </dialog>
  );
};
