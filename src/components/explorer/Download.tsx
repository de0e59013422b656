import { useState } from "preact/hooks";
import { observationsCsv } from "../../export/csv.ts";
import type { Answer } from "../../view/answer.ts";
import { observationsQuery } from "../../view/query.ts";
import type { View } from "../../view/view.ts";
import { coverageLine } from "../figures/words.ts";
import type { Stage } from "./state.ts";
import { type Ask, reasonOf } from "./use-engine.ts";

interface Props {
  readonly stage: Stage;
  readonly view: View;
  /** Undefined while there is nothing to take. */
  readonly answer: Answer | undefined;
  readonly ask: Ask;
  readonly disabled: boolean;
}

/** File name that says dataset, indicator and breakdown. */
const fileName = (view: View): string =>
  `${[view.dataset, view.indicator, view.by === "_T" ? "total" : view.by, view.from, view.to].join("_").toLowerCase()}.csv`;

const save = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** Takes away exactly the rows behind the view, or the whole dataset as it lies on the server. */
export const Download = ({ stage, view, answer, ask, disabled }: Props) => {
  const { m } = stage.speech;
  const [said, setSaid] = useState("");
  const take = async () => {
    if (answer === undefined) return;
    setSaid(m.explorer.preparing);
    try {
      const rows = await ask(observationsQuery(view, { areas: answer.members }), view);
      const coverage = coverageLine(answer, stage.speech, stage.names);
      save(fileName(view), observationsCsv(rows, stage.names.areas, coverage));
      setSaid(m.explorer.saved(fileName(view)));
    } catch (error) {
      setSaid(m.explorer.queryFailed(reasonOf(error)));
    }
  };
  const base = `${stage.root}data/${stage.dataVersion}`;
  return (
    <div class="take">
      <button type="button" class="main" disabled={disabled} onClick={take}>
        {m.explorer.downloadRows}
      </button>
      <span>
        {m.explorer.downloadAll}: <a href={`${base}/zip/${view.dataset}.zip`}>ZIP</a>{" "}
        <a href={`${base}/csv/${view.dataset}.csv`}>CSV</a>{" "}
        <a href={`${base}/parquet/${view.dataset}.parquet`}>Parquet</a>
      </span>
      <p role="status" class="note">
        {said}
      </p>
    </div>
  );
};
