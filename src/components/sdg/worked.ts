import { cellsOfAreas } from "../../build/area-answers.ts";
import type { SiteData } from "../../build/site-data.ts";
import { inListOrder, labelOf } from "../../i18n/labels.ts";
import { TRACEABLE, TRACED } from "../../statistics/trace-table.ts";
import { DEFAULT_VIEW } from "../../view/view.ts";
import type { SdgState } from "./states.ts";

/** The State and label year of the example. */
const EXAMPLE = { area: "ARG", year: "2016" } as const;

/** One line of the tracing table of the example, seized arms, by year of the window. */
export interface TraceLine {
  readonly label: string;
  readonly inNumerator: boolean;
  readonly inDenominator: boolean;
  /** Null where the table has no such line. */
  readonly values: readonly (number | null)[];
}

/** The published value of the example with the lines it is made of. Throws when the data do not hold it. */
export const workedExample = async (states: readonly SdgState[], data: SiteData) => {
  const state = states.find(({ code }) => code === EXAMPLE.area);
  const row = state?.rows.find(({ year }) => year === EXAMPLE.year);
  const compared = state?.compared.get(EXAMPLE.year);
  if (row?.published == null || compared?.recomputed == null || state === undefined)
    throw new Error(`No published value of ${EXAMPLE.area}, ${EXAMPLE.year}, can be recomputed.`);
  const years = compared.years.map(({ year }) => year);
  const cells = await cellsOfAreas(data, {
    ...DEFAULT_VIEW,
    by: "trace_status",
    areas: [EXAMPLE.area],
  });
  const codes = inListOrder("trace_status", [...new Set(cells.map(({ code }) => code))]);
  const wording = state.rows.flatMap(({ year, wording: ratio }) =>
    ratio !== undefined && years.includes(year) ? [{ year, ratio }] : [],
  );
  const sum = (part: "numerator" | "denominator") =>
    wording.reduce((total, { ratio }) => total + ratio[part], 0);
  return {
    state,
    published: row.published,
    recomputed: compared.recomputed,
    years: compared.years,
    wording,
    wordingMean: wording.reduce((total, { ratio }) => total + ratio.value, 0) / wording.length,
    pooled: { numerator: sum("numerator"), denominator: sum("denominator") },
    lines: codes.map(
      (code): TraceLine => ({
        label: labelOf("trace_status", code, data.names.areas),
        inNumerator: TRACED.has(code),
        inDenominator: TRACEABLE.has(code),
        values: years.map(
          (year) =>
            cells.find((cell) => cell.code === code && cell.year === Number(year))?.value ?? null,
        ),
      }),
    ),
  };
};
