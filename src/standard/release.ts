import { z } from "zod";
import { type DatasetId, datasetOf } from "./codelists/dataset.ts";

/** One row of `data/releases.csv`: a release of a dataset, the files it was read from, what came out. */
export const releaseSchema = z.object({
  dataset: z.string().min(1),
  release: z.string().min(1),
  /** The publisher's own stamp or name of the release, as a reader would cite it. */
  label: z.string().min(1),
  publisher: z.string().min(1),
  title: z.string().min(1),
  address: z.string(),
  terms: z.string().min(1),
  /** File names joined by `|`, in reading order. */
  files: z.string().min(1),
  /** SHA-256 of each file, joined by `|`, in the same order. */
  sha256: z.string().min(1),
  rows_read: z.coerce.number().int().nonnegative(),
  observations: z.coerce.number().int().nonnegative(),
  first_period: z.string(),
  last_period: z.string(),
  /** Whether it stands for its dataset now; see {@link currentReleases}. Data 1.0.0 held no others, and no column. */
  is_current: z.enum(["yes", "no"]).default("yes"),
  /** How the copy came to us, and what a reader should know of it. */
  notes: z.string(),
});

export type Release = z.infer<typeof releaseSchema>;

/** Columns of releases.csv in order. */
export const RELEASE_COLUMNS = Object.keys(releaseSchema.shape) as (keyof Release)[];

/** Releases of one dataset, oldest first: their names are dates, quarters or years. */
export const inOrder = (releases: readonly string[]): string[] =>
  [...releases].sort((a, b) => (a < b ? -1 : 1));

/**
 * The releases that stand for a dataset now: the newest alone where each replaces the one before, all of them
 * where each adds a period. Older releases of a dataset are never stacked upon newer ones.
 */
export const currentReleases = (dataset: DatasetId, releases: readonly string[]): string[] => {
  const ordered = inOrder(releases);
  return datasetOf(dataset).releases === "REPLACES" ? ordered.slice(-1) : ordered;
};

/** The releases of a dataset that newer ones have replaced, oldest first. */
export const replacedReleases = (dataset: DatasetId, releases: readonly string[]): string[] => {
  const current = new Set(currentReleases(dataset, releases));
  return inOrder(releases).filter((release) => !current.has(release));
};
