import { useEffect, useState } from "preact/hooks";
import type { Answered, Phase, SqlStage, Statement } from "./state.ts";
import { Trouble } from "./Trouble.tsx";

interface Props {
  readonly stage: SqlStage;
  readonly phase: Phase;
  readonly answered: Answered | undefined;
  readonly run: (statement: Statement) => void;
}

/** How far a query is into the time that it may take. */
const Clock = ({ stage, since, limitMs }: { stage: SqlStage; since: number; limitMs: number }) => {
  const { m, f } = stage.speech;
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const passed = Math.max(0, now - since);
  const words = m.sql.elapsed(f.number(Math.floor(passed / 1000)));
  return (
    <p class="sql-clock" aria-hidden="true">
      <progress max={limitMs} value={Math.min(passed, limitMs)} /> {words}
    </p>
  );
};

const answeredWords = ({ m, f }: SqlStage["speech"], { result, ms }: Answered): string =>
  m.sql.answered(
    result.more ? m.sql.rowsAndMore(f.number(result.rows.length)) : f.number(result.rows.length),
    f.number(result.columns.length),
    f.number(Math.max(0.01, ms / 1000)),
  );

/** Says where the query stands, what came of it, and what to do where nothing did. */
export const RunState = ({ stage, phase, answered, run }: Props) => {
  const { m, f } = stage.speech;
  if (phase.kind === "trouble")
    return (
      <div class="status broken" data-sql="trouble">
        <Trouble stage={stage} phase={phase} run={run} />
      </div>
    );
  if (phase.kind === "failed")
    return (
      <div class="status broken" data-sql="failed">
        <p role="alert">{m.sql.failed(phase.reason)}</p>
        <p>{m.sql.failedHelp}</p>
      </div>
    );
  const words =
    phase.kind === "waiting"
      ? phase.words
      : phase.kind === "running"
        ? m.sql.running(f.number(phase.limitMs / 1000))
        : phase.kind === "stopped-before"
          ? m.sql.stoppedBefore
          : phase.kind === "answered" && answered !== undefined
            ? answeredWords(stage.speech, answered)
            : phase.kind === "ready"
              ? m.sql.ready
              : m.sql.idle;
  return (
    <div class="status" data-sql={phase.kind}>
      <p role="status">{words}</p>
      {phase.kind === "waiting" && phase.total > 0 && (
        <progress max={phase.total} value={Math.min(phase.done, phase.total)} aria-label={words} />
      )}
      {phase.kind === "running" && (
        <Clock stage={stage} since={phase.since} limitMs={phase.limitMs} />
      )}
      {phase.kind === "answered" && answered?.result.rows.length === 0 && <p>{m.sql.empty}</p>}
    </div>
  );
};
