/** A column on its way into a database: codes into a list of words, numbers, or free text. */
export type CodedColumn =
  | {
      readonly name: string;
      readonly kind: "enum";
      readonly words: readonly string[];
      /** Place of each row's word in `words`. */
      readonly codes: Int32Array;
    }
  | {
      readonly name: string;
      readonly kind: "number";
      readonly values: Float64Array | Int32Array;
    }
  | { readonly name: string; readonly kind: "text"; readonly values: readonly string[] };

/** A table on its way into a database; all columns have as many values as it has rows. */
export interface CodedTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly CodedColumn[];
}
