import { datasetOf } from "../../standard/codelists/dataset.ts";
import { publishedOf } from "../../standard/own-return.ts";
import type { View } from "../../view/view.ts";
import type { Stage } from "./state.ts";

/** Links to the files of the whole dataset of a view, or of its replaced release. They need no script. */
export const WholeDataset = ({ stage, view }: { readonly stage: Stage; readonly view: View }) => {
  const { takeaway } = stage.speech.m;
  const { release } = view;
  const dataset = publishedOf(view);
  const base = `${stage.root}data/${stage.dataVersion}`;
  const { label } = datasetOf(dataset);
  const files: readonly [string, string][] =
    release === ""
      ? [
          ["ZIP", `zip/${dataset}.zip`],
          ["CSV", `csv/${dataset}.csv`],
          ["XLSX", `xlsx/${dataset}.xlsx`],
          ["Parquet", `parquet/${dataset}.parquet`],
        ]
      : [
          ["CSV", `csv/${dataset}@${release}.csv`],
          ["Parquet", `observations/dataset=${dataset}/release=${release}/data.parquet`],
        ];
  return (
    <p class="take-whole">
      {release === "" ? takeaway.whole(label) : takeaway.wholeRelease(label, release)}:
      {files.map(([name, path]) => (
        <a key={name} href={`${base}/${path}`}>
          {name}
        </a>
      ))}
    </p>
  );
};
