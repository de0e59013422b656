import { answerOfAreas } from "../../build/area-answers.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Area } from "../../standard/codelists/area.ts";
import type { Answer } from "../../view/answer.ts";
import { sliceOf } from "../../view/catalogue.ts";
import { STAGES } from "../../view/questions.ts";
import { DEFAULT_VIEW, MEAN_SHARES, type View } from "../../view/view.ts";
import { breakdownFigure, trendFigure } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { stageCounts } from "../figures/persons.ts";
import { stagesFigure } from "../figures/stages-figure.ts";
import { PLAN, type Planned, type SectionId, viewOf } from "./plan.ts";
import { routesMapFigure } from "./routes-map.ts";

/** A figure and the part of the page in which it stands. */
export interface Placed {
  readonly section: SectionId;
  readonly figure: FigureProps;
}

const drawn = (answer: Answer, data: SiteData, speech: Speech, id: string): FigureProps =>
  answer.view.by === "_T"
    ? trendFigure(answer, data, speech, id)
    : breakdownFigure(answer, data, speech, id);

/** A figure under another title, for those who hear it too. */
const titled = (figure: FigureProps, title: string): FigureProps => ({
  ...figure,
  variants: figure.variants.map((variant) => ({
    ...variant,
    title,
    options: { ...variant.options, ariaLabel: title },
  })),
});

const plannedFigure = async (
  planned: Planned,
  { code, label, level }: Area,
  data: SiteData,
  speech: Speech,
): Promise<Placed[]> => {
  if (level === "_T") return [];
  const answer = await answerOfAreas(data, viewOf(planned, level, [code]), planned.when);
  if (answer === undefined) return [];
  const figure = drawn(answer, data, speech, planned.id);
  const isOrigin = planned.view.by === "origin_area";
  return [
    {
      section: planned.section,
      figure: isOrigin ? titled(figure, speech.m.areaPages.origins(label)) : figure,
    },
  ];
};

/** Where firearms first sold in a part of a State were recovered, in the newest year. */
const destinationFigure = async (area: Area, data: SiteData, speech: Speech): Promise<Placed[]> => {
  const view: View = {
    ...DEFAULT_VIEW,
    dataset: "US_ATF_FLOWS",
    indicator: "ARMS_TRACED",
    by: "_T",
    level: "SUBNATIONAL",
    panel: "all",
    filters: { origin_area: [area.code] },
  };
  const slice = sliceOf(data.catalogue, view);
  if (slice?.codes.origin_area?.includes(area.code) !== true) return [];
  const answer = await answerOfAreas(data, { ...view, areas: slice.areas }, "newest");
  if (answer === undefined) return [];
  const all = { ...answer, view: { ...answer.view, areas: [] } };
  const figure = breakdownFigure(all, data, speech, "destinations");
  const title = speech.m.areaPages.destinations(area.label);
  return [{ section: "routes", figure: titled(figure, title) }];
};

/** Every figure that the sources have of a State or of a part of one, in the order of the page. */
export const areaFigures = async (
  area: Area,
  data: SiteData,
  speech: Speech,
): Promise<Placed[]> => {
  const stages = await stagesOf({ ...DEFAULT_VIEW, areas: [area.code] }, data, speech);
  const isTold = ({ view }: Planned): boolean =>
    view.by === "sex" && stages.indicators.includes(view.indicator);
  const planned = await Promise.all(
    PLAN.filter((entry) => !isTold(entry)).map((entry) => plannedFigure(entry, area, data, speech)),
  );
  if (area.level === "SUBNATIONAL") {
    const map = await routesMapFigure(area, data, speech);
    return [
      ...planned.flat(),
      ...(await destinationFigure(area, data, speech)),
      ...(map === undefined ? [] : [{ section: "routes" as const, figure: map }]),
    ];
  }
  return [...planned.flat(), ...stages.figures];
};

/** Women and men at each stage of justice that gives both, of the areas of a view in all their years. */
const stagesOf = async (
  base: View,
  data: SiteData,
  speech: Speech,
): Promise<{ readonly figures: Placed[]; readonly indicators: readonly string[] }> => {
  const answers = await Promise.all(
    STAGES.map((indicator) =>
      answerOfAreas(
        data,
        { ...base, ...MEAN_SHARES, residual: "with", indicator, by: "sex" },
        "all",
      ),
    ),
  );
  const found = answers.filter((answer) => answer !== undefined);
  const figure = stagesFigure(found, data, speech, "stages");
  return {
    figures: figure === undefined ? [] : [{ section: "persons", figure }],
    indicators: found
      .filter((answer) => stageCounts(answer).total > 0)
      .map(({ view }) => view.indicator),
  };
};

/** The figures of a region, each of which says how many of its States stand behind it. */
export const regionFigures = async (
  region: Area,
  members: readonly string[],
  data: SiteData,
  speech: Speech,
): Promise<Placed[]> => {
  const base: View = { ...DEFAULT_VIEW, areas: members };
  const figureOf = async (
    section: SectionId,
    id: string,
    view: View,
    when: "all" | "asked",
  ): Promise<Placed[]> => {
    const answer = await answerOfAreas(data, view, when);
    // Where few States are lines of their own, the same States and all of them are one figure.
    const isTwin = answer?.lines === "areas" && view.panel === "same" && view.level === "COUNTRY";
    return answer === undefined || isTwin
      ? []
      : [{ section, figure: drawn(answer, data, speech, id) }];
  };
  const persons = await stagesOf(base, data, speech);
  const estimate: View = {
    ...DEFAULT_VIEW,
    dataset: "UNODC_CTS_HOMICIDE",
    indicator: "VICTIMS_HOMICIDE_ESTIMATE",
    by: "_T",
    level: "REGION",
    areas: [region.code],
  };
  return [
    ...(await figureOf("seizures", "same", { ...base, by: "_T", panel: "same" }, "asked")),
    ...(await figureOf("seizures", "reporting", { ...base, by: "_T", panel: "all" }, "all")),
    ...(await figureOf("types", "types", { ...base, ...MEAN_SHARES }, "asked")),
    ...(await figureOf("tracing", "marking", { ...base, ...MEAN_SHARES, by: "marking" }, "asked")),
    ...(await figureOf(
      "manufacture",
      "condition",
      { ...base, ...MEAN_SHARES, by: "condition" },
      "asked",
    )),
    ...(await figureOf(
      "routes",
      "place",
      { ...base, ...MEAN_SHARES, by: "seizure_place" },
      "asked",
    )),
    ...persons.figures,
    ...(await figureOf("violence", "estimate", estimate, "all")),
  ];
};
