import type { PictureWords } from "../../export/picture.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Answer } from "../../view/answer.ts";
import { caveatsOf, coverageLine, hasOutliers, type Names, sourceLine } from "./words.ts";

/** The words of a figure that hold wherever and whenever it is drawn. */
export type FigureWords = Omit<PictureWords, "made" | "address">;

/** What a figure says by itself: its finding, and notes that stand before the caveats of its numbers. */
export interface Said {
  readonly title: string;
  readonly subtitle: string;
  readonly notes?: readonly string[];
  /** Whom the figure covers, where it draws more areas than the view's own coverage says. */
  readonly coverage?: string;
}

/** How the numbers of a view were made, in words. */
export const methodLine = ({ view }: Answer, { m }: Speech): string => {
  const words = m.picture.method;
  const parts = [
    words[view.measure],
    ...(view.measure === "share" ? [words[view.weight]] : []),
    words[view.panel],
    ...(view.by === "_T"
      ? []
      : [view.residual === "with" ? words.withResidual : words.withoutResidual]),
    ...(hasOutliers(view)
      ? [view.outliers === "with" ? words.withOutliers : words.withoutOutliers]
      : []),
  ];
  return parts.join("; ");
};

/** Everything that a picture of an answer has to say, but for its day and its address. */
export const figureWords = (
  answer: Answer,
  speech: Speech,
  names: Names,
  { title, subtitle, notes = [], coverage = coverageLine(answer, speech, names) }: Said,
): FigureWords => {
  const { m } = speech;
  const { view } = answer;
  return {
    title,
    subtitle,
    notes: [
      { label: m.figure.source, text: sourceLine(view.dataset, names, view.release) },
      { label: m.figure.coverage, text: coverage },
      { label: m.figure.method, text: methodLine(answer, speech) },
    ],
    caveats: { label: m.figure.caveat, texts: [...notes, ...caveatsOf(answer, speech)] },
  };
};
