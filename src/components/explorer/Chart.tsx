import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { assemble } from "../../charts/assemble.ts";
import type { Drawing } from "../../charts/drawing.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { repaint } from "../../charts/repaint.ts";
import { idIn, nameIn } from "./ids.ts";
import { type Picking, pickable } from "./pickable.ts";
import { noteDrawing } from "./redraw.ts";
import { revealInTurn } from "./reveal.ts";
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

const nothing = (): void => {};

/** Pixels that a chart may be wide in a place. */
const widthOf = (place: Element): number =>
  Math.min(1200, Math.max(320, Math.floor(place.clientWidth)));

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
  const drawAnew = useRef(nothing);
  /** Whether a drawing for another width waits for its turn: newer numbers take its place, not its width. */
  const hasOtherWidth = useRef(false);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const draw = (width: number) => {
      const all = { ...options, document, width };
      return { all, next: drawing(all) };
    };
    const { inTurn } = stage;
    const show = ({ all, next }: ReturnType<typeof draw>): void => {
      const isFirst = svg.current === undefined;
      const moved =
        svg.current !== undefined &&
        all.width === drawnWidth.current &&
        repaint(svg.current, next, all);
      if (!moved) {
        svg.current = assemble(next, all);
        drawnWidth.current = all.width;
        hasOtherWidth.current = false;
        if (inTurn !== undefined) revealInTurn(svg.current, inTurn);
        element.replaceChildren(svg.current);
      }
      if (pick !== undefined && svg.current !== undefined) pickable(svg.current, pick);
      if (isFirst) onDrawn?.();
    };
    let takeBack = nothing;
    const anew = (): void => {
      takeBack();
      hasOtherWidth.current = true;
      if (inTurn === undefined) show(draw(widthOf(element)));
      else {
        let drawn: ReturnType<typeof draw> | undefined;
        takeBack = inTurn(
          () => {
            drawn = draw(widthOf(element));
          },
          () => {
            if (drawn !== undefined) show(drawn);
          },
        );
      }
    };
    drawAnew.current = anew;
    // To ask for the width now would lay out the whole page; where it has changed, the observer says so.
    const move = (): void => show(draw(drawnWidth.current));
    if (svg.current === undefined || hasOtherWidth.current) anew();
    else if (inTurn === undefined) move();
    else takeBack = inTurn(move);
    noteDrawing(element, (width) => {
      const all = { ...options, document, width, editable: true };
      return { drawing: drawing(all), options: all };
    });
    return () => takeBack();
  }, [drawing, options, pick, stage.inTurn, onDrawn]);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (svg.current !== undefined && widthOf(element) !== drawnWidth.current) drawAnew.current();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={place}
      class="chart"
      dangerouslySetInnerHTML={{
        __html: stage.bake?.(drawing, options) ?? "",
      }}
    />
  );
};
