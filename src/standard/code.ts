/** One entry of a code list. Its place in the list is its order. */
export interface Code<C extends string = string> {
  readonly code: C;
  /** English label, as shown to readers. */
  readonly label: string;
  /** One or two sentences a delegate can read. */
  readonly definition: string;
  /** Code of the wider entry in the same list. A reading aid: parents are never summed with children. */
  readonly parent?: string;
  /** Where code and meaning come from. */
  readonly source: string;
}

/** A named code list, published as `data/codelists/<id>.csv`. */
export interface CodeList<C extends string = string> {
  readonly id: string;
  readonly name: string;
  readonly codes: readonly Code<C>[];
}

/** Type of the codes of a list: `CodeOf<typeof CL_SEX>` is `"_T" | "F" | "M" | "_U" | "_Z"`. */
export type CodeOf<L extends CodeList> = L["codes"][number]["code"];

const OURS = "Illicit Arms Monitor";

/** Headline total, or a dimension that the source does not break down here. */
export const totalCode = (label: string) =>
  ({
    code: "_T",
    label,
    definition: "The headline total, or a dimension that is not broken down in this row.",
    source: "SDMX",
  }) as const;

/** The category that a source itself calls unknown. It is a count, not a missing value. */
export const unknownCode = (label: string) =>
  ({
    code: "_U",
    label,
    definition: "Counted by the source, with this characteristic unknown. A number, not a gap.",
    source: "SDMX",
  }) as const;

/** The source's own residual category. */
export const otherCode = (label: string, definition: string) =>
  ({ code: "_O", label, definition, source: "SDMX" }) as const;

/** A characteristic that the counted thing cannot have: a rifle has no sex. */
export const notApplicableCode = () =>
  ({
    code: "_Z",
    label: "Not applicable",
    definition: "This characteristic cannot exist for what is counted in this row.",
    source: "SDMX",
  }) as const;

/** The total line that a State wrote inside one breakdown; it may differ from the headline. */
export const reportedTotalCode = () =>
  ({
    code: "TOTAL_REPORTED",
    label: "Total reported in this breakdown",
    definition:
      "The total line that the State wrote inside this breakdown. It may differ from the headline total and is never added to the parts.",
    source: OURS,
  }) as const;
