import { useState } from "preact/hooks";
import { inListOrder, labelOf } from "../../i18n/labels.ts";
import { datasetOf } from "../../standard/codelists/dataset.ts";
import { CL_INDICATOR } from "../../standard/codelists/indicator.ts";
import { DIMENSIONS, type Dimension } from "../../standard/dimensions.ts";
import { availabilityOf, indicatorsOf, sliceOf } from "../../view/catalogue.ts";
import {
  canFilter,
  chooseBy,
  chooseCodes,
  chooseDataset,
  chooseIndicator,
  chooseLevel,
  settle,
} from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

interface Props {
  readonly stage: Stage;
  readonly view: View;
  readonly change: ChangeView;
  readonly disabled: boolean;
}

const toggled = (codes: readonly string[], code: string): string[] =>
  codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];

const SourceControls = ({ stage, view, change }: Props) => {
  const { m } = stage.speech;
  const datasets = [...new Set(stage.catalogue.map((slice) => slice.dataset))];
  const available = indicatorsOf(stage.catalogue, view.dataset);
  return (
    <>
      <label class="field">
        <span>{m.explorer.source}</span>
        <select
          value={view.dataset}
          onChange={(event) => {
            const chosen = datasets.find((code) => code === event.currentTarget.value);
            if (chosen !== undefined) change(chooseDataset(stage.catalogue, view, chosen));
          }}
        >
          {datasets.map((code) => (
            <option key={code} value={code} selected={code === view.dataset}>
              {datasetOf(code).label}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{m.explorer.what}</span>
        <select
          value={view.indicator}
          onChange={(event) => {
            const chosen = available.find((code) => code === event.currentTarget.value);
            if (chosen !== undefined)
              change(chooseIndicator(stage.catalogue, view, view.dataset, chosen));
          }}
        >
          {CL_INDICATOR.codes.map(({ code, label }) => (
            <option
              key={code}
              value={code}
              selected={code === view.indicator}
              disabled={!available.includes(code)}
            >
              {available.includes(code) ? label : `${label} (${m.explorer.notPublished})`}
            </option>
          ))}
        </select>
      </label>
    </>
  );
};

const ByControl = ({ stage, view, change }: Props) => {
  const { m } = stage.speech;
  const option = (by: Dimension | "_T") => {
    const state =
      by === "_T" ? "published" : availabilityOf(stage.catalogue, view.dataset, view.indicator, by);
    const reachable = sliceOf(stage.catalogue, chooseBy(stage.catalogue, view, by)) !== undefined;
    const why =
      state === "cannot-exist"
        ? m.explorer.cannotExist
        : state === "not-published" || !reachable
          ? m.explorer.notPublished
          : "";
    return (
      <label key={by} class={why === "" ? "choice" : "choice off"}>
        <input
          type="radio"
          name="by"
          value={by}
          checked={view.by === by}
          disabled={why !== ""}
          onChange={() => change(chooseBy(stage.catalogue, view, by))}
        />
        <span>
          {by === "_T" ? m.explorer.byNone : m.dimensions[by]}
          {why !== "" && <small> {why}</small>}
        </span>
      </label>
    );
  };
  return (
    <fieldset class="field">
      <legend>{m.explorer.by}</legend>
      {option("_T")}
      {DIMENSIONS.map(option)}
    </fieldset>
  );
};

const CategoryControl = ({ stage, view, change, dimension }: Props & { dimension: Dimension }) => {
  const { m } = stage.speech;
  const slice =
    sliceOf(stage.catalogue, { ...view, filters: { ...view.filters, [dimension]: ["_U"] } }) ??
    sliceOf(stage.catalogue, view);
  const codes = slice?.codes[dimension] ?? [];
  const chosen = view.filters[dimension] ?? [];
  const total = new Set(["_T", "TOTAL_REPORTED"]);
  return (
    <details class="field" open={chosen.length > 0}>
      <summary>
        {m.explorer.categories(m.dimensions[dimension])}
        <small>
          {" "}
          {chosen.length === 0
            ? m.explorer.all
            : m.explorer.areaChosen(stage.speech.f.number(chosen.length))}
        </small>
      </summary>
      <div class="choices">
        {inListOrder(
          dimension,
          codes.filter((code) => !total.has(code)),
        ).map((code) => (
          <label key={code} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() =>
                change(chooseCodes(stage.catalogue, view, dimension, toggled(chosen, code)))
              }
            />
            <span>{labelOf(dimension, code, stage.names.areas)}</span>
          </label>
        ))}
      </div>
    </details>
  );
};

const YearControl = ({ stage, view, change }: Props) => {
  const { m, f } = stage.speech;
  const years = sliceOf(stage.catalogue, view)?.years ?? [];
  const select = (
    label: string,
    value: number,
    allowed: (year: number) => boolean,
    set: (y: number) => View,
  ) => (
    <label class="field">
      <span>{label}</span>
      <select
        value={String(value)}
        onChange={(event) =>
          change(settle(stage.catalogue, set(Number(event.currentTarget.value))))
        }
      >
        {years.map((year) => (
          <option
            key={year}
            value={String(year)}
            selected={year === value}
            disabled={!allowed(year)}
          >
            {f.year(year)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="pair">
      {select(
        m.explorer.from,
        view.from,
        (year) => year <= view.to,
        (from) => ({ ...view, from }),
      )}
      {select(
        m.explorer.to,
        view.to,
        (year) => year >= view.from,
        (to) => ({ ...view, to }),
      )}
    </div>
  );
};

const AreaControl = ({ stage, view, change }: Props) => {
  const { m, f } = stage.speech;
  const [search, setSearch] = useState("");
  const slice = sliceOf(stage.catalogue, view);
  const named = (slice?.areas ?? [])
    .map((code) => ({ code, label: stage.names.areas[code] ?? code }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()))
    .sort((a, b) => f.compare(a.label, b.label));
  const levels = new Set(
    stage.catalogue
      .filter((s) => s.dataset === view.dataset && s.indicator === view.indicator)
      .map((s) => s.level),
  );
  const level = (value: View["level"], label: string) => {
    const possible =
      levels.has(value) && sliceOf(stage.catalogue, { ...view, level: value }) !== undefined;
    return (
      <label class={possible ? "choice" : "choice off"}>
        <input
          type="radio"
          name="level"
          checked={view.level === value}
          disabled={!possible}
          onChange={() => change(chooseLevel(stage.catalogue, view, value))}
        />
        <span>
          {label}
          {!possible && <small> {m.explorer.notPublished}</small>}
        </span>
      </label>
    );
  };
  return (
    <fieldset class="field">
      <legend>{m.explorer.level}</legend>
      <div class="pair">
        {level("COUNTRY", m.explorer.levelCountry)}
        {level("SUBNATIONAL", m.explorer.levelSubnational)}
      </div>
      <details>
        <summary>
          {m.explorer.area}
          <small>
            {" "}
            {view.areas.length === 0
              ? m.explorer.areaAll
              : m.explorer.areaChosen(f.number(view.areas.length))}
          </small>
        </summary>
        <input
          type="search"
          value={search}
          placeholder={m.explorer.areaSearch}
          aria-label={m.explorer.areaSearch}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        {named.length === 0 && <p class="note">{m.explorer.areaNoMatch}</p>}
        <div class="choices tall">
          {named.map(({ code, label }) => (
            <label key={code} class="choice">
              <input
                type="checkbox"
                checked={view.areas.includes(code)}
                onChange={() =>
                  change(
                    settle(stage.catalogue, { ...view, areas: toggled(view.areas, code).sort() }),
                  )
                }
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </details>
    </fieldset>
  );
};

/** All controls of a view. Options without data are shown, say why, and cannot be chosen. */
export const Controls = (props: Props) => {
  const { stage, view, disabled } = props;
  const { m } = stage.speech;
  const filterable = DIMENSIONS.filter(
    (dimension) => view.by === dimension || canFilter(stage.catalogue, view, dimension),
  );
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="bare" disabled={disabled}>
        <legend class="visually-hidden">{m.explorer.filters}</legend>
        <SourceControls {...props} />
        <ByControl {...props} />
        {filterable.map((dimension) => (
          <CategoryControl key={dimension} {...props} dimension={dimension} />
        ))}
        <YearControl {...props} />
        <AreaControl {...props} />
      </fieldset>
    </form>
  );
};
