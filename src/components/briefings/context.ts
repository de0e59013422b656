import type { Speech } from "../../i18n/locales.ts";
import type { Ask } from "../../i18n/said.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import type { BriefRequest, BriefSource, Theme } from "./request.ts";

/** Everything that a theme is written from. */
export interface Context extends BriefRequest {
  readonly source: BriefSource;
  readonly speech: Speech;
  /** The States and the years of the request. */
  readonly base: View;
}

/** One theme of a briefing: paragraphs whose numbers carry their questions, and a figure where there is one. */
export interface Themed {
  readonly theme: Theme;
  readonly paragraphs: readonly string[];
  readonly figure: FigureProps | undefined;
}

export const contextOf = (request: BriefRequest, source: BriefSource, speech: Speech): Context => ({
  ...request,
  source,
  speech,
  base: {
    ...DEFAULT_VIEW,
    areas: request.subject.members,
    from: request.from,
    to: request.to,
  },
});

/** A question about the States of a briefing, or about some of them. */
export const askOf = (
  { base, subject }: Context,
  rest: Omit<Ask, "dataset" | "areas"> & Partial<Pick<Ask, "dataset">>,
  areas: readonly string[] = subject.members,
): Ask => ({ dataset: base.dataset, areas: [...areas].sort(), ...rest });

/** The years of a briefing, printed. */
export const spanIn = ({ from, to, speech }: Context): string =>
  speech.m.areaPages.years(speech.f.year(from), speech.f.year(to));
