import { useCallback, useMemo, useRef } from "preact/hooks";
import { folderOf } from "../../i18n/locales.ts";
import type { PackedCells } from "../../view/pack.ts";
import { encodeView } from "../../view/url.ts";
import type { View } from "../../view/view.ts";
import { Filled } from "../explorer/Filled.tsx";
import { Notices } from "../explorer/Notices.tsx";
import { Status } from "../explorer/Status.tsx";
import type { ChangeView, Stage } from "../explorer/state.ts";
import { useAnswer, useBaked } from "../explorer/use-answer.ts";
import { useAnswers } from "../explorer/use-answers.ts";
import { useEngine } from "../explorer/use-engine.ts";
import { useView } from "../explorer/use-view.ts";
import { aloneOf, PARTS } from "./parts.tsx";

/** One part of one view, with its caption and the way to the explorer, to stand inside another page. */
export const Embed = ({ stage, first }: { stage: Stage; first: PackedCells }) => {
  const { m, f, locale } = stage.speech;
  const place = useView(stage);
  const { shown } = place;
  const baked = useBaked(stage, first);
  const engine = useEngine(shown);
  const { asked, part, view, wanted } = useMemo(
    () => aloneOf(shown.catalogue, place.view),
    [shown.catalogue, place.view],
  );
  const answers = useAnswers(shown, view, engine, baked, wanted);
  const { answer, isCurrent } = useAnswer(shown, view, answers.known, baked);
  const alone = useMemo((): Stage => ({ ...shown, alone: true }), [shown]);

  // What a reader chooses in the chart passes: the address is that of a frame in another page.
  const opened = useRef<View>(undefined);
  const change = useCallback<ChangeView>(
    (next) => {
      opened.current ??= view;
      place.change(next, "passing");
    },
    [place.change, view],
  );
  const search = encodeView(view, shown.dataVersion);
  const before = opened.current;
  const { state } = answers;
  const noPanel = answer.cells.length === 0 && view.panel === "same";
  const otherwise = noPanel
    ? m.explorer.emptyPanel(f.year(view.from), f.year(view.to))
    : m.explorer.emptyView;
  return (
    <>
      {state.kind !== "baked" && state.kind !== "ready" && (
        <Status stage={shown} state={state} retry={answers.retry} />
      )}
      <Notices stage={stage} place={place} broken={undefined} />
      {asked !== part && (
        <p class="status" role="alert">
          {m.picture.notAlone(asked)}
        </p>
      )}
      <Filled complete={isCurrent && answers.complete} otherwise={otherwise}>
        {answer.cells.length > 0 &&
          PARTS[part].draw({ stage: alone, answer, change, answers: answers.known })}
      </Filled>
      <p class="embed-foot">
        <a
          href={`${stage.root}${folderOf(locale)}explore/?${search}`}
          target="_blank"
          rel="noopener"
        >
          {m.figure.explore}
        </a>
        <span>{m.site.name}</span>
        {before !== undefined && encodeView(before, shown.dataVersion) !== search && (
          <button type="button" class="quiet" onClick={() => change(before)}>
            {m.picture.asFirstShown}
          </button>
        )}
      </p>
    </>
  );
};
