import type { PyramidData } from "../../charts/pyramid.ts";
import type { SexShareData } from "../../charts/sex-share.ts";
import { inListOrder, labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Cell, groupBy, isReported, sumOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import { ageSpan, isAge } from "./ages.ts";
import { howMany, type Names } from "./words.ts";

const SEXES = ["F", "M", "_U"] as const;

/** Ages of women and of men as they are drawn: both sums of the span, young to old. Ages not known are left out. */
export const pyramidData = (
  women: Answer,
  men: Answer,
  speech: Speech,
  names: Names,
): PyramidData => {
  const sums = ({ cells }: Answer) =>
    new Map([...groupBy(cells, (cell) => cell.code)].map(([code, group]) => [code, sumOf(group)]));
  const [f, m] = [sums(women), sums(men)];
  const codes = inListOrder("age", [...new Set([...f.keys(), ...m.keys()])]).filter(isAge);
  return {
    bands: codes
      .map((code) => ({
        code,
        label: labelOf("age", code, names.areas),
        ...ageSpan(code),
        women: f.get(code) ?? null,
        men: m.get(code) ?? null,
      }))
      .sort((a, b) => a.from - b.from),
    womenLabel: labelOf("sex", "F", names.areas),
    menLabel: labelOf("sex", "M", names.areas),
    unit: speech.m.titles.perYearOfAge(speech.m.nouns[women.view.indicator]),
  };
};

/** The finding of a pyramid: how many women and men, of known age. */
export const pyramidTitle = (data: PyramidData, women: Answer, { m, f }: Speech): string => {
  const total = (side: "women" | "men") =>
    data.bands.reduce((sum, band) => sum + (band[side] ?? 0), 0);
  const [w, n] = [total("women"), total("men")];
  return w + n === 0
    ? m.titles.empty
    : m.persons.pyramidTitle(
        f.number(w),
        f.number(n),
        f.percent(w / (w + n)),
        m.nouns[women.view.indicator],
      );
};

/** Cells of the country-years that give both women and men: without both there is no share. */
export const bothSexes = (cells: readonly Cell[]): Cell[] =>
  [...groupBy(cells.filter(isReported), (cell) => `${cell.area} ${cell.year}`).values()].flatMap(
    (group) =>
      group.some((cell) => cell.code === "F") && group.some((cell) => cell.code === "M")
        ? group
        : [],
  );

/** Persons at one stage of justice, over the country-years that give both sexes. */
export interface StageCounts {
  readonly indicator: Answer["view"]["indicator"];
  readonly counts: readonly { readonly sex: (typeof SEXES)[number]; readonly count: number }[];
  readonly total: number;
  readonly states: number;
}

/** Counts one stage. The cells of the answer are by sex. */
export const stageCounts = ({ view, whole }: Answer): StageCounts => {
  const cells = bothSexes(whole);
  const counts = SEXES.map((sex) => ({
    sex,
    count: sumOf(cells.filter((cell) => cell.code === sex)) ?? 0,
  }));
  return {
    indicator: view.indicator,
    counts,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    states: new Set(cells.map((cell) => cell.area)).size,
  };
};

/** Women, men and persons of unknown sex at each stage of justice that counts anyone. */
export const stagesData = (
  stages: readonly StageCounts[],
  speech: Speech,
  names: Names,
): SexShareData => {
  const { m, f } = speech;
  return {
    rows: stages
      .filter(({ total }) => total > 0)
      .map(({ indicator, counts, total, states }) => ({
        code: indicator,
        label: labelOf("indicator", indicator, names.areas),
        sublabel: m.home.sexRow(f.number(total), howMany(speech, states, "COUNTRY")),
        parts: counts
          .filter(({ count }) => count > 0)
          .map(({ sex, count }) => ({
            code: sex,
            label: labelOf("sex", sex, names.areas),
            value: count,
            text: f.percent(count / total),
          })),
      })),
  };
};

/** Which persons the stages count, over which years. */
export const stagesSubtitle = (
  { from, to, residual }: Pick<Answer["view"], "from" | "to" | "residual">,
  { m, f }: Speech,
): string => {
  const words = residual === "with" ? m.home.sexSubtitle : m.home.sexSubtitleKnown;
  return words(f.year(from), f.year(to));
};

/** The finding of the stages: the share of women at the first of them. */
export const stagesTitle = (stages: readonly StageCounts[], { m, f }: Speech): string => {
  const first = stages.find(({ total }) => total > 0);
  if (first === undefined) return m.titles.empty;
  const women = first.counts.find(({ sex }) => sex === "F")?.count ?? 0;
  return m.home.sexTitle(f.percent(women / first.total), m.nouns[first.indicator]);
};
