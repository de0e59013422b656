import type { LeftOut } from "../../return/apply.ts";
import type { Choice, CodedTarget } from "../../return/codes.ts";
import type { Peek } from "../../return/file.ts";
import type { FindingGroup } from "../../return/finding.ts";
import type { Guess } from "../../return/guess/mapping.ts";
import type { Detected, Layout } from "../../return/layout.ts";
import type { Mapping } from "../../return/mapping.ts";
import type { MappingProblem } from "../../return/problems.ts";
import type { ColumnProfile, ReadAs } from "../../return/raw-table.ts";
import type { Separator } from "../../return/read/head.ts";
import type { SuppressionReport } from "../../return/suppress.ts";
import type { IndicatorId } from "../../standard/codelists/indicator.ts";
import type { FirstFigures } from "./first-figures.ts";
import type { OwnTable } from "./own-queries.ts";

/** The table in the engine that holds the observations of the file. */
export const OWN_TABLE = "own_observation";

/** How far the worker is with what it was asked. */
export type ReturnProgress =
  | { readonly step: "reading"; readonly done: number; readonly total: number }
  | { readonly step: "applying" | "checking" | "suppressing" | "preparing" }
  /** Yearly totals, before the database has the rows. */
  | { readonly step: "summed"; readonly first: FirstFigures }
  /** The first figures that the database can be asked for, long before the checks are done. */
  | { readonly step: "counted"; readonly tables: readonly OwnTable[] };

/** A mapping as far as it is known, and what still stops it. */
export interface WizardState {
  readonly mapping: Mapping;
  readonly problems: readonly MappingProblem[];
  /** Columns of the file that are not used. */
  readonly unused: readonly string[];
  /** What the values of each column may be mapped to. */
  readonly choices: { readonly [T in CodedTarget]?: readonly Choice[] };
  /** How columns were found; what is not listed was chosen by the reader, or not found. */
  readonly guesses: readonly Guess[];
}

/** A plain table, and what its columns seem to be. */
export interface PlainTable extends WizardState {
  readonly profiles: readonly ColumnProfile[];
}

/** What the wizard asks: what is missing, what the values of another column mean, what another indicator needs. */
export type WizardRequest = Pick<WizardState, "mapping" | "guesses"> &
  (
    | { readonly kind: "check" }
    | { readonly kind: "column"; readonly target: CodedTarget; readonly column: string | null }
    | { readonly kind: "indicator"; readonly indicator: IndicatorId }
  );

/** The mapping of a plain table; a file in a known layout has none. */
export interface ApplyRequest {
  readonly mapping: Mapping | undefined;
}

/** What the page is told of a file once it is read. */
export interface Opened {
  readonly name: string;
  readonly bytes: number;
  readonly readAs: ReadAs;
  /** The head of the file, as it stands there. */
  readonly peek: Peek;
  readonly headerLine: number;
  readonly rows: number;
  readonly detected: Detected;
  /** The layout that it is read in: the one that was detected, unless the reader knows better. */
  readonly layout: Layout;
  /** Lines that could not be read. */
  readonly findings: readonly FindingGroup[];
  /** For a plain table: what its columns seem to be. */
  readonly plain: PlainTable | undefined;
}

/** How a reader wants a file to be read. */
export interface OpenOptions {
  readonly separator?: Separator;
  readonly sheet?: string;
  readonly headerAt?: number;
  readonly layout?: Layout;
}

/** What the page is told of the figures of a file. */
export interface Applied {
  /** Rows of the file that are in the figures. */
  readonly used: number;
  /** Values that the reader left out. */
  readonly leftOut: readonly LeftOut[];
  readonly tables: readonly OwnTable[];
  readonly findings: readonly FindingGroup[];
  /** What a file for others leaves out. */
  readonly suppressed: SuppressionReport;
}

export type TakeFormat = "sdmx" | "csv" | "xlsx";
