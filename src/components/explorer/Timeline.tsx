import { useRef, useState } from "preact/hooks";
import type { Cell } from "../../statistics/cell.ts";
import { coverageOf } from "../../statistics/panel.ts";
import type { Slice } from "../../view/catalogue.ts";
import { settle } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

interface Props {
  readonly stage: Stage;
  readonly view: View;
  readonly slice: Slice;
  /** All cells of the table behind the view. */
  readonly cells: readonly Cell[];
  readonly change: ChangeView;
}

type End = "from" | "to";

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** How far a key moves the end of a span, in years; undefined for other keys. */
const stepOf = (key: string, rtl: boolean, first: number, last: number, at: number) => {
  const onward = rtl ? "ArrowLeft" : "ArrowRight";
  const back = rtl ? "ArrowRight" : "ArrowLeft";
  if (key === onward || key === "ArrowUp") return 1;
  if (key === back || key === "ArrowDown") return -1;
  if (key === "PageUp") return 5;
  if (key === "PageDown") return -5;
  if (key === "Home") return first - at;
  return key === "End" ? last - at : undefined;
};

/**
 * The years of a table: how many areas report each of them, and the span that is shown, which a reader brushes by
 * pointer or moves by its two ends. It is never a line: the bars count reporters, not arms.
 */
export const Timeline = ({ stage, view, slice, cells, change }: Props) => {
  const { m, f, locale } = stage.speech;
  const track = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<number>();
  const first = slice.years.at(0) ?? view.from;
  const last = slice.years.at(-1) ?? view.to;
  const rtl = locale.direction === "rtl";
  const coverage = coverageOf(cells, { from: first, to: last });
  const most = Math.max(1, ...coverage.map((year) => year.reporting.length));
  const span = (from: number, to: number): View =>
    settle(stage.catalogue, { ...view, from: Math.min(from, to), to: Math.max(from, to) });

  const yearAt = (clientX: number): number => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return first;
    const share = rtl ? (box.right - clientX) / box.width : (clientX - box.left) / box.width;
    return clamp(first + Math.floor(share * coverage.length), first, last);
  };
  const press = (event: PointerEvent): void => {
    const year = yearAt(event.clientX);
    track.current?.setPointerCapture(event.pointerId);
    setHeld(year);
    change(span(year, year), "passing");
  };
  const drag = (event: PointerEvent): void => {
    if (held === undefined) return;
    const year = yearAt(event.clientX);
    const next = span(held, year);
    if (next.from !== view.from || next.to !== view.to) change(next, "passing");
  };
  const release = (event: PointerEvent): void => {
    if (held === undefined) return;
    setHeld(undefined);
    change(span(held, yearAt(event.clientX)));
  };
  const cancel = (): void => {
    if (held === undefined) return;
    setHeld(undefined);
    change(view);
  };

  const handle = (end: End) => {
    const value = view[end];
    const [low, high] = end === "from" ? [first, view.to] : [view.from, last];
    const place = end === "from" ? value - first : value - first + 1;
    return (
      <div
        key={end}
        class="timeline-end"
        role="slider"
        tabIndex={0}
        aria-label={end === "from" ? m.explorer.from : m.explorer.to}
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={value}
        aria-valuetext={f.year(value)}
        style={{ insetInlineStart: `${(100 * place) / coverage.length}%` }}
        onPointerDown={(event) => {
          event.stopPropagation();
          track.current?.setPointerCapture(event.pointerId);
          setHeld(end === "from" ? view.to : view.from);
        }}
        onKeyDown={(event) => {
          const step = stepOf(event.key, rtl, low, high, value);
          if (step === undefined) return;
          event.preventDefault();
          const moved = clamp(value + step, low, high);
          change(end === "from" ? span(moved, view.to) : span(view.from, moved));
        }}
      />
    );
  };
  const every = Math.ceil(coverage.length / 6);
  return (
    <section class="timeline" aria-label={m.explorer.timeline}>
      <p class="note">
        {m.explorer.timelineNote(
          view.level === "COUNTRY" ? m.figure.statesReporting : m.figure.areasReporting,
          f.year(view.from),
          f.year(view.to),
        )}
      </p>
      <div
        ref={track}
        class="timeline-track"
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={cancel}
      >
        {coverage.map(({ year, reporting }) => (
          <span
            key={year}
            class={year >= view.from && year <= view.to ? "year within" : "year"}
            title={`${f.year(year)}: ${f.number(reporting.length)}`}
          >
            <span class="bar" style={{ blockSize: `${(100 * reporting.length) / most}%` }} />
          </span>
        ))}
        {handle("from")}
        {handle("to")}
      </div>
      <div class="timeline-years" aria-hidden="true">
        {coverage.map(({ year }, index) => (
          <span key={year}>{index % every === 0 ? f.year(year) : ""}</span>
        ))}
      </div>
      <button
        type="button"
        class="quiet"
        disabled={view.from === first && view.to === last}
        onClick={() => change(span(first, last))}
      >
        {m.explorer.allYears}
      </button>
    </section>
  );
};
