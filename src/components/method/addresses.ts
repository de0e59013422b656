import type { SiteData } from "../../build/site-data.ts";
import type { Messages } from "../../i18n/en.ts";
import { FORMATS } from "../../standard/formats.ts";

/** An address of the data: its pattern, and one address that follows it. */
export interface DataAddress {
  /** Below `data/`, with `<…>` for what varies. */
  readonly pattern: string;
  /** Below the site's root. */
  readonly example: string;
  readonly what: string;
}

/** The addresses below `data/`, in the order of use. */
export const addressesOf = (
  { version, releases }: Pick<SiteData, "version" | "releases">,
  { apiRoot, apiFiles: words }: Messages["method"],
): DataAddress[] => {
  const replaced = releases.find((release) => release.is_current === "no");
  const current = releases.find(
    (release) => release.is_current === "yes" && release.dataset === replaced?.dataset,
  );
  if (replaced === undefined || current === undefined)
    throw new Error("No release was replaced: take its addresses off the page on method.");
  const { dataset } = current;
  const file = (pattern: string, what: string, example = pattern): DataAddress => ({
    pattern: `<version>/${pattern}`,
    example: `data/${version}/${example}`,
    what,
  });
  return [
    { pattern: "versions.csv", example: "data/versions.csv", what: apiRoot.versions },
    { pattern: "<version>/", example: `data/${version}/releases.csv`, what: apiRoot.version },
    { pattern: "latest/", example: "data/latest/releases.csv", what: apiRoot.latest },
    ...FORMATS.map(({ folder, ending }) =>
      file(`${folder}/<dataset>.${ending}`, words.format[folder], `${folder}/${dataset}.${ending}`),
    ),
    file("parquet/all.parquet", words.whole),
    file("csv/datapackage.json", words.package),
    file("csv/<dataset>.csv-metadata.json", words.csvw, `csv/${dataset}.csv-metadata.json`),
    file("catalogue.json", words.catalogue),
    file("catalogue.jsonld", words.dcat),
    file("sdmx/structure.json", words.structureJson),
    file("sdmx/structure.xml", words.structureXml),
    file("sdmx/VC_ARM_SZTRACE.csv", words.globalSeries),
    file(
      "observations/dataset=<dataset>/release=<release>/data.parquet",
      words.observations,
      `observations/dataset=${dataset}/release=${current.release}/data.parquet`,
    ),
    file(
      "csv/<dataset>@<release>.csv",
      words.replacedCsv,
      `csv/${dataset}@${replaced.release}.csv`,
    ),
    file("codelists/<list>.csv", words.codelist, "codelists/CL_INDICATOR.csv"),
    file("codelists/source_labels.csv", words.labels),
    file("schema.json", words.schema),
    file("releases.csv", words.releases),
    file("report.json", words.report),
    file(
      "changes/<dataset>/<release>_<release>.csv",
      words.changes,
      `changes/${dataset}/${replaced.release}_${current.release}.csv`,
    ),
    file("figures.csv", words.figures),
    file("formulas.csv", words.formulas),
    file("explanations.csv", words.explanations),
  ];
};
