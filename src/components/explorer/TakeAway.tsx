import { useCallback, useId, useMemo, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import { SELECTION_FORMATS, type SelectionFormatId } from "../../export/formats.ts";
import { selectionName } from "../../export/selection-name.ts";
import type { Answer } from "../../view/answer.ts";
import type { Extent } from "../../view/extent.ts";
import { observationsQuery, type Row } from "../../view/query.ts";
import type { View } from "../../view/view.ts";
import { saveFile } from "./save-file.ts";
import type { Stage } from "./state.ts";
import { TextChoices } from "./TextChoices.tsx";
import { coverageIn, type Subject, threadOf } from "./take-subject.ts";
import type { Ask } from "./use-engine.ts";
import { useExtent } from "./use-extent.ts";
import { WholeDataset } from "./WholeDataset.tsx";

interface Props {
  readonly stage: Stage;
  readonly view: View;
  /** Undefined while there is nothing to take. */
  readonly answer: Answer | undefined;
  readonly ask: Ask;
  readonly disabled: boolean;
}

/** Observations written so far, of how many. */
interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What can be taken, or why nothing can be yet. */
const holdsOf = (
  { speech }: Stage,
  subject: Subject | undefined,
  extent: Extent | string | undefined,
): string => {
  const words = speech.m.takeaway;
  if (subject === undefined) return words.waiting;
  if (extent === undefined) return words.counting;
  if (typeof extent === "string") return words.notReady(extent);
  return words.holds(speech.f.number(extent.rows), extent.rows, coverageIn(subject));
};

/** Takes away exactly the observations behind the view, the query that found them, and how to cite them. */
export const TakeAway = ({ stage, view, answer, ask, disabled }: Props) => {
  const { m, f } = stage.speech;
  const words = m.takeaway;
  const id = useId();
  const [format, setFormat] = useState<SelectionFormatId>("csv");
  const [said, setSaid] = useState("");
  const [progress, setProgress] = useState<Progress>();
  const subject = useMemo<Subject | undefined>(
    () => (disabled || answer === undefined ? undefined : { stage, answer }),
    [stage, answer, disabled],
  );
  const found = useExtent(subject, ask);
  const extent = typeof found === "string" ? undefined : found;
  const busy = progress !== undefined;

  const take = async (
    ending: string,
    write: (of: Subject, rows: readonly Row[]) => Promise<Blob>,
  ): Promise<void> => {
    if (subject === undefined || busy) return;
    const asked = subject.answer.view;
    const name = `${selectionName(asked)}${ending}`;
    setProgress({ done: 0, of: 1 });
    try {
      const rows = await ask(observationsQuery(asked, threadOf(subject)), asked);
      setSaid(words.preparing(f.number(rows.length)));
      saveFile(name, await write(subject, rows));
      setSaid(words.saved(name, f.number(rows.length), rows.length));
    } catch (error) {
      setSaid(words.failed(reasonOf(error)));
    } finally {
      setProgress(undefined);
    }
  };
  const takePlain = () =>
    take(".csv", async (of, rows) => (await import("./take-rows.ts")).plainCsv(of, rows));
  const takeArchive = () =>
    take(`_${format}.zip`, async (of, rows) => {
      const { archiveOf } = await import("./take-archive.ts");
      const releases = [...new Set(rows.map((row) => String(row["release"])))];
      return archiveOf(of, { rows: rows.length, releases }, rows, format, (done) =>
        setProgress({ done, of: rows.length }),
      );
    });

  const makeCode = useCallback(async () => {
    if (subject === undefined) return [];
    const { codeChoices } = await import("./take-texts.ts");
    return codeChoices(subject);
  }, [subject]);
  const makeCitations = useCallback(async () => {
    if (subject === undefined || extent === undefined) return [];
    const { citationChoices } = await import("./take-texts.ts");
    return citationChoices(subject, extent);
  }, [subject, extent]);

  const able = subject !== undefined && !busy;
  return (
    <section class="take-away" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p>{holdsOf(stage, subject, found)}</p>
      <div class="take-ways">
        <button type="button" class="main" disabled={!able} onClick={takePlain}>
          {words.plain}
        </button>
        <label class="field">
          <span>{words.format}</span>
          <select
            value={format}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const chosen = SELECTION_FORMATS.find((candidate) => candidate.id === value);
              if (chosen !== undefined) setFormat(chosen.id);
            }}
          >
            {SELECTION_FORMATS.map((candidate) => (
              <option key={candidate.id} value={candidate.id}>
                {words.formats[candidate.id]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" disabled={!able} onClick={takeArchive}>
          {words.archive}
        </button>
      </div>
      <p class="note" id={`${id}-hint`}>
        {words.hints[format]}
      </p>
      {progress !== undefined && (
        <progress aria-label={words.progress} max={progress.of} value={progress.done} />
      )}
      <p role="status" class="note">
        {said}
      </p>
      <WholeDataset stage={stage} view={view} />
      <TextChoices
        speech={stage.speech}
        title={words.codeTitle}
        intro={words.codeIntro}
        choice={words.codeChoice}
        wrapped={false}
        make={subject === undefined ? undefined : makeCode}
      />
      <TextChoices
        speech={stage.speech}
        title={words.citeTitle}
        intro={words.citeIntro}
        choice={words.citeChoice}
        wrapped={true}
        make={extent === undefined ? undefined : makeCitations}
      />
    </section>
  );
};
