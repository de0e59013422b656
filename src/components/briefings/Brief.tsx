import type { Speech } from "../../i18n/locales.ts";
import type { Undrawn } from "../figures/figure-props.ts";
import { saidHtml } from "../figures/said-html.ts";
import type { BriefDocument, NumberedFigure, Paragraph } from "./document.ts";

/** What every layout of a briefing is given. */
export interface LayoutProps {
  readonly document: BriefDocument;
  readonly speech: Speech;
  /** Draws a chart as HTML. */
  readonly bake: (draw: Undrawn["draw"], options: Undrawn["options"]) => string;
}

/** The numbered paragraphs of one theme. */
export const Paragraphs = ({
  paragraphs,
  speech: { f },
}: {
  readonly paragraphs: readonly Paragraph[];
  readonly speech: Speech;
}) => (
  <ol class="brief-paragraphs" start={paragraphs[0]?.n}>
    {paragraphs.map(({ n, sentence }) => (
      <li key={n}>
        <span class="brief-number">{f.number(n)}.</span>
        <span class="fact" dangerouslySetInnerHTML={{ __html: saidHtml(sentence) }} />
      </li>
    ))}
  </ol>
);

/** A figure of a briefing with all that has to stand by it. */
export const BriefFigure = ({
  numbered: { n, figure },
  speech: { m, f },
  bake,
}: Pick<LayoutProps, "speech" | "bake"> & {
  readonly numbered: NumberedFigure;
}) => {
  const [variant] = figure.variants;
  if (variant === undefined) return null;
  return (
    <figure class="brief-figure" id={figure.id}>
      <h3>
        {m.briefings.figure(f.number(n))} {variant.title}
      </h3>
      <p class="subtitle">{variant.subtitle}</p>
      <div
        class="chart"
        dangerouslySetInnerHTML={{ __html: bake(variant.draw, variant.options) }}
      />
      <figcaption>
        {m.figure.source}: {figure.source} · {figure.coverage}
      </figcaption>
    </figure>
  );
};

/** A briefing as two pages: paragraphs, caveats, then the figures. */
export const Brief = ({ document, speech, bake }: LayoutProps) => {
  const { m } = speech;
  const words = m.briefings;
  return (
    <>
      <p class="brief-dated">
        {m.site.name} · {document.dated}
      </p>
      {document.sections.map(({ theme, paragraphs }) => (
        <section key={theme} aria-labelledby={`theme-${theme}`}>
          <h2 id={`theme-${theme}`}>{words.themes[theme]}</h2>
          <Paragraphs paragraphs={paragraphs} speech={speech} />
        </section>
      ))}
      <section class="brief-caveats" aria-labelledby="caveats">
        <h2 id="caveats">{words.caveatsTitle}</h2>
        <ul>
          {words.caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
        <p class="note">
          {m.figure.source}: {document.sources.join("; ")}
        </p>
      </section>
      <div class="brief-figures">
        {document.sections.map(
          ({ theme, figure }) =>
            figure !== undefined && (
              <BriefFigure key={theme} numbered={figure} speech={speech} bake={bake} />
            ),
        )}
      </div>
    </>
  );
};
