import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import { trendChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import { yearsOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import type { FigureProps, Variant } from "../figures/figure-props.ts";
import { chartOptions, trendData, trendSubtitle, trendTitle } from "../figures/trend.ts";
import { caveatsOf, coverageLine, sourceLine } from "../figures/words.ts";

/** The view of the first figure: all arms seized, the States that report every year. */
export const TOTAL_VIEW: View = { ...DEFAULT_VIEW, by: "_T" };

const valueIn = (answer: Answer, year: number): number | null =>
  answer.totals.find((total) => total.year === year)?.value ?? null;

/** The fall of 2021 in the sum over whichever States reported, and the State whose exit made it. */
export interface ApparentFall {
  /** Share between 0 and 1 by which the sum fell. */
  readonly fall: number;
  /** Code of the largest State that reported 2020 and not 2021, and what it had reported. */
  readonly area: string;
  readonly part: number;
  /** The sum of 2020. */
  readonly whole: number;
}

/** Computes the fall of 2021. Throws when the data hold neither year. */
export const apparentFall = async (data: SiteData): Promise<ApparentFall> => {
  const all = await answerAtBuild(data, { ...TOTAL_VIEW, panel: "all" });
  const whole = valueIn(all, 2020);
  const after = valueIn(all, 2021);
  const left = all.coverage.find((year) => year.year === 2021)?.left ?? [];
  const [largest] = all.cells
    .filter((cell) => cell.year === 2020 && left.includes(cell.area))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  if (whole === null || after === null || largest?.value == null)
    throw new Error("The data hold no arms seized for 2020 and 2021.");
  return { fall: 1 - after / whole, area: largest.area, part: largest.value, whole };
};

/** Arms seized over time: the same States, or whichever reported. */
export const totalFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const { m, f } = speech;
  const same = await answerAtBuild(data, TOTAL_VIEW);
  const all = await answerAtBuild(data, { ...TOTAL_VIEW, panel: "all" });
  const variant = (answer: Answer): Variant => {
    const title = trendTitle(answer, speech, data.names);
    const drawn = trendData(answer, speech, data.names);
    return {
      when: { panel: answer.view.panel },
      title,
      subtitle: trendSubtitle(answer, speech, data.names),
      draw: (options) => trendChart(drawn, options),
      options: {
        ...chartOptions(speech, answer.view),
        id: `total-${answer.view.panel}`,
        ariaLabel: title,
      },
    };
  };
  const print = (value: number | null) => (value === null ? m.table.missing : f.number(value));
  const count = (answer: Answer, year: number) =>
    f.number(answer.coverage.find((entry) => entry.year === year)?.reporting.length ?? 0);
  return {
    id: "total",
    variants: [variant(same), variant(all)],
    switches: [
      {
        name: "panel",
        options: [
          { value: "same", label: m.figure.panelSame },
          { value: "all", label: m.figure.panelAll },
        ],
      },
    ],
    table: {
      head: [
        m.figure.year,
        m.figure.panelSame,
        m.figure.statesReporting,
        m.figure.panelAll,
        m.figure.statesReporting,
      ],
      rows: yearsOf(TOTAL_VIEW).map((year) => [
        f.year(year),
        print(valueIn(same, year)),
        count(same, year),
        print(valueIn(all, year)),
        count(all, year),
      ]),
    },
    source: sourceLine(TOTAL_VIEW.dataset, data.names),
    coverage: `${coverageLine(same, speech, data.names)}: ${f.list(same.members.map((area) => data.names.areas[area] ?? area))}`,
    caveats: caveatsOf(all, speech),
    search: encodeView(TOTAL_VIEW, data.version),
  };
};
