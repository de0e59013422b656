import { barsDrawing } from "./bars.ts";
import type { Drawing } from "./drawing.ts";
import type { ChartOptions } from "./options.ts";

export interface RoutesData {
  readonly rows: readonly {
    readonly origin: string;
    readonly recovery: string;
    readonly value: number;
    readonly text: string;
    /** Of all traced arms recovered there, already in words. */
    readonly share?: string;
  }[];
  readonly unit: string;
  /** A CSS colour; the accent when left out. */
  readonly colour?: string;
}

/** The largest routes from the place of sale to the place of recovery, as bars. The arrow follows the reading direction. */
export function routesDrawing(data: RoutesData, options: ChartOptions): Drawing {
  const arrow = options.direction === "rtl" ? "←" : "→";
  const rows = data.rows.map(({ origin, recovery, value, text, share }) => ({
    code: `${origin}-${recovery}`,
    label: `${origin} ${arrow} ${recovery}`,
    value,
    text: share === undefined ? text : `${text} · ${share}`,
    colour: data.colour ?? "var(--accent)",
    state: value === 0 ? ("zero" as const) : ("value" as const),
  }));
  return barsDrawing({ rows, unit: data.unit }, options);
}
