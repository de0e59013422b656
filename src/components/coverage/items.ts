import type { ReportingData } from "../../build/coverage.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { HeatCell, HeatMapData } from "../../charts/heat-map.ts";
import { heatMapChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import { datasetOf } from "../../standard/codelists/dataset.ts";
import { type Span, yearsOf } from "../../statistics/cell.ts";
import { coverageOf } from "../../statistics/panel.ts";
import { ITEMS, type Item, WANTED } from "../../statistics/reporting.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { drawnVariant } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { howMany, sourceLine } from "../figures/words.ts";

/** The first year of the present questionnaire. */
export const FIRST_YEAR = 2016;

/** How many areas give each item in each year of a span. */
export const itemCounts = ({ items }: Pick<ReportingData, "items">, span: Span) =>
  [...ITEMS, ...WANTED].map((item) => ({
    item,
    years: coverageOf(
      items.filter(({ code }) => code === item),
      span,
    ).map(({ year, reporting }) => ({ year, count: reporting.length })),
  }));

type ItemCount = ReturnType<typeof itemCounts>[number];

const most = ({ years }: ItemCount): number => Math.max(...years.map(({ count }) => count));

const heatOf = (
  counts: readonly ItemCount[],
  span: Span,
  none: ReadonlySet<Item>,
  { m, f }: Speech,
): HeatMapData => {
  const words = m.coveragePage;
  const cellOf = (item: Item, year: number, count: number): HeatCell => {
    const empty = none.has(item);
    const said = empty ? words.byNoState : f.number(count);
    return {
      row: item,
      column: String(year),
      value: empty ? null : count,
      state: empty ? "not-collected" : count === 0 ? "zero" : "value",
      title: `${words.items[item]}, ${f.year(year)}: ${said}`,
    };
  };
  return {
    rows: counts.map(({ item }) => ({ code: item, label: words.items[item] })),
    columns: yearsOf(span).map((year) => ({ code: String(year), label: f.year(year) })),
    cells: counts.flatMap(({ item, years }) =>
      years.map(({ year, count }) => cellOf(item, year, count)),
    ),
    unit: words.itemsUnit,
    notes: none.size > 0 ? [words.itemsDots] : [],
  };
};

/** The number of States behind every item and year, and the items that no State has published. */
export const itemsFigure = (
  data: SiteData,
  reporting: ReportingData,
  speech: Speech,
): FigureProps => {
  const { m, f } = speech;
  const words = m.coveragePage;
  const span = { from: FIRST_YEAR, to: reporting.fullYear };
  const view: View = { ...DEFAULT_VIEW, ...span, by: "_T", panel: "all" };
  const none = new Set<Item>(reporting.unpublished);
  const counts = itemCounts(reporting, span);
  const [least] = counts.filter(({ item }) => !none.has(item)).sort((a, b) => most(a) - most(b));
  if (least === undefined) throw new Error("No item has been reported.");
  const returned = coverageOf(reporting.returns, span).map((year) => year.reporting.length);
  const title = words.itemsTitle(
    howMany(speech, Math.max(...returned), "COUNTRY"),
    f.number(most(least)),
    words.items[least.item],
  );
  return {
    id: "items",
    variants: [
      drawnVariant({ view }, speech, "items-heat", {
        title,
        subtitle: words.itemsSubtitle(f.year(span.from), f.year(span.to)),
        draw: (options) => heatMapChart(heatOf(counts, span, none, speech), options),
      }),
    ],
    switches: [],
    table: {
      head: [words.itemsItem, ...yearsOf(span).map(f.year)],
      rows: [
        [words.itemsAny, ...returned.map(f.number)],
        ...counts.map(({ item, years }) => [
          words.items[item],
          ...years.map(({ count }) => (none.has(item) ? words.byNoState : f.number(count))),
        ]),
      ],
    },
    source: `${sourceLine("UNODC_IAFQ", data.names)}; ${sourceLine("UN_SDG_16_4_2", data.names)}`,
    coverage: words.itemsCoverage(howMany(speech, reporting.areas.length, "COUNTRY")),
    caveats: [datasetOf("UNODC_IAFQ").caveat],
    search: encodeView(view, data.version),
  };
};
