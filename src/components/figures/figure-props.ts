import type { ChartOptions } from "../../charts/options.ts";

/** A chart that waits for its width. */
export interface Undrawn {
  readonly draw: (options: ChartOptions) => Element;
  readonly options: Omit<ChartOptions, "document" | "width">;
}

/** One drawing of a figure; a method switch shows one of several. */
export interface Variant extends Undrawn {
  /** Values of the switches under which this drawing is shown; also its `data-` attributes. */
  readonly when: Readonly<Record<string, string>>;
  readonly title: string;
  readonly subtitle: string;
}

/** A choice between two ways of counting; the first option is the default. */
export interface Switch {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A figure of a page: drawing, table, source, coverage, caveats and the way into the explorer. */
export interface FigureProps {
  readonly id: string;
  readonly variants: readonly Variant[];
  readonly switches: readonly Switch[];
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly source: string;
  readonly coverage: string;
  readonly caveats: readonly string[];
  /** Query string of the same view in the explorer; empty for its default view. */
  readonly search: string;
}
