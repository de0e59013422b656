import { useEffect } from "preact/hooks";
import { warmUp } from "../../charts/warm-up.ts";
import { ChooseFile } from "./ChooseFile.tsx";
import { Explore } from "./Explore.tsx";
import { Findings } from "./Findings.tsx";
import { OwnViews } from "./OwnViews.tsx";
import { ownChartOptions } from "./own-figures.ts";
import { OWN_TABLE } from "./protocol.ts";
import type { ReturnStage } from "./state.ts";
import { TakeAway } from "./TakeAway.tsx";
import { useReturn } from "./use-return.ts";
import { WhatItIs } from "./WhatItIs.tsx";
import { Wizard } from "./Wizard.tsx";

type State = ReturnType<typeof useReturn>;

/** Where the page stands, and a way to stop what takes long. */
const Standing = ({ stage, state }: { readonly stage: ReturnStage; readonly state: State }) => {
  const words = stage.speech.m.return;
  const { busy, engine, broken, failed, said, cancel, start } = state;
  if (broken !== undefined)
    return (
      <div class="return-error" data-return="broken">
        <p role="alert">{words.engineFailed(broken)}</p>
        <button type="button" class="plain-button" onClick={start}>
          {words.retry}
        </button>
      </div>
    );
  return (
    <div class="status return-status" data-return={busy === undefined ? engine : "busy"}>
      <p role="status">
        {busy?.words ??
          (said !== "" ? said : engine === "ready" ? words.engineReady : words.engineStarting)}
      </p>
      {busy !== undefined && (
        <>
          {busy.total > 0 && (
            <progress
              max={busy.total}
              value={Math.min(busy.done, busy.total)}
              aria-label={busy.words}
            />
          )}
          <button type="button" class="plain-button" onClick={cancel}>
            {words.cancel}
          </button>
        </>
      )}
      {failed !== undefined && (
        <div class="return-error">
          <p role="alert">{words.failed(failed)}</p>
          <p>{words.failedHelp}</p>
        </div>
      )}
    </div>
  );
};

/** Runs a step when the page has nothing else to do; soon, where a browser does not tell. */
const whenIdle = (step: () => void): void => {
  if ("requestIdleCallback" in window) window.requestIdleCallback(() => step());
  else setTimeout(step);
};

/** The steps of a return, one below the other: each appears when the one before has an answer. */
export const Return = ({ stage }: { readonly stage: ReturnStage }) => {
  const words = stage.speech.m.return;
  const state = useReturn(stage);
  useEffect(() => {
    if (state.engine !== "ready") return;
    const options = { ...ownChartOptions(stage.speech, "warm-up", ""), document, width: 320 };
    warmUp(options, whenIdle);
  }, [state.engine, stage]);
  const { opened, figures, busy } = state;
  const isBusy = busy !== undefined;
  const applied = figures?.applied;
  const findings = [...(opened?.findings ?? []), ...(applied?.findings ?? [])];
  return (
    <div class="return" data-engine={state.engine}>
      <ChooseFile
        stage={stage}
        again={opened !== undefined}
        disabled={isBusy || state.engine === "baked"}
        choose={(file) => state.open(file, {})}
      />
      <Standing stage={stage} state={state} />
      {opened !== undefined && (
        <WhatItIs
          key={`${opened.name} ${opened.headerLine} ${opened.layout}`}
          stage={stage}
          opened={opened}
          disabled={isBusy}
          again={state.again}
        />
      )}
      {opened?.plain !== undefined && (
        <Wizard
          key={`${opened.name} ${opened.headerLine}`}
          stage={stage}
          plain={opened.plain}
          used={figures?.mapping}
          disabled={isBusy}
          ask={state.wizard}
          apply={state.apply}
        />
      )}
      {applied !== undefined && (
        <section class="return-step" id="checks" aria-labelledby="checks-title">
          <h2 id="checks-title">{words.checksTitle}</h2>
          <Findings stage={stage} groups={findings} />
        </section>
      )}
      {opened !== undefined && figures !== undefined && (
        <section class="return-step" id="figures" aria-labelledby="figures-title">
          <h2 id="figures-title">{words.exploreTitle}</h2>
          <p>{words.onScreen}</p>
          <Explore
            stage={stage}
            name={opened.name}
            table={OWN_TABLE}
            tables={figures.tables}
            totals={figures.totals}
            version={figures.version}
            areas={state.areas}
            ask={state.ask}
            beside={state.beside}
          />
        </section>
      )}
      {opened !== undefined && figures !== undefined && applied !== undefined && (
        <OwnViews
          key={figures.version}
          stage={stage}
          areas={state.areas}
          file={opened.name}
          rows={opened.rows}
          releases={[...new Set(figures.tables.map(({ release }) => release))]}
          ask={state.ask}
          load={state.load}
          explore={state.explore}
        />
      )}
      {applied !== undefined && (
        <section class="return-step" id="take" aria-labelledby="take-title">
          <h2 id="take-title">{words.takeTitle}</h2>
          <TakeAway stage={stage} suppressed={applied.suppressed} take={state.take} />
        </section>
      )}
    </div>
  );
};
