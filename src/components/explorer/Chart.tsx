import { useEffect, useMemo, useRef } from "preact/hooks";
import { type Drawing, paint } from "../../charts/drawing.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { repaint } from "../../charts/repaint.ts";
import { idIn, nameIn } from "./ids.ts";
import { type Picking, pickable } from "./pickable.ts";
import { noteDrawing } from "./redraw.ts";
import type { Stage } from "./state.ts";

/** Everything but where and how wide. */
export type DrawOptions = Omit<ChartOptions, "document" | "width">;

interface Props {
  readonly stage: Pick<Stage, "bake" | "side" | "inTurn">;
  readonly drawing: (options: ChartOptions) => Drawing;
  readonly options: DrawOptions;
  /** What a reader can choose in the chart; absent where nothing can be. */
  readonly pick?: Picking | undefined;
  /** Called when the chart was drawn in the browser for the first time. */
  readonly onDrawn?: () => void;
}

/**
 * A chart: baked for two widths at build, drawn for its own width once the page is alive. New numbers move what is
 * drawn; only another width draws it anew.
 */
export const Chart = ({ stage, drawing, options: given, pick, onDrawn }: Props) => {
  const options = useMemo(
    () => ({
      ...given,
      id: idIn(stage, given.id),
      ariaLabel: nameIn(stage, given.ariaLabel),
    }),
    [given, stage.side],
  );
  const place = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(undefined);
  const drawnWidth = useRef(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const draw = () => {
      const width = Math.min(1200, Math.max(320, Math.floor(element.clientWidth)));
      const all = { ...options, document, width };
      return { all, next: drawing(all) };
    };
    const show = ({ all, next }: ReturnType<typeof draw>): void => {
      const isFirst = svg.current === undefined;
      const moved =
        svg.current !== undefined &&
        all.width === drawnWidth.current &&
        repaint(svg.current, next, all);
      if (!moved) {
        svg.current = paint(next, all);
        drawnWidth.current = all.width;
        element.replaceChildren(svg.current);
      }
      if (pick !== undefined && svg.current !== undefined) pickable(svg.current, pick);
      if (isFirst) onDrawn?.();
    };
    const { inTurn } = stage;
    let takeBack = (): void => {};
    const anew = (): void => {
      takeBack();
      if (inTurn === undefined) show(draw());
      else
        takeBack = inTurn(() => {
          const drawn = draw();
          takeBack = inTurn(() => show(drawn));
        });
    };
    if (svg.current === undefined) anew();
    else show(draw());
    noteDrawing(element, (width) => {
      const all = { ...options, document, width };
      return paint(drawing(all), all);
    });
    const observer = new ResizeObserver(() => {
      const isDrawn = svg.current !== undefined;
      if (isDrawn && Math.floor(element.clientWidth) !== drawnWidth.current) anew();
    });
    observer.observe(element);
    return () => {
      takeBack();
      observer.disconnect();
    };
  }, [drawing, options, pick, stage.inTurn, onDrawn]);
  return (
    <div
      ref={place}
      class="chart"
      dangerouslySetInnerHTML={{
        __html: stage.bake?.((all) => paint(drawing(all), all), options) ?? "",
      }}
    />
  );
};
