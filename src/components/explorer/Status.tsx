import type { EngineState, Stage } from "./state.ts";

interface Props {
  readonly stage: Pick<Stage, "speech">;
  readonly state: EngineState;
  readonly retry: () => void;
}

const words = ({ stage, state }: Props): string => {
  const { m, f } = stage.speech;
  if (state.kind === "starting") return state.words;
  if (state.kind === "ready") return m.explorer.engineReady(f.number(state.rows));
  if (state.kind === "asking") return m.explorer.asking;
  if (state.kind === "failed") return m.explorer.failed(state.reason);
  if (state.kind === "query-failed") return m.explorer.queryFailed(state.reason);
  return m.explorer.engineStart;
};

/** Says in words where the engine stands, and what to do when it fails. */
export const Status = (props: Props) => {
  const { stage, state, retry } = props;
  const { m } = stage.speech;
  const broken = state.kind === "failed" || state.kind === "query-failed";
  return (
    <div class={broken ? "status broken" : "status"} data-engine={state.kind}>
      <p role={broken ? "alert" : "status"}>{words(props)}</p>
      {state.kind === "starting" && state.total > 0 && (
        <progress
          max={state.total}
          value={Math.min(state.done, state.total)}
          aria-label={state.words}
        />
      )}
      {state.kind === "failed" && <p>{m.explorer.failedHelp}</p>}
      {broken && (
        <button type="button" onClick={retry}>
          {m.explorer.retry}
        </button>
      )}
    </div>
  );
};
