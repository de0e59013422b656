import { max, ticks as ticksOf } from "d3";
import type { Drawing } from "./drawing.ts";
import { linear } from "./linear.ts";
import { type Box, boxes, type Placed, rules, texts } from "./marks.ts";
import { type NothingBox, nothingMarks, patternDefs } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE, year } from "./options.ts";
import { textWidth, widest, wrap } from "./text.ts";

export interface AgeBand {
  readonly code: string;
  readonly label: string;
  /** First and last year of age, both included; null: no upper end. */
  readonly from: number;
  readonly to: number | null;
}

export interface PyramidData {
  readonly bands: readonly (AgeBand & {
    readonly women: number | null;
    readonly men: number | null;
  })[];
  readonly womenLabel: string;
  readonly menLabel: string;
  /** With `normalise` the unit is per year of age, and should say so. */
  readonly unit: string;
  /** true (the default): bar length per single year of age, thickness by width of band. false: counts, equal rows. */
  readonly normalise?: boolean;
}

/** Years of age that an open band is drawn with: as wide as the band before it. */
export function drawnWidth(bands: readonly AgeBand[], band: AgeBand): number {
  if (band.to !== null) return band.to - band.from + 1;
  const before = bands.findLast((d) => d.to !== null && d.to < band.from);
  return before?.to == null ? 10 : Math.max(5, before.to - before.from + 1);
}

type Side = "women" | "men";
interface Row extends Box {
  readonly side: Side;
  readonly open: boolean;
}

