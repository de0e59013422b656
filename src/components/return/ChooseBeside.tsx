import { type DatasetId, datasetOf } from "../../standard/codelists/dataset.ts";
import type { Stage } from "../explorer/state.ts";

/** The published dataset that stands beside, and a way to another. */
export const ChooseBeside = (props: {
  readonly stage: Stage;
  readonly possible: readonly DatasetId[];
  readonly chosen: DatasetId | undefined;
  readonly choose: (dataset: DatasetId) => void;
}) => {
  const { stage, possible, chosen, choose } = props;
  const words = stage.speech.m.return;
  if (possible.length === 0) return <p class="note">{words.besideNoDataset}</p>;
  return (
    <label class="field">
      <span>{words.besideDataset}</span>
      <select
        value={chosen}
        onChange={(event) => {
          const found = possible.find((code) => code === event.currentTarget.value);
          if (found !== undefined) choose(found);
        }}
      >
        {possible.map((code) => (
          <option key={code} value={code} selected={code === chosen}>
            {datasetOf(code).label}
          </option>
        ))}
      </select>
    </label>
  );
};
