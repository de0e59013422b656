import { z } from "zod";

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
  /** How the copy came to us, and what a reader should know of it. */
  notes: z.string(),
});

export type Release = z.infer<typeof releaseSchema>;

/** Columns of releases.csv in order. */
export const RELEASE_COLUMNS = Object.keys(releaseSchema.shape) as (keyof Release)[];
