import type { SiteData } from "../../build/site-data.ts";
import { arcMapChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Answer } from "../../view/answer.ts";
import { encodeView } from "../../view/url.ts";
import { drawnVariant } from "./answer-figures.ts";
import { arcData } from "./arcs.ts";
import type { FigureProps, Variant } from "./figure-props.ts";
import { geographyOf } from "./geography.ts";
import { howMany, sourceLine } from "./words.ts";

/** What a page says of routes on a map; the answer may hold some of the routes alone. */
interface Arcs
  extends Pick<FigureProps, "id" | "table" | "caveats">,
    Pick<Variant, "title" | "subtitle"> {
  readonly answer: Answer;
}

/** The routes of an answer as arcs on a map. */
export const arcsFigure = async (
  { id, answer, title, subtitle, table, caveats }: Arcs,
  data: SiteData,
  speech: Speech,
): Promise<FigureProps> => {
  const { view, members } = answer;
  const drawn = arcData(answer, speech, data.names, await geographyOf(data, answer));
  return {
    id,
    variants: [
      drawnVariant(answer, speech, id, {
        title,
        subtitle,
        draw: (options) => arcMapChart(drawn, options),
      }),
    ],
    switches: [],
    table,
    source: sourceLine(view.dataset, data.names),
    coverage: howMany(speech, members.length, view.level),
    caveats,
    search: encodeView(view, data.version),
  };
};
