import type { SiteData } from "../../build/site-data.ts";
import { type Citations, citationsOf, citationsOfTable } from "../../export/cite.ts";
import type { Messages } from "../../i18n/en.ts";
import { type DatasetId, datasetOf } from "../../standard/codelists/dataset.ts";

/** How to cite one dataset of this version. */
export interface DatasetCitation {
  readonly dataset: DatasetId;
  readonly citations: Citations;
}

/** How to cite this version of the data: all of it, and each dataset with the publisher's address. */
export interface SiteCitations {
  readonly table: Citations;
  readonly datasets: readonly DatasetCitation[];
}

/**
 * The citations of the newest version. `site` is the address of the published site; where it is not known at build,
 * the citation of the whole table has none.
 */
export const siteCitations = (
  { datasets, releases, versions }: Pick<SiteData, "datasets" | "releases" | "versions">,
  { method }: Pick<Messages, "method">,
  site: URL | undefined,
): SiteCitations => {
  const { version = "", date = "" } = versions.at(-1) ?? {};
  return {
    table: citationsOfTable({
      title: method.citedTitle,
      version,
      date,
      address: site === undefined ? "" : new URL(`data/${version}/`, site).href,
    }),
    datasets: datasets.map((dataset) => ({
      dataset,
      citations: citationsOf({
        dataset,
        releases: releases.filter(
          (release) => release.dataset === dataset && release.is_current === "yes",
        ),
        version,
        date,
        address: datasetOf(dataset).address,
      }),
    })),
  };
};

/** All citations in one file of a form: the table first. */
export const citationFile = ({ table, datasets }: SiteCitations, form: "bibtex" | "ris"): string =>
  [table, ...datasets.map(({ citations }) => citations)]
    .map((citations) => citations[form])
    .join(form === "bibtex" ? "\n" : "");
