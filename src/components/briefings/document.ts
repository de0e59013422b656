import type { Speech } from "../../i18n/locales.ts";
import { datasetsIn, plainText } from "../../i18n/said.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { sourceLine } from "../figures/words.ts";
import { type Context, contextOf, type Themed } from "./context.ts";
import type { BriefRequest, BriefSource, Theme } from "./request.ts";
import { coverageTheme } from "./themes/coverage.ts";
import { personsTheme } from "./themes/persons.ts";
import { sdgSentences } from "./themes/sdg.ts";
import { sharesTheme } from "./themes/shares.ts";
import { violenceTheme } from "./themes/violence.ts";

/** A paragraph of a briefing under its number. */
export interface Paragraph {
  readonly n: number;
  readonly sentence: string;
}

/** A figure of a briefing under its number. */
export interface NumberedFigure {
  readonly n: number;
  readonly figure: FigureProps;
}

/** One theme of a briefing, numbered through. */
export interface BriefSection {
  readonly theme: Theme;
  readonly paragraphs: readonly Paragraph[];
  readonly figure: NumberedFigure | undefined;
}

/** A whole briefing, before it is laid out as pages, as slides or as text. */
export interface BriefDocument {
  readonly title: string;
  /** Data version and its date. */
  readonly dated: string;
  readonly sections: readonly BriefSection[];
  /** Sources of its figures and sentences, each once. */
  readonly sources: readonly string[];
}

const WRITERS: Readonly<Record<Theme, (context: Context) => Promise<Themed>>> = {
  coverage: coverageTheme,
  types: sharesTheme("types", "weapon_type", async () => []),
  tracing: sharesTheme("tracing", "marking", sdgSentences),
  routes: sharesTheme("routes", "seizure_place", async ({ speech }) => [speech.m.briefings.routes]),
  persons: personsTheme,
  violence: violenceTheme,
  manufacture: sharesTheme("manufacture", "condition", async ({ speech }) => [
    speech.m.briefings.printed,
  ]),
};

const numbered = (themes: readonly Themed[]): BriefSection[] => {
  let paragraphs = 0;
  let figures = 0;
  return themes.map(({ theme, paragraphs: sentences, figure }) => ({
    theme,
    paragraphs: sentences.map((sentence) => {
      paragraphs += 1;
      return { n: paragraphs, sentence };
    }),
    figure: figure === undefined ? undefined : { n: ++figures, figure },
  }));
};

/**
 * Writes a briefing from what its States have published. Rejects with what failed when the source cannot answer.
 * @param date the day of the data version, ISO 8601
 */
export const documentOf = async (
  request: BriefRequest,
  source: BriefSource,
  date: string,
  speech: Speech,
): Promise<BriefDocument> => {
  const { m, f } = speech;
  const context = contextOf(request, source, speech);
  const sections = numbered(
    await Promise.all(request.themes.map((theme) => WRITERS[theme](context))),
  );
  return {
    title: m.briefings.title(request.subject),
    dated: m.briefings.dated(f.day(date), source.version),
    sections,
    sources: [
      ...new Set([
        ...sections.flatMap(({ figure }) => (figure === undefined ? [] : figure.figure.source)),
        ...sections.flatMap(({ paragraphs }) =>
          paragraphs.flatMap(({ sentence }) =>
            datasetsIn(sentence).map((dataset) => sourceLine(dataset, source.names)),
          ),
        ),
      ]),
    ],
  };
};

/** A briefing as plain text, for a statement. */
export const textOf = (
  { title, dated, sections, sources }: BriefDocument,
  { m, f }: Speech,
): string =>
  [
    title,
    dated,
    "",
    ...sections.flatMap(({ paragraphs }) =>
      paragraphs.map(({ n, sentence }) => `${f.number(n)}. ${plainText(sentence)}`),
    ),
    "",
    ...m.briefings.caveats,
    ...sources.map((source) => `${m.figure.source}: ${source}`),
  ].join("\n");
