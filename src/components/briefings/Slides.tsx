import type { ComponentChildren } from "preact";
import { BriefFigure, type LayoutProps, Paragraphs } from "./Brief.tsx";

/** A briefing as slides of 16 by 9: a title, one for each theme, and the caveats with the sources. */
export const Slides = ({ document, speech, bake }: LayoutProps) => {
  const { m, f } = speech;
  const words = m.briefings;
  const count = document.sections.length + 2;
  const slide = (at: number, id: string, kind: string, children: ComponentChildren) => (
    <section key={id} class={`slide ${kind}`} aria-labelledby={`slide-${id}`}>
      <div class="slide-inside">{children}</div>
      <p class="slide-foot">
        <span>{m.site.name}</span>
        <span>{document.dated}</span>
        <span>{words.slide(f.number(at), f.number(count))}</span>
      </p>
    </section>
  );
  return (
    <div class="slides">
      {slide(
        1,
        "title",
        "slide-title",
        <p class="slide-name" id="slide-title">
          {document.title}
        </p>,
      )}
      {document.sections.map(({ theme, paragraphs, figure }, at) =>
        slide(
          at + 2,
          theme,
          figure === undefined ? "slide-words" : "slide-both",
          <>
            <h2 id={`slide-${theme}`}>{words.themes[theme]}</h2>
            <Paragraphs paragraphs={paragraphs} speech={speech} />
            {figure !== undefined && <BriefFigure numbered={figure} speech={speech} bake={bake} />}
          </>,
        ),
      )}
      {slide(
        count,
        "caveats",
        "slide-words",
        <>
          <h2 id="slide-caveats">{words.caveatsTitle}</h2>
          <ul>
            {words.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
          <ul class="slide-sources">
            {document.sources.map((source) => (
              <li key={source}>
                {m.figure.source}: {source}
              </li>
            ))}
          </ul>
        </>,
      )}
    </div>
  );
};
