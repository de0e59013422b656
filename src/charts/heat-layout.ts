import type { LegendItem } from "./legend.ts";
import type { Placed } from "./marks.ts";
import { type Nothing, patternFill } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { type Step, stepFill, stepRange } from "./sequential.ts";
import { widest, wrap } from "./text.ts";

export interface HeatCell {
  readonly row: string;
  /** Code of a column. */
  readonly column: string;
  readonly value: number | null;
  readonly state: "value" | Nothing;
  readonly provisional?: boolean;
  /** Words of the tile: "March 2019: 412". */
  readonly title?: string;
}

export interface HeatMapData {
  /** Years or areas, from top to bottom. */
  readonly rows: readonly { readonly code: string; readonly label: string }[];
  /** Months, in reading order, with their short names in the language of the reader. */
  readonly columns: readonly { readonly code: string; readonly label: string }[];
  /** A pair that is not listed is outside of what the source covers, and is left blank. */
  readonly cells: readonly HeatCell[];
  readonly unit: string;
  /** Words of the marks; a mark without words has no entry in the legend. */
  readonly keys?: {
    readonly zero?: string;
    readonly doubtful?: string;
    readonly absent?: string;
    readonly provisional?: string;
  };
  /** Prints the number of a tile; `formatCompact` when left out. */
  readonly formatValue?: (value: number) => string;
  /** Sentences below: what was cut, what is not published yet. */
  readonly notes?: readonly string[];
}

const LEAST = 22;
const MOST = 62;
const HIGH = 26;
const LINE = 15;

export interface HeatLayout {
  readonly rows: readonly {
    readonly row: HeatMapData["rows"][number];
    readonly top: number;
  }[];
  /** The row labels stand beside the tiles, else above them. */
  readonly beside: boolean;
  readonly labels: readonly Placed[];
  /** Names of the columns, level; empty where they stand upright. */
  readonly columns: readonly Placed[];
  readonly upright: readonly Placed[];
  readonly start: number;
  readonly wide: number;
  readonly high: number;
  readonly bottom: number;
}

/** Gives tiles all the width up to a limit; where long labels leave too little beside them, they stand above. */
export function heatLayout(data: HeatMapData, options: ChartOptions, top: number): HeatLayout {
  const { width } = options;
  const at = inlineX(options);
  const count = Math.max(1, data.columns.length);
  const full = widest(
    data.rows.map((d) => d.label),
    SIZE.small,
  );
  const wanted = Math.ceil(Math.min(full, width * 0.28)) + 6;
  const beside = (width - wanted) / count >= LEAST;
  const start = beside ? wanted : 0;
  const wide = Math.min(MOST, (width - start) / count);
  const names = data.columns.map((d) => d.label);
  const level = widest(names, SIZE.small) <= wide;
  const middle = (i: number): number => at(start + (i + 0.5) * wide);
  const header = level ? 18 : Math.ceil(widest(names, SIZE.small)) + 6;
  const placed = names.map((text, i) => ({ text, x: middle(i), y: top + header - 9 }));
  const foot = names.map((text, i) => ({ text, x: middle(i), y: top + header - 4 }));

  const labels: Placed[] = [];
  let y = top + header + (beside ? 0 : 2);
  const rows = data.rows.map((row) => {
    const lines = wrap(row.label, beside ? start - 6 : width, SIZE.small);
    const said = lines.length * LINE;
    const high = beside ? Math.max(HIGH, said) : HIGH;
    const first = beside ? y + (high - said) / 2 : y;
    const x = at(beside ? start - 6 : 0);
    for (const [i, text] of lines.entries()) labels.push({ text, x, y: first + (i + 0.5) * LINE });
    const tileTop = beside ? y + (high - HIGH) / 2 : y + said;
    y += beside ? high : said + HIGH + 4;
    return { row, top: tileTop };
  });
  return {
    rows,
    beside,
    labels,
    columns: level ? placed : [],
    upright: level ? [] : foot,
    start,
    wide,
    high: HIGH,
    bottom: y,
  };
}

/** The steps of the ramp, then the marks that have words. */
export function heatLegend(
  data: HeatMapData,
  steps: readonly Step[],
  options: ChartOptions,
): LegendItem[] {
  const { zero, doubtful, absent, provisional } = data.keys ?? {};
  const hatch = patternFill(options, "hatch");
  const item = (
    text: string | undefined,
    sample: LegendItem["sample"],
    colour: string,
  ): LegendItem[] => (text === undefined ? [] : [{ text, sample, colour, quiet: true }]);
  return [
    ...item(zero, "outline", "var(--hatch)"),
    ...steps.flatMap((step) =>
      item(stepRange(step, options.formatNumber), "square", stepFill(step)),
    ),
    ...item(doubtful, "part-pattern", hatch),
    ...item(absent, "pattern", hatch),
    ...item(provisional, "dashed", "var(--ink-2)"),
  ];
}
