/** What a reader can look for, in the order in which kinds are shown. */
export const KINDS = ["area", "indicator", "term", "page"] as const;

export type Kind = (typeof KINDS)[number];

/** Something that has an address on this site. */
export interface Entry {
  readonly kind: Kind;
  readonly name: string;
  /** Relative to the language's root: "areas/MEX/". */
  readonly address: string;
  /** Other names that it is found by, as codes and names in other languages; empty where there are none. */
  readonly others: readonly string[];
}
