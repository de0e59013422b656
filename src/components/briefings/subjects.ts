import { answersOf } from "../../build/area-answers.ts";
import type { SiteData } from "../../build/site-data.ts";
import { LOCALES, localeParam, type Speech } from "../../i18n/locales.ts";
import type { Area } from "../../standard/codelists/area.ts";
import { DEFAULT_VIEW } from "../../view/view.ts";
import { countriesIn, pagedAreas } from "../areas/which.ts";
import { type BriefDocument, documentOf } from "./document.ts";
import { type BriefSource, type Subject, THEMES } from "./request.ts";

/** A region that has a briefing, and whom that is about. */
export interface Briefed {
  readonly region: Area;
  readonly subject: Subject;
}

/** The regions that have a briefing, each with its States. */
export const briefedRegions = (data: SiteData, nameOf: (region: string) => string): Briefed[] => {
  const paged = pagedAreas(data);
  return paged.regions.map((region) => ({
    region,
    subject: {
      kind: "region",
      name: nameOf(region.label),
      members: countriesIn(region, paged).map(({ code }) => code),
    },
  }));
};

/** The paths of one kind of page of every region's briefing, in every language. */
export const briefingPaths = (data: SiteData) =>
  LOCALES.flatMap((locale) =>
    briefedRegions(data, locale.messages.briefings.inRegion).map((briefed) => ({
      params: { locale: localeParam(locale), area: briefed.region.code },
      props: briefed,
    })),
  );

/** Answers from the committed data. */
export const sourceAtBuild = (data: SiteData): BriefSource => ({
  names: data.names,
  version: data.version,
  answer: answersOf(data).answer,
});

/** The briefing of a region: every theme, over the years of a first visit. */
export const regionDocument = (
  subject: Subject,
  data: SiteData,
  speech: Speech,
): Promise<BriefDocument> =>
  documentOf(
    { subject, from: DEFAULT_VIEW.from, to: DEFAULT_VIEW.to, themes: THEMES },
    sourceAtBuild(data),
    data.versionDate,
    speech,
  );