/** Women to one side, men to the other, the young at the bottom. */
export function pyramidDrawing(data: PyramidData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const normalise = data.normalise ?? true;
  const bands = data.bands.toSorted((a, b) => a.from - b.from);
  const size = (band: AgeBand): number => (normalise ? drawnWidth(bands, band) : 1);
  const low = normalise ? (bands[0]?.from ?? 0) : 0;
  const high = normalise ? (max(bands, (d) => d.from + size(d)) ?? 1) : Math.max(1, bands.length);
  const perYear = normalise ? Math.max(4, Math.min(9, 380 / Math.max(1, high - low))) : 26;

  const gutter = Math.ceil(
    normalise
      ? widest([...bands.filter((d) => d.to === null).map((d) => d.label), "100"], SIZE.small)
      : widest(
          bands.map((d) => d.label),
          SIZE.small,
        ),
  );
  const middle = Math.min(gutter, width * 0.3) + 16;
  const value = (band: (typeof bands)[number], side: Side): number | null => {
    const count = band[side];
    return count === null ? null : count / size(band);
  };
  const reach = max(bands.flatMap((d) => [value(d, "women") ?? 0, value(d, "men") ?? 0])) ?? 0;
  const printed = normalise
    ? 0
    : widest(
        bands.flatMap((d) => [d.women ?? 0, d.men ?? 0]).map(options.formatNumber),
        SIZE.small,
      ) + 6;
  const half = (width - middle) / 2 - printed;
  const long = linear([0, reach > 0 ? reach : 1], [0, half]);

  const unit = wrap(data.unit, width, SIZE.small);
  const top = unit.length * 16 + 26;
  const bottom = top + (high - low) * perYear;
  const yOf = (position: number): number => bottom - (position - low) * perYear;
  const baseOf = { women: width / 2 - middle / 2, men: width / 2 + middle / 2 };
  const out = { women: -1, men: 1 };

  const rows: Row[] = [];
  const missing: NothingBox[] = [];
  const numbers: Record<Side, Placed[]> = { women: [], men: [] };
  bands.forEach((band, i) => {
    const from = normalise ? band.from : i;
    for (const side of ["women", "men"] as const) {
      const share = value(band, side);
      const count = band[side];
      const gap = normalise ? 0.5 : 3;
      const box = {
        x1: at(baseOf[side]),
        x2: at(baseOf[side] + out[side] * (share === null ? 28 : long(share))),
        y1: yOf(from + size(band)) + gap,
        y2: yOf(from) - gap,
      };
      if (share === null) missing.push({ ...box, state: "not-reported" });
      else if (share > 0) rows.push({ ...box, side, open: band.to === null });
      else missing.push({ ...box, state: "zero" });
      if (!normalise && count !== null && share !== null) {
        const x = baseOf[side] + out[side] * (long(share) + 5);
        numbers[side].push({
          x: at(x),
          y: (box.y1 + box.y2) / 2,
          text: options.formatNumber(count),
        });
      }
    }
  });

  const ages = normalise
    ? ageLabels(bands, options, yOf, at(width / 2))
    : bands.map((d, i) => ({ x: at(width / 2), y: yOf(i + 0.5), text: d.label }));
  const ticks = normalise ? ticksOf(0, reach > 0 ? reach : 1, width < 520 ? 2 : 4) : [];
  const tickRows = (["women", "men"] as const).flatMap((side) =>
    ticks.map((t) => ({ t, x: at(baseOf[side] + out[side] * long(t)) })),
  );
  const inside = tickRows
    .map(({ x, t }) => ({ x, y: bottom + 14, text: options.formatCompact(t) }))
    .filter((d) => Math.abs(d.x - width / 2) + textWidth(d.text, SIZE.small) / 2 <= width / 2);
  const height = Math.ceil(bottom + (normalise ? 24 : 4));
  const names: Placed[] = [
    { x: at(baseOf.women), y: top - 14, text: data.womenLabel },
    { x: at(baseOf.men), y: top - 14, text: data.menLabel },
  ];
  const marks = [
    rules(
      tickRows.map(({ x, t }) => ({ x1: x, x2: x, y1: top, y2: bottom, t })).filter((d) => d.t > 0),
    ),
    boxes(rows, {
      fill: (d: Row) => (d.side === "women" ? "var(--sex-F)" : "var(--sex-M)"),
      fillOpacity: (d: Row) => (d.open ? 0.5 : 1),
    }),
    ...nothingMarks(options, missing),
    rules(
      (["women", "men"] as const).map((side) => ({
        x1: at(baseOf[side]),
        x2: at(baseOf[side]),
        y1: top,
        y2: bottom,
      })),
      { stroke: "var(--ink-2)" },
    ),
    texts(names.slice(0, 1), { anchor: "end", weight: 600, size: SIZE.strong }),
    texts(names.slice(1), { anchor: "start", weight: 600, size: SIZE.strong }),
    texts(ages, { anchor: "middle", size: SIZE.small, fill: "var(--ink-2)", figures: true }),
    texts(numbers.women, { anchor: "end", size: SIZE.small, figures: true }),
    texts(numbers.men, { anchor: "start", size: SIZE.small, figures: true }),
    texts(inside, { anchor: "middle", size: SIZE.small, fill: "var(--ink-2)", figures: true }),
    texts(
      unit.map((text, i) => ({ x: at(0), y: 8 + i * 16, text })),
      { size: SIZE.small, fill: "var(--ink-2)" },
    ),
  ];
  const hatched = missing.some((d) => d.state === "not-reported");
  return { height, marks, ...(hatched ? { defs: patternDefs } : {}) };
}

/** Ages along the middle: the open band by its name, else round years, as many as fit. */
function ageLabels(
  bands: readonly AgeBand[],
  options: ChartOptions,
  yOf: (age: number) => number,
  x: number,
): Placed[] {
  const kept: Placed[] = [];
  const offer = (y: number, text: string): void => {
    if (kept.every((d) => Math.abs(d.y - y) >= 15)) kept.push({ x, y, text });
  };
  for (const band of bands)
    if (band.to === null) offer(yOf(band.from + drawnWidth(bands, band) / 2), band.label);
  const first = bands[0]?.from ?? 0;
  const last = bands.at(-1)?.from ?? 0;
  for (const stride of [20, 10, 5])
    for (let age = Math.ceil(first / stride) * stride; age <= last; age += stride)
      offer(yOf(age), year(options, age));
  offer(yOf(first), year(options, first));
  return kept;
}
