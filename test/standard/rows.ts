import * as fc from "fast-check";
import { OBSERVATION_COLUMNS } from "../../src/standard/observation.ts";
import type { Row } from "../../src/view/query.ts";

/** One complete row of the observation table; the codes are those of a real row. */
export const ROW: Row = {
  dataset: "UNODC_IAFQ",
  release: "2025-05-12",
  indicator: "ARMS_SEIZED",
  freq: "A",
  ref_area: "MEX",
  time_period: "2016",
  sex: "_Z",
  age: "_Z",
  weapon_type: "PISTOL",
  marking: "_T",
  condition: "_T",
  legal_ground: "_T",
  offence_context: "_T",
  seizure_place: "_T",
  trace_status: "_T",
  origin_area: "_T",
  calibre: "_T",
  time_to_crime: "_T",
  unit_measure: "NUMBER",
  obs_value: 12,
  obs_status: "A",
  conf_status: "F",
  breakdown: "weapon_type",
  additivity: "PART",
  area_level: "COUNTRY",
  source_detail: "note=none",
  flags: "",
  source_row: "7",
};

/** Texts that break careless writers: quotes, separators, line ends, formulas, other scripts. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc
    .tuple(
      fc.constantFrom("=", "+", "-", "@", "\t", "\r", '"', "'", ",", ";", " ", ""),
      fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "=", "é", "文", "ب", " ") }),
    )
    .map((parts) => parts.join("")),
);

const VALUES = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);

/** Any row: real codes in the code columns, any text in the others, any number or none. */
export const anyRow: fc.Arbitrary<Row> = fc
  .tuple(fc.array(anyText, { minLength: OBSERVATION_COLUMNS.length, maxLength: 40 }), VALUES)
  .map(([texts, value]) =>
    Object.fromEntries(
      OBSERVATION_COLUMNS.map((column, index) => [
        column.name,
        column.type === "number"
          ? value
          : column.type === "text"
            ? (texts[index] ?? "")
            : (ROW[column.name] ?? null),
      ]),
    ),
  );
