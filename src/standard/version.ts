import { z } from "zod";

/** One row of `data/versions.csv`: a version of the published data and what it changed. */
export const versionSchema = z.object({
  /** Semantic version: a dropped observation is major, an addition or a correction minor, all else patch. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** Day on which it was made, ISO. */
  date: z.iso.date(),
  /** Observations in it. */
  observations: z.coerce.number().int().nonnegative(),
  /** Observations that the version before did not have. */
  added: z.coerce.number().int().nonnegative(),
  /** Observations whose value, status, flags or notes differ from the version before. */
  corrected: z.coerce.number().int().nonnegative(),
  /** Observations of the version before that this one no longer has. */
  dropped: z.coerce.number().int().nonnegative(),
});

export type Version = z.infer<typeof versionSchema>;

/** Columns of versions.csv in order. */
export const VERSION_COLUMNS = Object.keys(versionSchema.shape) as (keyof Version)[];

/** How many observations changed from one version to the next. */
export type Difference = Pick<Version, "added" | "corrected" | "dropped">;

/**
 * The version that follows `before` after a change of the files: major where an observation was dropped, minor
 * where one was added or corrected, else patch. Throws when `before` is no version.
 */
export const nextVersion = (before: string, { added, corrected, dropped }: Difference): string => {
  const [major = 0, minor = 0, patch = 0] = versionSchema.shape.version
    .parse(before)
    .split(".")
    .map(Number);
  if (dropped > 0) return `${major + 1}.0.0`;
  if (added > 0 || corrected > 0) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
};

/** One row of `data/versions/<version>.csv`: a file of that version, so that it can always be published again. */
export const fileSchema = z.object({
  /** Path below `data/`. */
  path: z.string().min(1),
  bytes: z.coerce.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type VersionFile = z.infer<typeof fileSchema>;

/** Columns of a list of files in order. */
export const FILE_COLUMNS = Object.keys(fileSchema.shape) as (keyof VersionFile)[];
