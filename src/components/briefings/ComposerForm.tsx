import { useState } from "preact/hooks";
import { yearsOf } from "../../statistics/cell.ts";
import { YearSelect } from "../explorer/YearSelect.tsx";
import type { Composition } from "./address.ts";
import type { ComposerStage } from "./composer-state.ts";
import { THEMES, type Theme } from "./request.ts";

interface Props {
  readonly stage: ComposerStage;
  readonly composition: Composition;
  readonly change: (next: Composition) => void;
}

/** The regions, States and territories that are chosen, and those that can be. */
const WhoControl = ({ stage, composition, change }: Props) => {
  const { m } = stage.speech;
  const words = m.composer;
  const [picked, setPicked] = useState("");
  const { areas } = composition;
  const nameOf = (code: string): string => stage.names.areas[code] ?? code;
  const option = (code: string) => (
    <option key={code} value={code} disabled={areas.includes(code)}>
      {nameOf(code)}
    </option>
  );
  const add = (code: string): void => {
    if (code !== "" && !areas.includes(code)) change({ ...composition, areas: [...areas, code] });
    setPicked("");
  };
  return (
    <div class="field">
      <label>
        <span>{words.who}</span>
        <select value={picked} onChange={(event) => add(event.currentTarget.value)}>
          <option value="">{areas.length === 0 ? words.choose : words.add}</option>
          <optgroup label={words.regions}>{stage.regions.map(({ code }) => option(code))}</optgroup>
          <optgroup label={words.states}>{stage.states.map(option)}</optgroup>
        </select>
      </label>
      {areas.length > 0 && (
        <ul class="composer-chosen">
          {areas.map((code) => (
            <li key={code}>
              <button
                type="button"
                aria-label={m.explorer.remove(nameOf(code))}
                onClick={() =>
                  change({ ...composition, areas: areas.filter((area) => area !== code) })
                }
              >
                {nameOf(code)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** First and last year. */
const WhenControl = ({ stage, composition, change }: Props) => {
  const { m } = stage.speech;
  const { from, to } = composition;
  const years = yearsOf({ from: stage.years.first, to: stage.years.last });
  return (
    <div class="pair">
      <YearSelect
        label={m.explorer.from}
        years={years}
        value={from}
        isAllowed={(year) => year <= to}
        onChange={(year) => change({ ...composition, from: year })}
        speech={stage.speech}
      />
      <YearSelect
        label={m.explorer.to}
        years={years}
        value={to}
        isAllowed={(year) => year >= from}
        onChange={(year) => change({ ...composition, to: year })}
        speech={stage.speech}
      />
    </div>
  );
};

/** The themes; the last one that is left cannot be taken away. */
const ThemesControl = ({ stage, composition, change }: Props) => {
  const { m } = stage.speech;
  const { themes } = composition;
  const toggled = (theme: Theme): Theme[] =>
    THEMES.filter((one) => (one === theme ? !themes.includes(one) : themes.includes(one)));
  return (
    <fieldset class="field composer-themes">
      <legend>{m.composer.themes}</legend>
      {THEMES.map((theme) => {
        const isLast = themes.length === 1 && themes.includes(theme);
        return (
          <label key={theme} class="choice">
            <input
              type="checkbox"
              checked={themes.includes(theme)}
              disabled={isLast}
              onChange={() => change({ ...composition, themes: toggled(theme) })}
            />
            <span>{m.briefings.themes[theme]}</span>
          </label>
        );
      })}
    </fieldset>
  );
};

/** Everything that a reader chooses of a briefing. */
export const ComposerForm = (props: Props) => {
  const { stage, composition, change } = props;
  const { m } = stage.speech;
  return (
    <form
      class="composer-form"
      aria-label={m.composer.title}
      onSubmit={(event) => event.preventDefault()}
    >
      <WhoControl {...props} />
      <WhenControl {...props} />
      <ThemesControl {...props} />
      <fieldset class="field pair">
        <legend>{m.composer.form}</legend>
        {(["pages", "slides"] as const).map((form) => (
          <label key={form} class="choice">
            <input
              type="radio"
              name="form"
              checked={composition.form === form}
              onChange={() => change({ ...composition, form })}
            />
            <span>{m.composer[form]}</span>
          </label>
        ))}
      </fieldset>
    </form>
  );
};
