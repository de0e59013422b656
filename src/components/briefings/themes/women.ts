import { type Ask, said } from "../../../i18n/said.ts";
import { areasIn, type Cell, type Span, sumOf } from "../../../statistics/cell.ts";
import type { View } from "../../../view/view.ts";
import { askOf, type Context } from "../context.ts";

/** Women among persons, printed with their questions. */
interface Women {
  readonly share: string;
  /** Women and men together. */
  readonly whole: string;
  /** States that give both, printed and counted. */
  readonly states: string;
  readonly count: number;
  readonly span: string;
}

/**
 * The share of women among women and men; undefined where there is nobody. `both` are the cells of the States and years
 * that give both sexes, as `bothSexes` finds them within the span.
 */
export const womenAmong = (
  context: Context,
  { dataset, indicator }: Pick<View, "dataset" | "indicator">,
  both: readonly Cell[],
  { from, to }: Span,
): Women | undefined => {
  const { m, f } = context.speech;
  const whole = sumOf(both) ?? 0;
  if (whole === 0) return undefined;
  const women = sumOf(both.filter(({ code }) => code === "F")) ?? 0;
  const areas = areasIn(both);
  const of = ["F", "M"];
  const ask = (kind: Ask["kind"], codes: readonly string[]): Ask =>
    askOf(
      context,
      { dataset, indicator, kind, by: "sex", from, to, codes, of, complete: true },
      areas,
    );
  return {
    share: said(f.percent(women / whole), ask("share", ["F"])),
    whole: said(f.number(whole), ask("value", of)),
    states: said(f.number(areas.length), ask("listed", ["F"])),
    count: areas.length,
    span: m.areaPages.years(f.year(from), f.year(to)),
  };
};
