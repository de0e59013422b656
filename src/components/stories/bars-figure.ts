import type { SiteData } from "../../build/site-data.ts";
import type { BarsData } from "../../charts/bars.ts";
import { barsChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import { encodeView } from "../../view/url.ts";
import type { View } from "../../view/view.ts";
import { drawnVariant } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { sourceLine } from "../figures/words.ts";

/** A bar with its printed value. */
export interface StoryBar {
  readonly code: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** A CSS colour; the accent when left out. */
  readonly colour?: string;
}

/** What the bars of a story show; the view is what its link opens in the explorer. */
export interface StoryBars
  extends Pick<FigureProps, "id" | "table" | "coverage" | "caveats">,
    Pick<BarsData, "unit" | "reference" | "max"> {
  readonly view: View;
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly StoryBar[];
}

/** Bars of numbers that a story has computed, as a figure of its page. */
export const storyBars = (
  { id, view, title, subtitle, bars, unit, reference, max, ...rest }: StoryBars,
  data: Pick<SiteData, "names" | "version">,
  speech: Speech,
): FigureProps => {
  const drawn: BarsData = {
    rows: bars.map((bar) => ({
      colour: "var(--accent)",
      ...bar,
      state: bar.value === 0 ? ("zero" as const) : ("value" as const),
    })),
    unit,
    ...(reference === undefined ? {} : { reference }),
    ...(max === undefined ? {} : { max }),
  };
  return {
    id,
    variants: [
      drawnVariant({ view }, speech, id, {
        title,
        subtitle,
        draw: (options) => barsChart(drawn, options),
      }),
    ],
    switches: [],
    source: sourceLine(view.dataset, data.names),
    search: encodeView(view, data.version),
    ...rest,
  };
};
