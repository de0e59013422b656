import type { Separator } from "./head.ts";

/** How a file is to be read; what is left out is guessed. */
export interface ReadOptions {
  /** Of a text file. */
  readonly separator?: Separator;
  /** Name of a sheet of a workbook. */
  readonly sheet?: string;
  /** Place of the titles among the first rows, from 0. */
  readonly headerAt?: number;
  readonly signal?: AbortSignal;
  /** Told the bytes of the file that are read, and how many there are. */
  readonly progress?: (done: number, total: number) => void;
}
