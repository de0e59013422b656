import { CL_INDICATOR } from "../../standard/codelists/indicator.ts";
import { anyDatasetOf } from "../../standard/own-return.ts";
import { indicatorsOf, slicesOf } from "../../view/catalogue.ts";
import { chooseDataset, chooseIndicator, chooseUnit } from "../../view/choose.ts";
import type { ControlProps } from "./control.ts";

/** The source and what it counts; what a source does not count is shown and cannot be chosen. */
export const SourceControls = ({ stage, view, change }: ControlProps) => {
  const { m } = stage.speech;
  const datasets = [...new Set(stage.catalogue.map((slice) => slice.dataset))];
  const available = indicatorsOf(stage.catalogue, view.dataset);
  const older = stage.names.releases.filter(
    (release) => release.dataset === view.dataset && release.is_current === "no",
  );
  const units = [
    ...new Set(
      slicesOf(stage.catalogue, view.dataset, view.indicator)
        .filter((slice) => slice.level === view.level)
        .map((slice) => slice.unit),
    ),
  ];
  return (
    <>
      {datasets.length > 1 && (
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
                {anyDatasetOf(code).label}
              </option>
            ))}
          </select>
        </label>
      )}
      {older.length > 0 && (
        <label class="field">
          <span>{m.explorer.release}</span>
          <select
            value={view.release}
            onChange={(event) => change({ ...view, release: event.currentTarget.value })}
          >
            <option value="" selected={view.release === ""}>
              {m.explorer.releaseNewest}
            </option>
            {older.map(({ release, label }) => (
              <option key={release} value={release} selected={release === view.release}>
                {m.explorer.releaseOlder(label)}
              </option>
            ))}
          </select>
        </label>
      )}
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
      {units.length > 1 && (
        <label class="field">
          <span>{m.explorer.unit}</span>
          <select
            value={view.unit}
            onChange={(event) => {
              const chosen = units.find((unit) => unit === event.currentTarget.value);
              if (chosen !== undefined) change(chooseUnit(stage.catalogue, view, chosen));
            }}
          >
            {units.map((unit) => (
              <option key={unit} value={unit} selected={unit === view.unit}>
                {m.units[unit]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
};
