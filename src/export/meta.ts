import type { AreaNames } from "../i18n/labels.ts";
import type { Area } from "../standard/codelists/area.ts";
import { type DatasetCode, type DatasetId, datasetOf } from "../standard/codelists/dataset.ts";
import type { Release } from "../standard/release.ts";

/** What the files need of an area: its codes and names. */
export type ExportArea = Pick<Area, "code" | "label" | "definition" | "parent" | "m49">;

/** What a reader has chosen of a dataset: the rows behind one view. */
export interface Selection {
  /** Dataset, indicator, breakdown and years, as a file is named after them, without ending. */
  readonly name: string;
  /** In a few words what the rows count. */
  readonly title: string;
  /** Each test that a row passes, in words and as code. */
  readonly filters: readonly { readonly words: string; readonly code: string }[];
  /** SQL for DuckDB that returns the rows from the published files. */
  readonly statement: string;
  /** Number of rows. */
  readonly rows: number;
}

/** What every exported file says of itself. */
export interface ExportMeta {
  readonly dataset: DatasetId;
  /** The releases that the rows come from; never empty. */
  readonly releases: readonly Release[];
  /** In words: who stands behind the rows. */
  readonly coverage: string;
  /** Version of the published data, semantic. */
  readonly version: string;
  /** Day on which that version was made, ISO. */
  readonly date: string;
  /** Where the rows can be seen and had again. */
  readonly address: string;
  /** The areas of CL_AREA. */
  readonly areas: readonly ExportArea[];
  /** What was chosen; absent where the rows are the whole dataset. `address` is then that of the view. */
  readonly selection?: Selection;
}

/** What a citation needs of it. */
export type Cited = Omit<ExportMeta, "coverage" | "areas">;

/** Who made the files, as against who published the figures. */
export const MAKER = "Illicit Arms Monitor";

/** The dataset that a file is about. */
export const datasetIn = (meta: Pick<ExportMeta, "dataset">): DatasetCode<DatasetId> =>
  datasetOf(meta.dataset);

/** Labels of the releases, joined by commas; the first and the last alone where there are more than three. */
export const releaseLabels = (releases: readonly Release[]): string => {
  const labels = releases.map((release) => release.label);
  return labels.length > 3
    ? `${labels[0]} to ${labels.at(-1)} (${labels.length} releases)`
    : labels.join(", ");
};

/**
 * How to cite the rows: publisher, source, releases, then this standardization with its version and day; of a
 * selection also what was chosen, and its address.
 */
export const citationOf = (meta: Cited): string => {
  if (meta.releases.length === 0) throw new Error(`No release is given for ${meta.dataset}.`);
  const { selection } = meta;
  const chosen = selection === undefined ? "" : ` ${selection.title}. ${meta.address}`;
  return `${datasetIn(meta).citation}, ${releaseLabels(meta.releases)}. Standardized by ${MAKER}, data version ${meta.version}, ${meta.date}.${chosen}`;
};

/** First and last period of the releases, as they are written in the data. */
export const periodsOf = (releases: readonly Release[]): readonly [string, string] => {
  const firsts = releases.map((release) => release.first_period).sort();
  const lasts = releases.map((release) => release.last_period).sort();
  return [firsts[0] ?? "", lasts.at(-1) ?? ""];
};

/** Names of areas by code. */
export const areaNames = (areas: readonly ExportArea[]): AreaNames =>
  Object.fromEntries(areas.map(({ code, label }) => [code, label]));
