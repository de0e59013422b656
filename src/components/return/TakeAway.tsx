import { useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import type { SuppressionReport } from "../../return/suppress.ts";
import { saveFile } from "../explorer/save-file.ts";
import type { TakeFormat } from "./protocol.ts";
import type { ReturnStage } from "./state.ts";

interface Props {
  readonly stage: ReturnStage;
  readonly suppressed: SuppressionReport;
  /** Makes a file in the worker. */
  readonly take: (
    format: TakeFormat,
    suppress: boolean,
  ) => Promise<{ readonly name: string; readonly file: Blob; readonly rows: number }>;
}

const FORMATS = ["sdmx", "csv", "xlsx"] as const satisfies readonly TakeFormat[];

/** What is left out, in numbers. */
const suppressedWords = (
  { counts, small, companions, withheld }: SuppressionReport,
  { speech }: ReturnStage,
): string => {
  const { m, f } = speech;
  const words = m.return;
  if (small === 0) return words.suppressedNone(f.number(counts));
  const told = words.suppressed(f.number(small), f.number(companions), f.number(counts));
  return withheld === 0 ? told : `${told} ${words.withheld(f.number(withheld))}`;
};

/** The figures of a return as files, with its small numbers left out unless the reader says otherwise. */
export const TakeAway = ({ stage, suppressed, take }: Props) => {
  const { m, f } = stage.speech;
  const words = m.return;
  const [suppress, setSuppress] = useState(true);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const told = suppress ? suppressedWords(suppressed, stage) : words.suppressOff;
  const save = async (format: TakeFormat): Promise<void> => {
    setBusy(true);
    setSaid(words.preparing);
    try {
      const { name, file, rows } = await take(format, suppress);
      saveFile(name, file);
      setSaid(words.saved(name, f.number(rows)));
    } catch (error) {
      setSaid(words.failed(reasonOf(error)));
    }
    setBusy(false);
  };
  return (
    <>
      <p>{words.takeIntro}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={suppress}
          onChange={(event) => setSuppress(event.currentTarget.checked)}
        />
        <span>{words.suppress}</span>
      </label>
      <p class="note">{words.suppressHelp}</p>
      <details>
        <summary>{words.suppressHow}</summary>
        <ul class="facts">
          {m.findings.suppression.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <p data-suppressed={suppress ? "on" : "off"}>{told}</p>
      <p class="take-own">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class={format === "sdmx" ? "main" : "plain-button"}
            disabled={busy}
            onClick={() => save(format)}
          >
            {words.takeFormat(words.formats[format])}
          </button>
        ))}
      </p>
      <p role="status" class="note">
        {said}
      </p>
    </>
  );
};
