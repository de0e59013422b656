import { bake } from "../../build/bake.ts";
import { cellsWithin, type SiteData } from "../../build/site-data.ts";
import { type SexShareData, sexShareChart } from "../../charts/sex-share.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { datasetOf } from "../../standard/codelists/dataset.ts";
import { type Cell, groupBy, isReported, sumOf } from "../../statistics/cell.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { chartOptions } from "../figures/trend.ts";
import { howMany, sourceLine } from "../figures/words.ts";
import type { FigureProps } from "./figure-props.ts";

const STAGES = ["PERSONS_ARRESTED", "PERSONS_PROSECUTED", "PERSONS_CONVICTED"] as const;
const SEXES = ["F", "M", "_U"] as const;

/** The view of the third figure: persons arrested or suspected, by sex. */
export const SEX_VIEW: View = {
  ...DEFAULT_VIEW,
  indicator: "PERSONS_ARRESTED",
  by: "sex",
  to: 2023,
  panel: "all",
  measure: "share",
};

/** Cells of the country-years that give both women and men: without both there is no share. */
const bothSexes = (cells: readonly Cell[]): Cell[] =>
  [...groupBy(cells.filter(isReported), (cell) => `${cell.area} ${cell.year}`).values()].flatMap(
    (group) =>
      group.some((cell) => cell.code === "F") && group.some((cell) => cell.code === "M")
        ? group
        : [],
  );

/** Women and men at each stage of justice, pooled over the country-years that give both. */
export const sexFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const { m, f } = speech;
  const stages = await Promise.all(
    STAGES.map(async (indicator) => {
      const cells = bothSexes(await cellsWithin(data, { ...SEX_VIEW, indicator }));
      const counts = SEXES.map((sex) => ({
        sex,
        count: sumOf(cells.filter((cell) => cell.code === sex)) ?? 0,
      }));
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      const states = new Set(cells.map((cell) => cell.area)).size;
      return { indicator, counts, total, states };
    }),
  );
  const share = (count: number, total: number) => f.percent(count / total);
  const chart: SexShareData = {
    rows: stages.map(({ indicator, counts, total, states }) => ({
      code: indicator,
      label: labelOf("indicator", indicator, data.names.areas),
      sublabel: m.home.sexRow(f.number(total), howMany(speech, states, "COUNTRY")),
      parts: counts
        .filter(({ count }) => count > 0)
        .map(({ sex, count }) => ({
          code: sex,
          label: labelOf("sex", sex, data.names.areas),
          value: count,
          text: share(count, total),
        })),
    })),
  };
  const [arrested] = stages;
  if (arrested === undefined) throw new Error("There is no stage of justice to show.");
  const women = arrested.counts.find(({ sex }) => sex === "F")?.count ?? 0;
  const title = m.home.sexTitle(share(women, arrested.total), m.nouns.PERSONS_ARRESTED);
  return {
    id: "sex",
    variants: [
      {
        when: {},
        title,
        subtitle: m.home.sexSubtitle(f.year(SEX_VIEW.from), f.year(SEX_VIEW.to)),
        html: bake((options) => sexShareChart(chart, options), {
          ...chartOptions(speech, SEX_VIEW),
          id: "sex",
          ariaLabel: title,
        }),
      },
    ],
    switches: [],
    table: {
      head: [
        m.titles.stage,
        ...SEXES.map((sex) => labelOf("sex", sex, data.names.areas)),
        m.figure.total,
        m.figure.statesReporting,
      ],
      rows: stages.map(({ indicator, counts, total, states }) => [
        labelOf("indicator", indicator, data.names.areas),
        ...counts.map(({ count }) => f.number(count)),
        f.number(total),
        f.number(states),
      ]),
    },
    source: sourceLine(SEX_VIEW.dataset, data.names),
    coverage: m.home.sexCoverage(howMany(speech, arrested.states, "COUNTRY")),
    caveats: [datasetOf(SEX_VIEW.dataset).caveat, m.explorer.noteOutliers, m.home.sexPooled],
    search: encodeView(SEX_VIEW, data.version),
  };
};
