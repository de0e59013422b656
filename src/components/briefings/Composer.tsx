import { useMemo } from "preact/hooks";
import { bothWidths } from "../../charts/both-widths.ts";
import { AddressNotes } from "../explorer/AddressNotes.tsx";
import { CopyText } from "../explorer/CopyText.tsx";
import { Status } from "../explorer/Status.tsx";
import { Brief } from "./Brief.tsx";
import { ComposerForm } from "./ComposerForm.tsx";
import { type ComposerStage, requestOf } from "./composer-state.ts";
import { textOf } from "./document.ts";
import { Slides } from "./Slides.tsx";
import { useComposition } from "./use-composition.ts";
import { useDocument } from "./use-document.ts";

const bake: Parameters<typeof Brief>[0]["bake"] = (draw, options) =>
  bothWidths(draw, options, () => document);

/** A form, and the briefing that it asks for, written anew at every change. */
export const Composer = ({ stage }: { readonly stage: ComposerStage }) => {
  const { speech } = stage;
  const { m } = speech;
  const words = m.composer;
  const { composition, notes, change } = useComposition(stage);
  const request = useMemo(() => requestOf(composition, stage), [composition, stage]);
  const { state, document: written, isCurrent, retry } = useDocument(stage, request);
  const shown = request === undefined ? undefined : written;
  const Layout = composition.form === "slides" ? Slides : Brief;
  return (
    <div class="composer">
      <div class="composer-side">
        <ComposerForm stage={stage} composition={composition} change={change} />
        {request !== undefined && <Status stage={stage} state={state} retry={retry} />}
        {shown !== undefined && (
          <button type="button" class="main" disabled={!isCurrent} onClick={() => window.print()}>
            {m.briefings.print}
          </button>
        )}
      </div>
      <div class="composed" aria-live="polite" aria-busy={request !== undefined && !isCurrent}>
        <AddressNotes notes={notes} speech={speech} />
        {request === undefined && <p class="note composer-empty">{words.empty}</p>}
        {shown !== undefined && (
          <article
            class={composition.form === "slides" ? "brief-slides" : "brief"}
            data-brief={isCurrent ? "current" : "earlier"}
          >
            <h2 class={composition.form === "slides" ? "visually-hidden" : "brief-title"}>
              {shown.title}
            </h2>
            <Layout document={shown} speech={speech} bake={bake} />
            <section class="brief-aside">
              <CopyText
                speech={speech}
                label={m.briefings.text}
                text={textOf(shown, speech)}
                wrapped
              />
            </section>
          </article>
        )}
      </div>
    </div>
  );
};
