import type { ComponentChildren } from "preact";
import type { Drawing } from "../../charts/drawing.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { Chart } from "../explorer/Chart.tsx";
import { inTurn } from "./in-turn.ts";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly drawing: (options: ChartOptions) => Drawing;
  readonly options: Omit<ChartOptions, "document" | "width">;
  readonly children?: ComponentChildren;
}

/** Drawn in the browser only: the return is never there at build. */
const STAGE = { inTurn };

/** The frame after the drawing is painted. */
const noteDrawn = (): void => {
  requestAnimationFrame(() => performance.mark("iam:return-first-chart"));
};

/** One chart of a return with its finding, and the words under it. */
export const OwnFigure = (props: Props) => {
  const { id, title, subtitle, source, drawing, options, children } = props;
  return (
    <figure id={id} class="panel">
      <h3>{title}</h3>
      <p class="subtitle">{subtitle}</p>
      <Chart stage={STAGE} drawing={drawing} options={options} onDrawn={noteDrawn} />
      {children}
      <figcaption>
        <p>{source}</p>
      </figcaption>
    </figure>
  );
};
