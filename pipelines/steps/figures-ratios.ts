import type { Figure, FormulaId } from "../../src/standard/figure.ts";
import { sexRatios, sortSexes } from "../../src/statistics/persons.ts";
import { type AreaRatio, aggregateRatio } from "../../src/statistics/ratio.ts";
import { ACQUISITIONS } from "../../src/statistics/sdg.ts";
import { exactSum } from "../../src/statistics/source-cell.ts";
import { byAreaYear } from "../../src/statistics/trace-table.ts";
import { armsPerCase, markedShares, tracedShares } from "../../src/statistics/tracing.ts";
import {
  aggregateCells,
  category,
  compact,
  during,
  figure,
  type Origin,
  period,
  periodsOf,
  ratioCells,
} from "./figure-row.ts";
import type { ReleaseCells } from "./release-cells.ts";

/** Stages of justice for which States give persons by sex. */
const STAGES = ["PERSONS_ARRESTED", "PERSONS_PROSECUTED", "PERSONS_CONVICTED"] as const;

/** What all figures of one kind of ratio share. */
interface Kind extends Pick<Figure, "category" | "residual" | "unit"> {
  readonly id: FormulaId;
}

/** Ratios of each area and year, then over areas, pooled and as a mean, by year, by two years and over all years. */
export const ratioFigures = (
  origin: Origin,
  { id, ...kind }: Kind,
  ratios: readonly AreaRatio[],
): Figure[] => {
  const per = kind.unit === "PT" ? 100 : 1;
  return [
    ...ratios.map((ratio) =>
      figure(id, origin, {
        ...kind,
        ref_area: ratio.area,
        time_period: String(ratio.year),
        ...ratioCells(ratio),
      }),
    ),
    ...periodsOf(ratios.filter((ratio) => ratio.value !== null)).flatMap((span) =>
      (["pooled", "mean"] as const).map((weight) =>
        figure(id, origin, {
          ...kind,
          time_period: period(span),
          ...aggregateCells(aggregateRatio(during(ratios, span), weight, per)),
        }),
      ),
    ),
  ];
};

const sexFigures = ({ origin, parts }: ReleaseCells): Figure[] =>
  STAGES.flatMap((indicator) => {
    const { counted, outliers } = sortSexes(parts(indicator, "sex"));
    const shares = (["F", "M"] as const).flatMap((sex) =>
      (["WITHOUT", "WITH"] as const).flatMap((residual) =>
        ratioFigures(
          origin,
          { id: "SEX_SHARE", category: category(indicator, "sex", sex), residual, unit: "PT" },
          sexRatios(counted, sex, residual),
        ),
      ),
    );
    const leftOut = byAreaYear(outliers).map((cells) =>
      figure("SEX_LEFT_OUT", origin, {
        ref_area: cells[0]?.area ?? "",
        time_period: String(cells[0]?.year ?? ""),
        category: indicator,
        unit: "NUMBER",
        value: exactSum(cells),
        inputs: compact(cells.map((cell) => cell.row)),
        note: "OUTLIER_SCOPE",
      }),
    );
    return [...shares, ...leftOut];
  });

const tracingFigures = ({ origin, table, parts }: ReleaseCells): Figure[] =>
  ACQUISITIONS.flatMap((indicator) => [
    ...ratioFigures(
      origin,
      { id: "TRACED_SHARE", category: indicator, residual: "", unit: "PT" },
      tracedShares(table(indicator, "trace_status")),
    ),
    ...(["WITH", "WITHOUT"] as const).flatMap((residual) =>
      ratioFigures(
        origin,
        { id: "MARKED_SHARE", category: indicator, residual, unit: "PT" },
        markedShares(parts(indicator, "marking"), residual),
      ),
    ),
  ]);

/** Women and men at each stage of justice, traced and uniquely marked arms, arms a seizure case. */
export const countryFigures = (release: ReleaseCells): Figure[] => [
  ...sexFigures(release),
  ...tracingFigures(release),
  ...ratioFigures(
    release.origin,
    { id: "ARMS_PER_CASE", category: "ARMS_SEIZED", residual: "", unit: "RATIO" },
    armsPerCase(release.headlines("ARMS_SEIZED"), release.headlines("SEIZURE_CASES")),
  ),
];
