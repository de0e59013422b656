import type { ExportMeta } from "./meta.ts";

/** A published file of a dataset. */
export interface PublishedFile {
  /** Address relative to the document that names it. */
  readonly path: string;
  readonly title: string;
  /** IANA media type, without parameters. */
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
  /** Standard that the file follows, by address. */
  readonly conformsTo?: string;
}

/** A published dataset: what it says of itself, every release of its source, and its files. */
export interface PublishedDataset {
  /** `releases` are those that stand for the dataset now. */
  readonly meta: ExportMeta;
  /** All releases read, oldest first, those that were replaced included. */
  readonly history: ExportMeta["releases"];
  readonly files: readonly PublishedFile[];
  /** Codes of the areas that the dataset is about. */
  readonly spatial: readonly string[];
}

/** A period as two days: `2016` is the whole year, `2016-03` the whole month. */
export const daysOf = (first: string, last: string): readonly [string, string] => {
  const [year = "", month] = last.split("-");
  const lastDay =
    month === undefined
      ? `${year}-12-31`
      : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  return [first.length === 4 ? `${first}-01-01` : `${first}-01`, lastDay];
};
