import type { SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type DatasetId, datasetOf } from "../../standard/codelists/dataset.ts";

/** A source with its terms and its releases, in words. */
export interface SourceTerms {
  readonly dataset: DatasetId;
  readonly label: string;
  readonly publisher: string;
  readonly address: string;
  readonly terms: readonly string[];
  /** Releases held, oldest first, with the day where the name is one. */
  readonly held: string;
  readonly next: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Releases are listed one by one up to this many. */
const LISTED = 3;

/** Every source in the order of the code list. */
export const sourcesOf = (
  { datasets, releases }: Pick<SiteData, "datasets" | "releases">,
  { m, f }: Speech,
): SourceTerms[] =>
  datasets.map((dataset) => {
    const own = releases
      .filter((release) => release.dataset === dataset)
      .sort((a, b) => (a.release < b.release ? -1 : 1));
    const isDay = ({ release }: { readonly release: string }) => DAY.test(release);
    const words = own.map((release) =>
      m.method.heldOne(
        release.label,
        isDay(release) ? f.date(new Date(`${release.release}T12:00:00`)) : "",
      ),
    );
    const { label, publisher, address } = datasetOf(dataset);
    return {
      dataset,
      label,
      publisher,
      address,
      terms: [...new Set(own.map((release) => release.terms))],
      held: m.method.heldAll(
        words.length > LISTED
          ? m.method.heldMany(words[0] ?? "", words.at(-1) ?? "", f.number(words.length))
          : f.list(words),
      ),
      next: m.method.nextReleases[dataset],
    };
  });
