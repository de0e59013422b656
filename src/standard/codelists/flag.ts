import type { CodeList } from "../code.ts";

const OURS = "Illicit Arms Monitor";
const flag = <C extends string>(code: C, label: string, definition: string) =>
  ({ code, label, definition, source: OURS }) as const;

/** What a reader must know about a single number. A row carries zero or more, joined by `|`. */
export const CL_FLAG = {
  id: "CL_FLAG",
  name: "Flag",
  codes: [
    flag(
      "AMBIGUOUS_TOTAL",
      "Ambiguous total",
      "A total by location that belongs neither to the places nor to the tracing results. Used in no calculation.",
    ),
    flag(
      "PAIRED_LABEL",
      "Paired label",
      "The publisher prints two lines under one label. They are summed.",
    ),
    flag(
      "MERGED_LABELS",
      "Merged labels",
      "Several labels of the source map to one code. They are summed.",
    ),
    flag(
      "CONFLICTING_DUPLICATE",
      "Conflicting duplicate",
      "The source gives two values for one key, with no way to choose. No value is published; both are kept in the source note.",
    ),
    flag(
      "DUPLICATE_DROPPED",
      "Copy removed",
      "An exact copy of this row, made by the publisher or the collector, was removed.",
    ),
    flag(
      "FALSE_ZERO_SUSPECT",
      "Doubtful zero",
      "A zero total whose parts are all zero or absent. It may mean 'not recorded'. Never read it as none.",
    ),
    flag(
      "FALSE_ZERO_PROVED",
      "False zero",
      "A zero that a later release of the same source took back: it is gone there, or a positive number. It never meant none.",
    ),
    flag(
      "REVISED_LATER",
      "Revised later",
      "A later release of the same source gives another value.",
    ),
    flag(
      "DROPPED_LATER",
      "Dropped later",
      "A later release of the same source no longer holds this number.",
    ),
    flag(
      "COVERAGE_BREAK",
      "Break in coverage",
      "An area that makes up a fifth or more of the year's sum starts or stops reporting here; the sum over areas breaks.",
    ),
    flag(
      "PARTS_LT_TOTAL",
      "Parts below total",
      "The parts add up to less than the declared total; the rest is not classified.",
    ),
    flag(
      "PARTS_GT_TOTAL",
      "Parts above total",
      "The parts add up to more than the declared total.",
    ),
    flag(
      "MULTI_RESPONSE",
      "Several answers possible",
      "One arm may be counted in several categories. They must not be summed.",
    ),
    flag(
      "OUTLIER_SCOPE",
      "Another population",
      "The value evidently covers another population, for example all crime. Left out of pooled figures.",
    ),
    flag(
      "SOURCE_DIFFERS",
      "Another source concept",
      "Taken from a national source with another concept, for example traced instead of seized firearms.",
    ),
    flag(
      "DEF_DIFFERS",
      "Definition differs",
      "The category is defined otherwise than in the UNODC questionnaire.",
    ),
    flag(
      "TOP_N",
      "Cut list",
      "From a list cut to its largest entries; an absent entry is not zero.",
    ),
    flag(
      "MIXED_OTHER",
      "Mixed residual",
      "The content of this residual category changes from row to row.",
    ),
    flag(
      "UNPUBLISHED",
      "Not published yet",
      "The period was not published yet and is stored as 0 in the source. No value.",
    ),
    flag("AREA_MERGED", "Merged area", "The source label covers two areas."),
    flag("AREA_ALIAS", "Renamed area", "The source uses another name for this area."),
    flag(
      "PRINTED_TOTAL_WRONG",
      "Printed total wrong",
      "The total printed in the source does not add up; the sum of the cells is used.",
    ),
    flag(
      "REKEYED_COPY",
      "Re-keyed copy",
      "Read from a copy that was saved outside the publisher's office.",
    ),
    flag(
      "TRANSCRIBED",
      "Transcribed",
      "Typed from a copy of the publisher's answer; not the publisher's own bytes.",
    ),
    flag(
      "TWO_YEAR_MEAN",
      "Two-year mean",
      "The mean of two yearly values, labelled with the first year.",
    ),
    flag(
      "DERIVED",
      "Derived",
      "Computed by us from cells of the source; the source itself prints no such number, or prints it wrongly.",
    ),
    flag("SMALL_CELL", "Small number", "A count of 1 to 4."),
  ],
} as const satisfies CodeList;
