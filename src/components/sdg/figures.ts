import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import { barsChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import { yearsOf } from "../../statistics/cell.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { drawnVariant, trendFigure } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { caveatsOf, sourceLine } from "../figures/words.ts";
import type { SdgState } from "./states.ts";

/** The published values from the first label year that more than one State has. */
export const SDG_VIEW: View = {
  ...DEFAULT_VIEW,
  dataset: "UN_SDG_16_4_2",
  indicator: "SDG_16_4_2",
  unit: "PT",
  by: "_T",
  panel: "all",
  to: 2024,
};

/** How many States have a published value under each label year, all years from the first to the last. */
export const labelYears = (
  states: readonly SdgState[],
): { readonly year: number; readonly names: readonly string[] }[] => {
  const labels = states.flatMap(({ compared }) => [...compared.keys()].map(Number));
  return yearsOf({ from: Math.min(...labels), to: Math.max(...labels) }).map((year) => ({
    year,
    names: states.filter(({ compared }) => compared.has(String(year))).map(({ label }) => label),
  }));
};

/** The published values: a grey line a State, for they add up to nothing, and a table by State. */
export const valuesFigure = async (
  states: readonly SdgState[],
  data: SiteData,
  speech: Speech,
): Promise<FigureProps> => {
  const { m, f } = speech;
  const words = m.sdgPage;
  const figure = trendFigure(await answerAtBuild(data, SDG_VIEW), data, speech, "values");
  const years = yearsOf(SDG_VIEW);
  const earlier = states.flatMap(({ label, rows }) =>
    rows.flatMap(({ year, published }) =>
      published !== null && Number(year) < SDG_VIEW.from ? [words.named(label, year)] : [],
    ),
  );
  return {
    ...figure,
    table: {
      head: [words.state, ...years.map(f.year)],
      rows: states
        .filter(({ compared }) => compared.size > 0)
        .map(({ label, rows }) => [
          label,
          ...years.map((year) => {
            const value = rows.find((row) => row.year === String(year))?.published ?? null;
            return value === null ? m.table.missing : f.number(value);
          }),
        ]),
    },
    caveats: [
      ...figure.caveats,
      words.sharedYear,
      words.noDenominators,
      ...(earlier.length === 0 ? [] : [words.notDrawn(f.list(earlier))]),
    ],
  };
};

/** How many States have a published value under each label year, as bars. */
export const countsFigure = async (
  states: readonly SdgState[],
  data: SiteData,
  speech: Speech,
): Promise<FigureProps> => {
  const { m, f } = speech;
  const words = m.sdgPage;
  const counts = labelYears(states);
  const most = counts.reduce((a, b) => (b.names.length > a.names.length ? b : a));
  const last = counts.at(-1) ?? most;
  const published = states.filter(({ compared }) => compared.size > 0).length;
  const title = words.countsTitle(
    f.number(most.names.length),
    f.year(most.year),
    f.number(last.names.length),
    f.year(last.year),
  );
  const rows = counts.map(({ year, names }) => ({
    code: String(year),
    label: f.year(year),
    value: names.length,
    text: f.number(names.length),
    colour: "var(--accent)",
    state: names.length === 0 ? ("zero" as const) : ("value" as const),
  }));
  return {
    id: "counts",
    variants: [
      drawnVariant({ view: SDG_VIEW }, speech, "counts", {
        title,
        subtitle: words.countsSubtitle,
        draw: (options) => barsChart({ rows, unit: words.statesWith }, options),
      }),
    ],
    switches: [],
    table: {
      head: [words.labelYear, words.statesWith, words.state],
      rows: counts.map(({ year, names }) => [
        f.year(year),
        f.number(names.length),
        names.length === 0 ? words.none : names.join(", "),
      ]),
    },
    source: sourceLine(SDG_VIEW.dataset, data.names),
    coverage: words.countsCoverage(f.number(published)),
    caveats: [...caveatsOf(await answerAtBuild(data, SDG_VIEW), speech), words.countsCaveat],
    search: encodeView(SDG_VIEW, data.version),
  };
};
