import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { OWN_RETURN } from "../../standard/own-return.ts";
import type { Answer } from "../../view/answer.ts";
import type { PanelId, View } from "../../view/view.ts";
import { figureWords } from "../figures/picture.ts";
import { caveatsOf, coverageLine, sourceLine } from "../figures/words.ts";
import { idIn } from "./ids.ts";
import { PictureMenu } from "./PictureMenu.tsx";
import { drawAgain } from "./redraw.ts";
import type { ChangeView, Stage } from "./state.ts";

/** What every part of the workbench is told. */
export interface PartProps {
  readonly stage: Stage;
  readonly answer: Answer;
  readonly change: ChangeView;
}

interface PanelProps extends PartProps {
  readonly id: PanelId;
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** The view of the page, where the answer is to another one. */
  readonly page?: View;
  /** Whom this part covers, where it draws more areas than the other parts of the view. */
  readonly coverage?: string;
  /** Controls of this part alone. */
  readonly controls?: ComponentChildren;
  /** What a reader must know of this part alone, before the caveats of the figures. */
  readonly notes?: readonly string[];
  readonly children: ComponentChildren;
}

/** Parts of several drawings, or of none. */
const WITHOUT_PICTURE: ReadonlySet<PanelId> = new Set(["linked", "table"]);

/** One part of the workbench, with its finding above and its source, coverage and caveats below. */
export const Panel = (props: PanelProps) => {
  const { stage, answer, change, id, name, title, subtitle, notes = [] } = props;
  const { m } = stage.speech;
  const { view } = answer;
  const place = idIn(stage, `view-${id}`);
  const large = view.large === id;
  const figure = useRef<HTMLElement>(null);
  return (
    <figure
      ref={figure}
      class={large ? "panel large" : "panel"}
      id={place}
      aria-labelledby={`${place}-title`}
      hidden={view.large !== "" && !large}
    >
      <header class="panel-head">
        {stage.alone !== true && (
          <>
            <p class="eyebrow">
              {stage.side === undefined ? name : `${name} · ${stage.side.label}`}
            </p>
            <button
              type="button"
              class="quiet"
              aria-pressed={large}
              onClick={() => change({ ...view, large: large ? "" : id })}
            >
              {large ? m.explorer.reduce : m.explorer.enlarge}
            </button>
          </>
        )}
        <h2 id={`${place}-title`}>{title}</h2>
        <p class="subtitle">{subtitle}</p>
        {props.controls}
      </header>
      {props.children}
      <figcaption>
        <p>
          {m.figure.source}: {sourceLine(view.dataset, stage.names, view.release)} ·{" "}
          {view.dataset !== OWN_RETURN.code && `${m.site.dataVersion(stage.dataVersion)} · `}
          {m.figure.coverage}: {props.coverage ?? coverageLine(answer, stage.speech, stage.names)}
        </p>
        <details open={stage.alone}>
          <summary>{m.figure.caveat}</summary>
          <ul class="caveats">
            {[...notes, ...caveatsOf(answer, stage.speech)].map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </details>
      </figcaption>
      {stage.alone !== true && stage.side === undefined && !WITHOUT_PICTURE.has(id) && (
        <PictureMenu
          stage={stage}
          view={props.page ?? view}
          part={id}
          chart={(width) => drawAgain(figure.current, width)}
          words={figureWords(answer, stage.speech, stage.names, props)}
        />
      )}
    </figure>
  );
};
