import { pagedAreas } from "../components/areas/which.ts";
import type { ComposerProps } from "../components/briefings/composer-state.ts";
import { briefedRegions } from "../components/briefings/subjects.ts";
import { folderOf, type Locale } from "../i18n/locales.ts";
import type { DatasetId } from "../standard/codelists/dataset.ts";
import { rootFrom } from "./root.ts";
import { type SiteData, usedNames } from "./site-data.ts";

/** The datasets that a briefing asks. */
const ASKED: readonly DatasetId[] = [
  "UNODC_IAFQ",
  "UN_SDG_16_4_2",
  "UNODC_GSH_2019",
  "UNODC_CTS_HOMICIDE",
];

/** What the page where a briefing is composed hands to the browser. */
export const composerProps = (data: SiteData, locale: Locale): ComposerProps => {
  const { path } = locale;
  const catalogue = data.catalogue.filter(
    ({ dataset, freq, level }) =>
      ASKED.some((one) => one === dataset) && freq === "A" && level === "COUNTRY",
  );
  const years = catalogue
    .filter(({ dataset }) => dataset === "UNODC_IAFQ")
    .flatMap((slice) => slice.years);
  return {
    path,
    root: rootFrom(`${folderOf(locale)}briefings/compose/`),
    dataVersion: data.version,
    versionDate: data.versionDate,
    catalogue,
    names: usedNames(data),
    regions: briefedRegions(data, (region) => region).map(({ region, subject }) => ({
      code: region.code,
      label: region.label,
      members: subject.members,
    })),
    states: pagedAreas(data).countries.map(({ code }) => code),
    years: { first: Math.min(...years), last: Math.max(...years) },
  };
};
