import type { ArcMapData } from "../../charts/arc-map.ts";
import type { Speech } from "../../i18n/locales.ts";
import { groupBy, sumOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import { frameOf, type Geography } from "./map.ts";
import type { Names } from "./words.ts";

/** A pair of areas with the sum over the years shown. */
interface Pair {
  readonly origin: string;
  readonly recovery: string;
  readonly value: number | null;
}

const pairsOf = ({ cells }: Answer): Pair[] =>
  [...groupBy(cells, (cell) => `${cell.code} ${cell.area}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ origin: first.code, recovery: first.area, value: sumOf(group) }];
  });

/**
 * What a map of arcs draws for an answer that `hasRoutes`: what crossed from one area to another, and what was sold
 * and recovered in the same one, summed over the years. Areas without a position are named in a note.
 */
export const arcData = (
  answer: Answer,
  speech: Speech,
  names: Names,
  { positions, land }: Geography,
): ArcMapData => {
  const { m, f } = speech;
  const name = (code: string) => names.areas[code] ?? code;
  const pairs = pairsOf(answer);
  const codes = [...new Set(pairs.flatMap(({ origin, recovery }) => [origin, recovery]))].sort();
  const stayed = new Map(
    pairs
      .filter(({ origin, recovery }) => origin === recovery)
      .map(({ origin, value }) => [origin, value]),
  );
  const unplaced = codes.filter((code) => positions[code] === undefined);
  return {
    land,
    frame: frameOf(answer),
    places: codes.flatMap((code) => {
      const position = positions[code];
      const within = stayed.get(code) ?? null;
      const label = name(code);
      const text = within === null ? "" : f.number(within);
      const title = within === null ? m.map.withinNone(label) : m.map.within(label, text);
      return position === undefined ? [] : [{ code, label, position, within, text, title }];
    }),
    routes: pairs.flatMap(({ origin, recovery, value }) =>
      origin === recovery || value === null || value === 0
        ? []
        : [
            {
              origin,
              recovery,
              value,
              title: m.map.arc(name(origin), name(recovery), f.number(value)),
            },
          ],
    ),
    unit: m.map.arcsUnit,
    directionText: m.map.arcsDirection,
    withinText: m.map.arcsWithin,
    cutText: (shown, all, share) => m.map.arcsCut(f.number(shown), f.number(all), f.percent(share)),
    notes: unplaced.length > 0 ? [m.map.unplaced(f.list(unplaced.map(name)))] : [],
    beside: m.map.beside,
    smallest: m.map.arcsSmallest,
    disclaimer: m.map.disclaimer,
  };
};
