import type { Mapping } from "../../return/mapping.ts";
import type { Decimal } from "../../return/numbers.ts";
import type { DateOrder } from "../../return/periods.ts";
import { CL_INDICATOR, type IndicatorId } from "../../standard/codelists/indicator.ts";
import { foundBy } from "./found-by.ts";
import type { PlainTable, WizardState } from "./protocol.ts";
import { Select } from "./Select.tsx";
import type { ReturnStage } from "./state.ts";

interface Props {
  readonly stage: ReturnStage;
  readonly plain: PlainTable;
  readonly state: WizardState;
  readonly change: (mapping: Mapping) => void;
  readonly changeIndicator: (indicator: IndicatorId) => void;
}

const ORDERS = ["YMD", "DMY", "MDY"] as const satisfies readonly DateOrder[];
const DECIMALS = [".", ","] as const satisfies readonly Decimal[];
const ROWS = ["RECORDS", "COUNTS"] as const satisfies readonly Mapping["rows"][];
const NO_COLUMN = "";

/** Indicators that a return can hold: counts, not figures that are computed from others. */
const INDICATORS = CL_INDICATOR.codes.filter(({ counted }) => counted !== "ratio");

const Covers = ({ stage, state, change }: Pick<Props, "stage" | "state" | "change">) => {
  const words = stage.speech.m.return;
  const { mapping } = state;
  const { covers } = mapping;
  const set = (from: string, to: string) => change({ ...mapping, covers: { from, to } });
  const month = (name: string, value: string, write: (value: string) => void) => (
    <label>
      <span>{name}</span>
      <input
        type="text"
        inputMode="numeric"
        placeholder="2024-01"
        pattern="\d{4}-(0[1-9]|1[0-2])"
        value={value}
        onChange={(event) => write(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={covers === null}
          onChange={(event) =>
            change({
              ...mapping,
              covers: event.currentTarget.checked ? null : { from: "", to: "" },
            })
          }
        />
        <span>{words.coversAll}</span>
      </label>
      {covers !== null && month(words.coversFrom, covers.from, (from) => set(from, covers.to))}
      {covers !== null && month(words.coversTo, covers.to, (to) => set(covers.from, to))}
    </>
  );
};

const PeriodFields = ({
  stage,
  state,
  columns,
  change,
}: Pick<Props, "stage" | "state" | "change"> & {
  readonly columns: readonly { readonly value: string; readonly label: string }[];
}) => {
  const words = stage.speech.m.return;
  const { mapping } = state;
  const { period } = mapping;
  const set = (next: Mapping["period"]) => change({ ...mapping, period: next });
  const first = period.kind === "DATE" ? period.column : period.year;
  const note = foundBy(stage, state, period.kind === "DATE" ? "date" : "year", first);
  return (
    <>
      <Select
        label={words.dateKind}
        value={period.kind}
        options={(["DATE", "PARTS"] as const).map((value) => ({
          value,
          label: words.dateKinds[value],
        }))}
        change={(kind) =>
          set(
            kind === "DATE"
              ? { kind, column: first, order: "YMD" }
              : { kind, year: first, month: null },
          )
        }
      />
      {period.kind === "DATE" && (
        <>
          <Select
            label={words.date}
            note={note}
            value={period.column}
            options={columns}
            change={(column) => set({ ...period, column })}
          />
          <Select
            label={words.dateOrder}
            value={period.order}
            options={ORDERS.map((value) => ({ value, label: words.orders[value] }))}
            change={(order) => set({ ...period, order })}
          />
        </>
      )}
      {period.kind === "PARTS" && (
        <>
          <Select
            label={words.year}
            note={note}
            value={period.year}
            options={columns}
            change={(year) => set({ ...period, year })}
          />
          <Select
            label={words.month}
            value={period.month ?? NO_COLUMN}
            options={columns}
            change={(month) => set({ ...period, month: month === NO_COLUMN ? null : month })}
          />
        </>
      )}
    </>
  );
};

/** What is asked of a plain table as a whole: what it counts, when, how many, under which name. */
export const MapFields = ({ stage, plain, state, change, changeIndicator }: Props) => {
  const { m } = stage.speech;
  const words = m.return;
  const { mapping } = state;
  const { count } = mapping;
  const columns = [
    { value: NO_COLUMN, label: words.notInFile },
    ...plain.profiles.map(({ title }) => ({ value: title, label: title })),
  ];
  const counts = [{ value: NO_COLUMN, label: words.countNone }, ...columns.slice(1)];
  return (
    <div class="map-fields">
      <Select
        label={words.indicator}
        value={mapping.indicator}
        options={INDICATORS.map(({ code, label }) => ({ value: code, label }))}
        change={changeIndicator}
      />
      <Select
        label={words.rowsAre}
        value={mapping.rows}
        options={ROWS.map((value) => ({ value, label: words.rowsKinds[value] }))}
        change={(rows) => change({ ...mapping, rows })}
      />
      <label>
        <span>{words.release}</span>
        <input
          type="text"
          value={mapping.release}
          onChange={(event) => change({ ...mapping, release: event.currentTarget.value })}
        />
        <small>{words.releaseHint}</small>
      </label>
      <Select
        label={words.count}
        note={count === null ? undefined : foundBy(stage, state, "count", count.column)}
        value={count?.column ?? NO_COLUMN}
        options={counts}
        change={(column) =>
          change({
            ...mapping,
            count: column === NO_COLUMN ? null : { column, decimal: count?.decimal ?? "." },
          })
        }
      />
      {count !== null && (
        <Select
          label={words.decimal}
          value={count.decimal}
          options={DECIMALS.map((value) => ({ value, label: words.decimals[value] }))}
          change={(decimal) => change({ ...mapping, count: { ...count, decimal } })}
        />
      )}
      <PeriodFields stage={stage} state={state} columns={columns} change={change} />
      <Covers stage={stage} state={state} change={change} />
    </div>
  );
};
