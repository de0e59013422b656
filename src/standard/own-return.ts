import { type DatasetCode, type DatasetId, datasetOf } from "./codelists/dataset.ts";

/**
 * The dataset of rows that a reader opened from a file of their own. It is in no published list, and nothing of it
 * ever leaves the browser but what the reader saves.
 */
export const OWN_RETURN: DatasetCode<"OWN_RETURN"> = {
  code: "OWN_RETURN",
  label: "Your own return",
  definition:
    "Figures from a file that was opened in this browser. Not published and not checked by anyone else.",
  source: "The reader's own file",
  publisher: "The owner of the file",
  address: "",
  citation: "Own file, standardized in the browser by Illicit Arms Monitor",
  terms: "Those of the owner of the file.",
  releases: "REPLACES",
  caveat:
    "Opened from a file in this browser. Seizures measure enforcement and recording, not trafficking. On screen counts are as they are; a file that is taken away leaves out those from 1 to 4, and those that would reveal them, unless the reader switched that off.",
};

/** A dataset that a view may be about: a published one, or the reader's own. */
export type AnyDatasetId = DatasetId | typeof OWN_RETURN.code;

/** The published dataset of a view. Throws where the view is of the reader's own rows, which nobody publishes. */
export const publishedOf = ({ dataset }: { readonly dataset: AnyDatasetId }): DatasetId => {
  if (dataset === OWN_RETURN.code) throw new Error("A reader's own return is not published.");
  return dataset;
};

/** The published dataset of a code, or the reader's own. Throws when the code is neither. */
export const anyDatasetOf = (code: AnyDatasetId): DatasetCode<AnyDatasetId> =>
  code === OWN_RETURN.code ? OWN_RETURN : datasetOf(code);
