import type { UnodcTable } from "../read/unodc-table.ts";
import type { ReleaseRead } from "../steps/source.ts";

/** Which of the publisher's bulk files a table is. */
interface BulkFile extends Pick<ReleaseRead, "dataset" | "title"> {
  /** Releases of which we hold copies of a public mirror, not the publisher's own download. */
  readonly mirrored: ReadonlySet<string>;
  /** What a reader should know of the file, before how its copy came to us. */
  readonly note: string;
}

/** A release of one of UNODC's bulk files, as `releases.csv` tells it. */
export const unodcRelease = (
  { dataset, title, mirrored, note }: BulkFile,
  { release, stamped, path, rows }: UnodcTable,
): ReleaseRead => {
  const dated = stamped ? "Stamp inside the file." : "No stamp in the file; dated by its name.";
  const origin = mirrored.has(release)
    ? " Copy of a public mirror; the file was renamed, its content is unchanged."
    : "";
  return {
    dataset,
    release,
    label: `release ${release.split("-").reverse().join("/")}`,
    title,
    paths: [path],
    rowsRead: rows.length,
    notes: `${note}${dated}${origin}`,
  };
};
