import type { Check } from "../../src/standard/check.ts";
import type { Area } from "../../src/standard/codelists/area.ts";
import type { DatasetId } from "../../src/standard/codelists/dataset.ts";
import { CL_FLAG } from "../../src/standard/codelists/flag.ts";
import type { SourceLabel } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import type { Flag } from "../../src/standard/rows.ts";

export type { Check };

/** What a source knows of one release that it read. */
export interface ReleaseRead {
  readonly dataset: DatasetId;
  readonly release: string;
  readonly label: string;
  readonly title: string;
  /** Paths of the files, in reading order. */
  readonly paths: readonly string[];
  readonly rowsRead: number;
  readonly notes: string;
}

/** Up to five examples for a report line. */
export const examplesOf = (examples: readonly string[]): string[] => examples.slice(0, 5);

/** What a check on a flag says: label and definition of the flag, and where it is defined. */
export const flagWords = (flag: Flag): Required<Pick<Check, "message" | "see">> => {
  const entry = CL_FLAG.codes.find(({ code }) => code === flag);
  if (entry === undefined) throw new Error(`CL_FLAG has no code "${flag}".`);
  return {
    message: `${entry.label}. ${entry.definition}`,
    see: `codelists/CL_FLAG.csv#${flag}`,
  };
};

/** Everything that one source yields. */
export interface SourceResult {
  readonly observations: readonly Observation[];
  readonly releases: readonly ReleaseRead[];
  readonly labels: readonly SourceLabel[];
  readonly checks: readonly Check[];
  /** Names that the source gives to areas, by code; empty when it gives none. */
  readonly areaNames: ReadonlyMap<string, string>;
}

/** A source, as run.ts sees it. */
export interface Source {
  readonly dataset: DatasetId;
  /** Reads its files under the raw folder; `areas` are the known areas by code. */
  readonly read: (raw: string, areas: ReadonlyMap<string, Area>) => Promise<SourceResult>;
}
