import type { Locale, Speech } from "../../i18n/locales.ts";
import type { DatasetId } from "../../standard/codelists/dataset.ts";
import { publishedOf } from "../../standard/own-return.ts";
import type { Slice } from "../../view/catalogue.ts";

/** Which areas have yearly totals of an indicator in a published dataset. */
export interface Published {
  readonly dataset: DatasetId;
  readonly indicator: string;
  readonly areas: readonly string[];
  readonly citation: string;
}

/** Loads the observations of a published dataset into the engine of the page, once. */
export type Load = (dataset: DatasetId) => Promise<void>;

/** What the page hands to the scripts. */
export interface ReturnProps {
  readonly path: Locale["path"];
  /** Relative address of the site's root, ending in a slash. */
  readonly root: string;
  readonly dataVersion: string;
  readonly published: readonly Published[];
}

/** What every part of the page needs. */
export interface ReturnStage extends ReturnProps {
  readonly speech: Speech;
}

/** The yearly totals of a catalogue, by dataset and indicator. `citationOf` names source and release. */
export const publishedTotals = (
  catalogue: readonly Slice[],
  citationOf: (dataset: DatasetId) => string,
): Published[] =>
  catalogue
    .filter(
      (slice) =>
        slice.breakdown === "_T" &&
        slice.freq === "A" &&
        slice.additivity === "TOTAL" &&
        slice.unit === "NUMBER",
    )
    .map((slice) => {
      const dataset = publishedOf(slice);
      const { indicator, areas } = slice;
      return { dataset, indicator, areas, citation: citationOf(dataset) };
    });
