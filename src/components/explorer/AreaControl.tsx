import { useState } from "preact/hooks";
import { sliceOf, slicesOf } from "../../view/catalogue.ts";
import { chooseLevel, settle, toggleArea } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import { type ControlProps, toggled } from "./control.ts";

/** The level of areas, and the areas themselves, found by name. */
export const AreaControl = ({ stage, view, change }: ControlProps) => {
  const { m, f } = stage.speech;
  const [search, setSearch] = useState("");
  const slice = sliceOf(stage.catalogue, view);
  const named = (slice?.areas ?? [])
    .map((code) => ({ code, label: stage.names.areas[code] ?? code }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()))
    .sort((a, b) => f.compare(a.label, b.label));
  const levels = new Set(
    slicesOf(stage.catalogue, view.dataset, view.indicator).map((entry) => entry.level),
  );
  const leaveOut = (code: string): View =>
    settle(stage.catalogue, {
      ...view,
      areas: view.areas.filter((area) => area !== code),
      without: toggled(view.without, code).sort(),
    });
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
        {levels.has("REGION") && level("REGION", m.explorer.levelRegion)}
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
            <div key={code} class="choice">
              <label>
                <input
                  type="checkbox"
                  checked={view.areas.includes(code)}
                  onChange={() => change(toggleArea(stage.catalogue, view, code))}
                />
                <span>{label}</span>
              </label>
              <button
                type="button"
                class="quiet"
                aria-pressed={view.without.includes(code)}
                aria-label={m.titles.without(label)}
                onClick={() => change(leaveOut(code))}
              >
                {m.explorer.leaveOut}
              </button>
            </div>
          ))}
        </div>
      </details>
    </fieldset>
  );
};
