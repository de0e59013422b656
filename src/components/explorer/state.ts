import type { Drawing } from "../../charts/drawing.ts";
import type { ChartOptions } from "../../charts/options.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Land } from "../../standard/geography/land.ts";
import type { Positions } from "../../standard/geography/positions.ts";
import type { Slice } from "../../view/catalogue.ts";
import type { PackedCells } from "../../view/pack.ts";
import type { View } from "../../view/view.ts";
import type { LandPart } from "../figures/land.ts";
import type { Names } from "../figures/words.ts";

/** What the page hands to the explorer: everything but the observations. */
export interface ExplorerProps {
  readonly path: string;
  /** Relative address of the site's root, ending in a slash. */
  readonly root: string;
  readonly dataVersion: string;
  /** Every published version of the data, oldest first. */
  readonly versions: readonly string[];
  readonly catalogue: readonly Slice[];
  readonly names: Names;
  /** Cells of the table behind the default view, so that the first drawing needs no engine. */
  readonly cells: PackedCells;
  /** Longitude and latitude of the areas that a map can show. */
  readonly positions: Positions;
}

/**
 * Does work in a task of its own, after what already waits; then, in another, what shows it, and lets it be painted.
 * Returns what takes the work back.
 */
export type InTurn = (work: () => void, show?: () => void) => () => void;

/** What every part of the explorer needs. */
export interface Stage {
  readonly speech: Speech;
  readonly names: Names;
  readonly catalogue: readonly Slice[];
  readonly root: string;
  /** The version of the data that is shown. */
  readonly dataVersion: string;
  readonly versions: readonly string[];
  readonly positions: Positions;
  /** Where two answers stand side by side: whose this one is, and what its ids begin with. No pictures are offered there. */
  readonly side?: { readonly id: string; readonly label: string };
  /** Where more charts appear at once than one task should draw. */
  readonly inTurn?: InTurn;
  /** True where one part stands alone, in another page: no control of the workbench is shown. */
  readonly alone?: true;
  /** Land under maps, at build; absent in the browser, which loads it. */
  readonly land?: Readonly<Record<LandPart, Land>>;
  /** Draws a chart as HTML at build; absent in the browser, which draws for its own width. */
  readonly bake?: (
    drawing: (options: ChartOptions) => Drawing,
    options: Omit<ChartOptions, "document" | "width">,
  ) => string;
}

/** Changes the view. A passing change, as of a brush that is being dragged, leaves address and history alone. */
export type ChangeView = (view: View, passing?: "passing") => void;

/** Where the engine stands. */
export type EngineState =
  | { readonly kind: "baked" }
  | {
      readonly kind: "starting";
      readonly words: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "ready"; readonly rows: number }
  | { readonly kind: "asking" }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "query-failed"; readonly reason: string };
