import type { Figure } from "../../src/standard/figure.ts";
import { sdgByRule } from "../../src/statistics/sdg.ts";
import { casesOf } from "../../src/statistics/sdg-case.ts";
import type { SdgTables } from "../../src/statistics/sdg-completed.ts";
import { explain } from "../../src/statistics/sdg-explain.ts";
import {
  type OfficialMatch,
  type OfficialValue,
  officialAgainst,
} from "../../src/statistics/sdg-official.ts";
import { sdgPoints } from "../../src/statistics/sdg-series.ts";
import { fitTable } from "../../src/statistics/sdg-variants.ts";
import { publishedWindow } from "../../src/statistics/sdg-window.ts";
import { compact, figure, type Origin, period, ratioCells, SEVERAL } from "./figure-row.ts";

/** Every value of 16.4.2 that a release gives. */
export const sdgFigures = (origin: Origin, tables: SdgTables): Figure[] =>
  sdgPoints(tables.tracing).map(({ indicator, area, span, ratio }) =>
    figure(indicator, origin, {
      ref_area: area,
      time_period: period(span),
      unit: "PT",
      ...ratioCells(ratio),
    }),
  );

const differenceOf = (origin: Origin, match: OfficialMatch, note: string): Figure =>
  figure("SDG_16_4_2_DIFFERENCE", origin, {
    ref_area: match.official.area,
    time_period: period(match.span),
    unit: "POINTS",
    value: match.difference,
    inputs: compact(match.recomputed.inputs),
    note,
  });

const unread = (origin: Origin, { area, label, footnote }: OfficialValue): Figure =>
  figure("SDG_16_4_2_DIFFERENCE", origin, {
    ref_area: area,
    time_period: String(label),
    unit: "POINTS",
    note: `FOOTNOTE_UNKNOWN: footnote=${footnote}`,
  });

/**
 * Published values against those recomputed from the newest release: the difference with an explanation for each
 * that is missed or untestable, then the fit of each form of the rule.
 */
export const officialFigures = (
  origin: Origin,
  officials: readonly OfficialValue[],
  newest: SdgTables,
  older: readonly SdgTables[],
): Figure[] => {
  const isRead = ({ label, footnote }: OfficialValue): boolean =>
    publishedWindow(label, footnote) !== undefined;
  const read = officials.filter(isRead);
  if (read.length === 0) return officials.map((official) => unread(origin, official));
  const reproduced = officialAgainst(read, sdgByRule(newest.tracing)).filter(
    (match) => match.outcome === "REPRODUCED",
  );
  const areas = [...new Set(read.map(({ area }) => area))].sort();
  const labels = read.map(({ label }) => label);
  return [
    ...reproduced.map((match) => differenceOf(origin, match, "REPRODUCED")),
    ...casesOf(read, newest, older)
      .map(explain)
      .map(({ match, code, evidence, tried }) =>
        differenceOf(
          origin,
          match,
          `${code}: ${[evidence, `tried=${tried}`].filter((part) => part !== "").join("; ")}`,
        ),
      ),
    ...officials
      .filter((official) => !isRead(official))
      .map((official) => unread(origin, official)),
    ...fitTable(read, newest).map(({ variant, reproduced: n, testable: d }) =>
      figure("SDG_16_4_2_FIT", origin, {
        ref_area: SEVERAL,
        time_period: period({ from: Math.min(...labels), to: Math.max(...labels) }),
        category: variant,
        unit: "PT",
        value: d === 0 ? null : (100 * n) / d,
        numerator: n,
        denominator: d,
        n_areas: areas.length,
        members: areas.join("|"),
      }),
    ),
  ];
};
