import type { DatasetId } from "../standard/codelists/dataset.ts";
import { publishedOf } from "../standard/own-return.ts";
import { type Slice, sliceOf } from "./catalogue.ts";
import type { View } from "./view.ts";

/** What of a published catalogue can stand beside tables of the reader's own: the same areas, and no others. */
export const catalogueBeside = (areas: ReadonlySet<string>, published: readonly Slice[]): Slice[] =>
  published.flatMap((slice) => {
    const shared = slice.areas.filter((area) => areas.has(area));
    return shared.length === 0 ? [] : [{ ...slice, areas: shared }];
  });

/** The same question to a published dataset. */
export const viewBeside = (view: View, dataset: DatasetId): View => ({
  ...view,
  dataset,
  release: "",
});

/**
 * The published datasets that count the same in the same unit of areas of the same level, those that publish the very
 * table of the view first.
 */
export const datasetsBeside = (catalogue: readonly Slice[], view: View): DatasetId[] => {
  const same = catalogue.filter(
    (slice) =>
      slice.indicator === view.indicator && slice.unit === view.unit && slice.level === view.level,
  );
  const found = [...new Set(same.map(publishedOf))];
  const hasTable = (dataset: DatasetId): boolean =>
    sliceOf(catalogue, viewBeside(view, dataset)) !== undefined;
  return [...found.filter(hasTable), ...found.filter((dataset) => !hasTable(dataset))];
};
