import { useEffect, useRef } from "preact/hooks";
import type { ChartOptions } from "../../charts/options.ts";
import type { Stage } from "./state.ts";

interface Props {
  readonly stage: Stage;
  readonly draw: (options: ChartOptions) => Element;
  readonly options: Omit<ChartOptions, "document" | "width">;
}

/** A chart: baked for two widths at build, drawn for its own width once the page is alive. */
export const Chart = ({ stage, draw, options }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let drawn = 0;
    const redraw = () => {
      const width = Math.min(1200, Math.max(320, Math.floor(element.clientWidth)));
      if (width === drawn) return;
      drawn = width;
      element.replaceChildren(draw({ ...options, document, width }));
    };
    redraw();
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [draw, options]);
  return (
    <div
      ref={place}
      class="chart"
      dangerouslySetInnerHTML={{ __html: stage.bake?.(draw, options) ?? "" }}
    />
  );
};
