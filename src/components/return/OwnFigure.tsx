import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Drawing } from "../../charts/drawing.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { Chart } from "../explorer/Chart.tsx";

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
const NEVER_BAKED = {};

/** One chart of a return with its finding, and the words under it. */
export const OwnFigure = (props: Props) => {
  const { id, title, subtitle, source, drawing, options, children } = props;
  // The chart is drawn in an effect of its own, which runs before this one; the frame after it is painted.
  useEffect(() => {
    const frame = requestAnimationFrame(() => performance.mark("iam:return-first-chart"));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <figure id={id} class="panel">
      <h3>{title}</h3>
      <p class="subtitle">{subtitle}</p>
      <Chart stage={NEVER_BAKED} drawing={drawing} options={options} />
      {children}
      <figcaption>
        <p>{source}</p>
      </figcaption>
    </figure>
  );
};
