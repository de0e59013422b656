import { datasetOf } from "../../standard/codelists/dataset.ts";
import { CL_INDICATOR } from "../../standard/codelists/indicator.ts";
import { indicatorsOf } from "../../view/catalogue.ts";
import { chooseDataset, chooseIndicator } from "../../view/choose.ts";
import type { ControlProps } from "./control.ts";

/** The source and what it counts; what a source does not count is shown and cannot be chosen. */
export const SourceControls = ({ stage, view, change }: ControlProps) => {
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
