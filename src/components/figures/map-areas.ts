import { type Cell, groupBy, sumOf } from "../../statistics/cell.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import { type Answer, isWhole } from "../../view/answer.ts";
import { chosenCodes } from "../../view/view.ts";

/** What an answer says of one area over its span. */
export interface AreaReading {
  readonly area: string;
  readonly value: number | null;
  readonly state: "value" | "zero" | "doubtful-zero" | "not-reported";
  /** The source has a cell there and gives no number. */
  readonly withheld: boolean;
  /** What a share is of; absent where the value is none. */
  readonly denominator?: number;
  /** Reports, but is not among the members of the answer. */
  readonly quiet: boolean;
  readonly faded: boolean;
}

/** True when a map shows what share the chosen categories have in each area. */
export const isShareMap = ({ view, slice }: Answer): boolean =>
  view.measure === "share" && isWhole(view, slice) && chosenCodes(view, view.by).length > 0;

/** In how many years of the span an area reports. */
export const yearsReported = ({ reporting }: Answer, area: string): number =>
  reporting.filter((year) => year.reporting.includes(area)).length;

const stateOf = (
  value: number | null,
  flags: readonly string[],
): Pick<AreaReading, "value" | "state"> => {
  if (value === null) return { value, state: "not-reported" };
  if (value !== 0) return { value, state: "value" };
  const doubtful = flags.some((flag) => flag.startsWith("FALSE_ZERO"));
  return { value, state: doubtful ? "doubtful-zero" : "zero" };
};

const shareOf = (cells: readonly Cell[], whole: readonly Cell[]) => {
  const denominator = sumOf(whole);
  const value = sumOf(cells);
  return denominator === null || denominator === 0 || value === null
    ? null
    : { value: value / denominator, denominator };
};

/** Shares of the chosen categories in each member: only members have their whole in an answer. */
const shares = ({ cells, whole, members }: Answer): Map<string, AreaReading> => {
  const byArea = groupBy(cells, (cell) => cell.area);
  const wholes = groupBy(whole, (cell) => cell.area);
  return new Map(
    members.map((area) => {
      const share = shareOf(byArea.get(area) ?? [], wholes.get(area) ?? []);
      const flags = (byArea.get(area) ?? []).flatMap((cell) => cell.flags);
      const reading = {
        area,
        ...stateOf(share?.value ?? null, flags),
        withheld: false,
        quiet: false,
        faded: share !== null && share.denominator < SMALL_DENOMINATOR,
        ...(share === null ? {} : { denominator: share.denominator }),
      };
      return [area, reading];
    }),
  );
};

const numbers = ({ everyArea, members }: Answer): Map<string, AreaReading> =>
  new Map(
    everyArea.map(({ area, value, flags }) => [
      area,
      {
        area,
        ...stateOf(value, flags),
        withheld: value === null,
        quiet: value !== null && !members.includes(area),
        faded: flags.includes("SMALL_DENOMINATOR"),
      },
    ]),
  );

/**
 * One reading for each area of the table behind an answer, sorted by code: an area of which the span has no number
 * has not reported. Areas that the reader left out have none; nor have, on a map of shares, areas that report but are
 * not members.
 */
export const readingsOf = (answer: Answer): AreaReading[] => {
  const share = isShareMap(answer);
  const found = share ? shares(answer) : numbers(answer);
  const gone = new Set(answer.view.without);
  if (share) for (const { area } of answer.everyArea) if (!found.has(area)) gone.add(area);
  return [...new Set([...answer.slice.areas, ...found.keys()])]
    .filter((area) => !gone.has(area))
    .sort()
    .map(
      (area) =>
        found.get(area) ?? {
          area,
          value: null,
          state: "not-reported",
          withheld: false,
          quiet: false,
          faded: false,
        },
    );
};
