import type { LegendItem } from "./legend.ts";
import type { Placed } from "./marks.ts";
import { patternFill } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { type Step, stepFill, stepRange } from "./sequential.ts";
import { textWidth, wrap } from "./text.ts";

/** A row or a column. */
export interface Place {
  readonly code: string;
  readonly label: string;
}

export interface MatrixData {
  readonly origins: readonly Place[];
  readonly recoveries: readonly Place[];
  /** null: a cell that the source leaves empty. A pair that is not listed is absent too. */
  readonly cells: readonly {
    readonly origin: string;
    readonly recovery: string;
    readonly value: number | null;
  }[];
  readonly originTitle: string;
  readonly recoveryTitle: string;
  readonly unit: string;
  /** Words of the marks; a mark without words has no entry in the legend. */
  readonly keys?: {
    readonly zero?: string;
    readonly absent?: string;
    /** "Sold and recovered in the same State" */
    readonly diagonal?: string;
  };
  /** Said under a matrix that was cut to its largest rows and columns. */
  readonly cutText?: (shown: number, origins: number, recoveries: number) => string;
}

/** The title of the rows, at the foot of the header, as far as it has room there. */
export function originTitleAt(
  data: MatrixData,
  options: ChartOptions,
  start: number,
  top: number,
): Placed[] {
  const at = inlineX(options);
  const lines = wrap(data.originTitle, start - 8, SIZE.small);
  return lines.map((text, i) => ({ x: at(0), y: top - 10 - (lines.length - 1 - i) * 15, text }));
}

/** A header that is too long for its slant, cut with an ellipsis. */
export const shorten = (label: string, room: number): string => {
  if (textWidth(label, SIZE.small) <= room) return label;
  const kept = [...label];
  while (kept.length > 1 && textWidth(`${kept.join("")}…`, SIZE.small) > room) kept.pop();
  return `${kept.join("").trimEnd()}…`;
};

/** The steps of the ramp and the marks that have words. */
export function legendItems(
  data: MatrixData,
  steps: readonly Step[],
  options: ChartOptions,
): LegendItem[] {
  const items: LegendItem[] = steps.map((step) => ({
    text: stepRange(step, options.formatNumber),
    sample: "square",
    colour: stepFill(step),
    quiet: true,
  }));
  const { zero, absent, diagonal } = data.keys ?? {};
  if (zero !== undefined)
    items.unshift({ text: zero, sample: "outline", colour: "var(--hatch)", quiet: true });
  if (absent !== undefined)
    items.push({
      text: absent,
      sample: "pattern",
      colour: patternFill(options, "hatch"),
      quiet: true,
    });
  if (diagonal !== undefined)
    items.push({ text: diagonal, sample: "outline", colour: "var(--ink)", quiet: true });
  return items;
}
