import { CODE_LISTS } from "../standard/codelists/index.ts";
import { DIMENSIONS } from "../standard/dimensions.ts";
import { quote } from "../standard/sql.ts";

/** Codes that hold other codes of tracing results: subtotals of the portal's table. */
const SUBTOTALS = [
  ...new Set(
    CODE_LISTS.CL_TRACE_STATUS.codes.flatMap((code) => ("parent" in code ? code.parent : [])),
  ),
];

const any = (condition: (name: string) => string): string => DIMENSIONS.map(condition).join(" OR ");

/**
 * How a row may be summed, as its codes show it: a row without a breakdown or with the total line of one is a total, a
 * tracing subtotal a subtotal, everything else a part.
 */
export const ADDITIVITY_SQL = `CASE WHEN ${DIMENSIONS.map((name) => `${name} IN ('_T', '_Z', 'TRACED_TO_PURCHASER')`).join(" AND ")} THEN 'TOTAL'
  WHEN ${any((name) => `${name} = 'TOTAL_REPORTED'`)} THEN 'TOTAL'
  WHEN trace_status IN (${SUBTOTALS.map(quote).join(", ")}) THEN 'SUBTOTAL' ELSE 'PART' END`;
