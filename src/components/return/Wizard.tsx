import { useRef, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import type { Mapping } from "../../return/mapping.ts";
import { MapColumns } from "./MapColumns.tsx";
import { MapFields } from "./MapFields.tsx";
import { problemWords } from "./problem-words.ts";
import type { PlainTable, WizardRequest, WizardState } from "./protocol.ts";
import type { ReturnStage } from "./state.ts";

interface Props {
  readonly stage: ReturnStage;
  readonly plain: PlainTable;
  /** The mapping behind the figures below, if there are any. */
  readonly used: Mapping | undefined;
  readonly disabled: boolean;
  readonly ask: (request: WizardRequest) => Promise<WizardState>;
  readonly apply: (mapping: Mapping) => void;
}

/** Maps a plain table, column by column and value by value. What was guessed is shown and can be corrected. */
export const Wizard = ({ stage, plain, used, disabled, ask, apply }: Props) => {
  const { m, f } = stage.speech;
  const words = m.return;
  const [state, setState] = useState<WizardState>(plain);
  const [failed, setFailed] = useState<string>();
  const [isOpen, setOpen] = useState(plain.problems.length > 0);
  const question = useRef(0);
  const send = (request: WizardRequest): void => {
    question.current += 1;
    const number = question.current;
    setFailed(undefined);
    ask(request)
      .then((next) => {
        if (number === question.current) setState(next);
      })
      .catch((error: unknown) => setFailed(reasonOf(error)));
  };
  const { mapping, problems, unused, guesses } = state;
  /** Shows a change at once; what it still lacks comes after. */
  const change = (next: Mapping): void => {
    setState((before) => ({ ...before, mapping: next }));
    send({ kind: "check", mapping: next, guesses });
  };
  const changed = used !== undefined && used !== mapping;
  return (
    <section class="return-step" id="map" aria-labelledby="map-title">
      <h2 id="map-title">{words.mapTitle}</h2>
      <p>{words.mapIntro}</p>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.mapOpen}</summary>
        {isOpen && (
          <>
            <MapFields
              stage={stage}
              plain={plain}
              state={state}
              change={change}
              changeIndicator={(indicator) =>
                send({ kind: "indicator", mapping, guesses, indicator })
              }
            />
            <MapColumns
              stage={stage}
              plain={plain}
              state={state}
              change={change}
              changeColumn={(target, column) =>
                send({ kind: "column", mapping, guesses, target, column })
              }
            />
            {unused.length > 0 && <p class="note">{words.unused(f.list(unused))}</p>}
          </>
        )}
      </details>
      {failed !== undefined && (
        <p class="return-error" role="alert">
          {words.failed(failed)}
        </p>
      )}
      {problems.length > 0 && (
        <div class="return-error" data-missing={problems.length}>
          <p>{words.stillMissing}</p>
          <ul class="facts">
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{problemWords(problem, stage)}</li>
            ))}
          </ul>
        </div>
      )}
      {changed && <p class="note">{words.mappingChanged}</p>}
      <p class="take-own">
        <button
          type="button"
          class="main"
          disabled={disabled || problems.length > 0 || used === mapping}
          onClick={() => apply(mapping)}
        >
          {words.applyMapping}
        </button>
      </p>
    </section>
  );
};
