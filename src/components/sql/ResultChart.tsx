import { useEffect, useMemo, useState } from "preact/hooks";
import { barsDrawing } from "../../charts/bars.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { trendDrawing } from "../../charts/trend.ts";
import type { Result } from "../../engine/reading.ts";
import { Chart } from "../explorer/Chart.tsx";
import {
  type ChartChoice,
  drawingOf,
  firstChoice,
  numberColumns,
  type ResultDrawing,
} from "./chart-data.ts";
import type { SqlStage } from "./state.ts";

interface Props {
  readonly stage: SqlStage;
  readonly result: Result;
}

const NOT_BAKED = {};

interface PickProps {
  readonly label: string;
  readonly result: Result;
  readonly places: readonly number[];
  readonly chosen: number | undefined;
  /** What stands for no column; absent where one must be chosen. */
  readonly none?: string;
  readonly choose: (column: number | undefined) => void;
}

const ColumnPick = ({ label, result, places, chosen, none, choose }: PickProps) => (
  <label>
    <span>{label}</span>
    <select
      value={chosen === undefined ? "" : String(chosen)}
      onChange={({ currentTarget: { value } }) => choose(value === "" ? undefined : Number(value))}
    >
      {none !== undefined && <option value="">{none}</option>}
      {places.map((at) => (
        <option key={at} value={String(at)} selected={at === chosen}>
          {result.columns[at]?.name}
        </option>
      ))}
    </select>
  </label>
);

/** The choice without a key, or with another value for it. */
const withColumn = (
  choice: ChartChoice,
  key: "by" | "states",
  column: number | undefined,
): ChartChoice => {
  const { [key]: _, ...rest } = choice;
  return column === undefined ? rest : { ...rest, [key]: column };
};

const Picks = ({
  stage,
  result,
  choice,
  choose,
  years,
}: Props & {
  readonly choice: ChartChoice;
  readonly choose: (choice: ChartChoice) => void;
  readonly years: boolean;
}) => {
  const { m } = stage.speech;
  const all = result.columns.map((_, at) => at);
  const numbers = numberColumns(result);
  const none = m.sql.chartNone;
  return (
    <div class="sql-picks">
      <ColumnPick
        label={m.sql.chartX}
        result={result}
        places={all}
        chosen={choice.x}
        choose={(x = choice.x) => choose({ ...choice, x })}
      />
      <ColumnPick
        label={m.sql.chartY}
        result={result}
        places={numbers}
        chosen={choice.y}
        choose={(y = choice.y) => choose({ ...choice, y })}
      />
      <ColumnPick
        label={m.sql.chartBy}
        result={result}
        places={all}
        chosen={choice.by}
        none={none}
        choose={(by) => choose(withColumn(choice, "by", by))}
      />
      {years && choice.by === undefined && (
        <ColumnPick
          label={m.sql.chartStates}
          result={result}
          places={numbers}
          chosen={choice.states}
          none={none}
          choose={(states) => choose(withColumn(choice, "states", states))}
        />
      )}
      {years && (
        <label class="choice">
          <input
            type="checkbox"
            checked={choice.joined}
            onChange={({ currentTarget }) => choose({ ...choice, joined: currentTarget.checked })}
          />
          <span>{m.sql.chartJoin}</span>
        </label>
      )}
    </div>
  );
};

const Drawn = ({
  stage,
  drawn,
  title,
}: {
  readonly stage: SqlStage;
  readonly drawn: Exclude<ResultDrawing, { kind: "none" }>;
  readonly title: string;
}) => {
  const { f, locale } = stage.speech;
  const options = useMemo(
    () => ({
      id: "sql-chart",
      direction: locale.direction,
      ariaLabel: title,
      formatNumber: f.number,
      formatCompact: f.compact,
      formatPercent: f.percent,
      formatYear: f.year,
    }),
    [title, f, locale],
  );
  const drawing = useMemo(
    () => (all: ChartOptions) =>
      drawn.kind === "trend" ? trendDrawing(drawn.data, all) : barsDrawing(drawn.data, all),
    [drawn],
  );
  return <Chart key={drawn.kind} stage={NOT_BAKED} drawing={drawing} options={options} />;
};

/** A chart of columns that the reader chooses, of the rows as they are. */
export const ResultChart = ({ stage, result }: Props) => {
  const { m, f } = stage.speech;
  const [choice, setChoice] = useState(() => firstChoice(result));
  useEffect(() => setChoice(firstChoice(result)), [result]);
  const drawn = useMemo(
    () => (choice === undefined ? undefined : drawingOf(result, choice, stage.speech)),
    [result, choice, stage.speech],
  );
  if (choice === undefined || drawn === undefined) return <p>{m.sql.chartNoNumber}</p>;
  const name = (at: number): string => result.columns[at]?.name ?? "";
  const title =
    choice.by === undefined
      ? m.sql.chartTitle(name(choice.y), name(choice.x))
      : m.sql.chartSeries(name(choice.y), name(choice.x), name(choice.by));
  return (
    <>
      <Picks
        stage={stage}
        result={result}
        choice={choice}
        choose={setChoice}
        years={drawn.kind === "trend"}
      />
      {drawn.kind === "none" ? (
        <p role="status">{drawn.why}</p>
      ) : (
        <>
          <h3>{title}</h3>
          <Drawn stage={stage} drawn={drawn} title={title} />
          {drawn.left > 0 && <p class="note">{m.sql.chartLeft(f.number(drawn.left))}</p>}
          {drawn.kind === "bars" && drawn.cut > 0 && (
            <p class="note">
              {m.sql.chartCut(
                f.number(drawn.data.rows.length),
                f.number(drawn.data.rows.length + drawn.cut),
              )}
            </p>
          )}
        </>
      )}
    </>
  );
};
