import type { ChartOptions } from "../../charts/options.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Cell } from "../../statistics/cell.ts";
import type { Slice } from "../../view/catalogue.ts";
import type { View } from "../../view/view.ts";
import type { Names } from "../figures/words.ts";

/** What the page hands to the explorer: everything but the observations. */
export interface ExplorerProps {
  readonly path: string;
  /** Relative address of the site's root, ending in a slash. */
  readonly root: string;
  readonly dataVersion: string;
  readonly catalogue: readonly Slice[];
  readonly names: Names;
  /** Cells of the default view, so that the first drawing needs no engine. */
  readonly cells: readonly Cell[];
}

/** What every part of the explorer needs. */
export interface Stage {
  readonly speech: Speech;
  readonly names: Names;
  readonly catalogue: readonly Slice[];
  readonly root: string;
  readonly dataVersion: string;
  /** Draws a chart as HTML at build; absent in the browser, which draws for its own width. */
  readonly bake?: (
    draw: (options: ChartOptions) => Element,
    options: Omit<ChartOptions, "document" | "width">,
  ) => string;
}

/** Changes the view; whether it becomes an entry of the browser's history is the caller's wish. */
export type ChangeView = (view: View) => void;

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
