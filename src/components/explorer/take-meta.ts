import type { ExportMeta, Selection } from "../../export/meta.ts";
import { selectionOf } from "../../export/selection-words.ts";
import type { Place } from "../../export/snippets/place.ts";
import { publishedOf } from "../../standard/own-return.ts";
import type { Extent } from "../../view/extent.ts";
import { permanentSearch } from "../../view/permalink.ts";
import type { Papers } from "./papers.ts";
import { coverageIn, type Subject, threadOf } from "./take-subject.ts";

/** The published files that hold the observations. */
export const placeOf = ({ stage, answer }: Subject): Place => ({
  address: new URL(`${stage.root}data/`, document.baseURI).href,
  version: stage.dataVersion,
  dataset: publishedOf(answer.view),
  release: answer.view.release,
});

/** What the observations count, by what, of whom, and when. */
const titleOf = (subject: Subject): string => {
  const { view } = subject.answer;
  const { m, f } = subject.stage.speech;
  const noun = m.nouns[view.indicator];
  return m.takeaway.selection(
    view.by === "_T" ? noun : m.takeaway.by(noun, m.dimensions[view.by]),
    coverageIn(subject),
    f.year(view.from),
    f.year(view.to),
  );
};

/** What was chosen, in words and as code. */
export const chosenOf = (subject: Subject, extent: Extent): Selection =>
  selectionOf(subject.answer.view, threadOf(subject), placeOf(subject), subject.stage.names.areas, {
    title: titleOf(subject),
    rows: extent.rows,
  });

/** What every file of the observations says of itself. */
export const metaOf = (subject: Subject, extent: Extent, papers: Papers): ExportMeta => {
  const { stage, answer } = subject;
  const dataset = publishedOf(answer.view);
  return {
    dataset,
    releases: stage.names.releases.filter(
      (release) => release.dataset === dataset && extent.releases.includes(release.release),
    ),
    coverage: coverageIn(subject),
    version: stage.dataVersion,
    date: papers.date,
    address: new URL(`?${permanentSearch(answer.view, stage.dataVersion)}`, document.baseURI).href,
    areas: papers.areas,
  };
};
