import { answerOfAreas } from "../../build/area-answers.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Ask, said, saidZero } from "../../i18n/said.ts";
import { areasIn, type Cell } from "../../statistics/cell.ts";
import { type By, DEFAULT_VIEW, type View } from "../../view/view.ts";
import { pagedAreas } from "../areas/which.ts";
import { bothSexes } from "../figures/persons.ts";

/** A sentence for the head of the home page, and the page that has its States. */
export interface Fact {
  readonly sentence: string;
  /** Relative to the language's root. */
  readonly address: string;
}

const statesIn = (cells: readonly Cell[]): number => areasIn(cells).length;

/** How many States stand behind what this site shows. Throws when the data lack a table that it rests on. */
export const homeFacts = async (data: SiteData, speech: Speech): Promise<Fact[]> => {
  const { m, f } = speech;
  const words = m.home.facts;
  const areas = pagedAreas(data).countries.map(({ code }) => code);
  const answerTo = async (view: Partial<View> & { readonly by: By }, when: "all" | "asked") => {
    const answer = await answerOfAreas(
      data,
      { ...DEFAULT_VIEW, areas, panel: "all", ...view },
      when,
    );
    if (answer === undefined)
      throw new Error(`The data have no table by ${view.by} for the home page.`);
    return answer;
  };
  const askOf = (
    { view }: Awaited<ReturnType<typeof answerTo>>,
    kind: Ask["kind"],
    rest: Partial<Ask>,
  ): Ask => ({
    kind,
    dataset: view.dataset,
    indicator: view.indicator,
    areas: [...areas].sort(),
    from: view.from,
    to: view.to,
    by: view.by,
    codes: ["_T"],
    ...rest,
  });
  const all = await answerTo({ by: "_T" }, "all");
  const same = await answerTo({ by: "_T", panel: "same" }, "asked");
  const sdg = await answerTo(
    { dataset: "UN_SDG_16_4_2", indicator: "SDG_16_4_2", unit: "PT", by: "_T" },
    "all",
  );
  const sex = await answerTo({ indicator: "PERSONS_ARRESTED", by: "sex" }, "all");
  const last = all.cells.filter(({ year }) => year === all.view.to);
  const { from, to } = same.view;
  const both = { codes: ["F"], of: ["F", "M"], complete: true } as const;
  return [
    {
      sentence: words.reported(
        said(f.number(statesIn(all.cells)), askOf(all, "areas", {})),
        said(f.number(statesIn(last)), askOf(all, "areas", { from: all.view.to })),
        f.year(all.view.to),
      ),
      address: "coverage/",
    },
    {
      sentence: words.panel(
        said(f.number(same.panel.length), askOf(same, "panel", {})),
        f.year(from),
        f.year(to),
      ),
      address: "#total",
    },
    {
      sentence: words.sdg(said(f.number(statesIn(sdg.cells)), askOf(sdg, "areas", {}))),
      address: "sdg-16-4-2/",
    },
    {
      sentence: words.sex(
        said(f.number(statesIn(bothSexes(sex.cells))), askOf(sex, "areas", both)),
        saidZero(askOf(sex, "areas", { by: "age", codes: ["_T"] })),
      ),
      address: "#sex",
    },
  ];
};
