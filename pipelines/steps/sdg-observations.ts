import type { Observation } from "../../src/standard/observation.ts";
import { detail, joinFlags, observation } from "../../src/standard/rows.ts";
import { type SdgPoint, sdgPoints } from "../../src/statistics/sdg-series.ts";
import { period } from "./figure-row.ts";
import { releaseCells, sdgTables } from "./release-cells.ts";

const statusOf = ({ ratio }: SdgPoint): Observation["obs_status"] => {
  if (ratio.notes.includes("INPUT_WITHOUT_VALUE")) return "O";
  if (ratio.value === null) return "M";
  return ratio.flags.length > 0 ? "V" : "A";
};

/** A point as a row of the standard table; N and D of a mean stand year by year. */
const toObservation = (point: SdgPoint, release: string): Observation => {
  const { indicator, area, label, span, years, ratio } = point;
  const isMean = indicator.endsWith("_MEAN");
  const each = (part: "n" | "d"): string => years.map((year) => year[part]).join(" + ");
  const sum = (part: "n" | "d"): string => String(ratio[part] ?? "");
  return observation(
    {
      dataset: "IAM_DERIVED",
      release,
      indicator,
      ref_area: area,
      time_period: String(label),
    },
    {
      unit_measure: "PT",
      obs_value: ratio.value,
      obs_status: statusOf(point),
      source_detail: detail({
        numerator: isMean ? each("n") : sum("n"),
        denominator: isMean ? each("d") : sum("d"),
        window: period(span),
        years: years.map(({ year }) => year).join(" + "),
        release,
        note: ratio.notes.join("|"),
      }),
      flags: joinFlags(["DERIVED", ...(isMean && years.length === 2 ? ["TWO_YEAR_MEAN"] : [])]),
      source_row: ratio.inputs.join("+"),
    },
  );
};

/**
 * SDG 16.4.2 recomputed from every UNODC release in the observations, as rows of IAM_DERIVED under the release that
 * they come from: by the rule and by the wording, of one year, as a mean and pooled. To be called on flagged
 * observations: a value with a flagged input has status V, one without a denominator M, one with an input that has
 * no value O.
 */
export const sdgObservations = (observations: readonly Observation[]): Observation[] =>
  releaseCells(observations, "UNODC_IAFQ", "COUNTRY").flatMap((cells) => {
    const { release, tracing } = sdgTables(cells);
    return sdgPoints(tracing).map((point) => toObservation(point, release));
  });
