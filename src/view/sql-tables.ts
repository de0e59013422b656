import { type DatasetId, datasetOf } from "../standard/codelists/dataset.ts";
import { currentReleases, type Release, replacedReleases } from "../standard/release.ts";
import { identifier } from "../standard/sql.ts";

/** A table that the console can load: a dataset as it stands now, or a release of it that was replaced. */
export interface SqlTable {
  readonly name: string;
  readonly dataset: DatasetId;
  readonly label: string;
  readonly definition: string;
  readonly observations: number;
  /** The release that a newer one has replaced; absent for a dataset as it stands now. */
  readonly replaced?: string;
}

/** The table of a release that a newer one has replaced. */
export const replacedTable = (dataset: string, release: string): string => `${dataset}@${release}`;

/** The view of all rows of the tables that are loaded and stand now. */
export const ALL_ROWS = "observations";

/** The table that a reader finds loaded. */
export const FIRST_TABLE: DatasetId = "UNODC_IAFQ";

/** Every table that the console can load, current ones first. */
export const sqlTables = (
  datasets: readonly DatasetId[],
  releases: readonly Release[],
): SqlTable[] => {
  const of = (dataset: DatasetId): Release[] =>
    releases.filter((release) => release.dataset === dataset);
  const rows = (dataset: DatasetId, names: readonly string[]): number =>
    of(dataset)
      .filter(({ release }) => names.includes(release))
      .reduce((sum, { observations }) => sum + observations, 0);
  const namesOf = (dataset: DatasetId): string[] => of(dataset).map(({ release }) => release);
  const current = datasets.map((dataset): SqlTable => {
    const { label, definition } = datasetOf(dataset);
    const observations = rows(dataset, currentReleases(dataset, namesOf(dataset)));
    return { name: dataset, dataset, label, definition, observations };
  });
  const replaced = datasets.flatMap((dataset) =>
    replacedReleases(dataset, namesOf(dataset)).map((release): SqlTable => {
      const { label, definition } = datasetOf(dataset);
      return {
        name: replacedTable(dataset, release),
        dataset,
        label,
        definition,
        observations: rows(dataset, [release]),
        replaced: release,
      };
    }),
  );
  return [...current, ...replaced];
};

/** Names of columns and tables here that are words of SQL. */
const RESERVED = new Set(["order"]);

/** A name as SQL needs it: quoted where it is no plain word. */
export const sqlName = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name) ? name : identifier(name);
