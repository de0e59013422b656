import { cellsWithin, type SiteData } from "../../build/site-data.ts";
import { pyramidChart } from "../../charts/painted.ts";
import type { PyramidData } from "../../charts/pyramid.ts";
import { inListOrder, labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { anyDatasetOf } from "../../standard/own-return.ts";
import type { Cell } from "../../statistics/cell.ts";
import { observationsQuery } from "../../view/query.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { ageSpan } from "../figures/ages.ts";
import { drawnVariant } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { sourceLine } from "../figures/words.ts";

/** The view of the fourth figure: United States weapons arrests by age, the newest year. */
export const AGE_VIEW: View = {
  ...DEFAULT_VIEW,
  dataset: "US_FBI_ARRESTS",
  indicator: "ARRESTS_WEAPONS",
  by: "age",
  from: 2016,
  to: 2016,
  panel: "same",
};

/** Agencies and population that the source notes beside its numbers, from `source_detail`. */
const noted = (detail: string, key: string): number => {
  const value = new RegExp(`(?:^|; )${key}=([0-9]+)`).exec(detail)?.[1];
  if (value === undefined) throw new Error(`The source note "${detail}" has no ${key}.`);
  return Number(value);
};

const bandsOf = (
  women: readonly Cell[],
  men: readonly Cell[],
  labels: Readonly<Record<string, string>>,
): PyramidData["bands"] => {
  const valueIn = (cells: readonly Cell[], code: string) =>
    cells.find((cell) => cell.code === code)?.value ?? null;
  const codes = inListOrder("age", [...new Set(women.map((cell) => cell.code))]);
  return codes
    .map((code) => ({
      code,
      label: labels[code] ?? code,
      ...ageSpan(code),
      women: valueIn(women, code),
      men: valueIn(men, code),
    }))
    .sort((a, b) => a.from - b.from);
};

/** Weapons arrests by sex and age: the only published figures on arms that cross the two. */
export const ageFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const { m, f } = speech;
  const women = await cellsWithin(data, { ...AGE_VIEW, filters: { sex: ["F"] } });
  const men = await cellsWithin(data, { ...AGE_VIEW, filters: { sex: ["M"] } });
  const [note] = await data.engine.query(observationsQuery({ ...AGE_VIEW, by: "_T" }));
  const detail = String(note?.["source_detail"] ?? "");
  const labels = Object.fromEntries(
    women.map((cell) => [cell.code, labelOf("age", cell.code, data.names.areas)]),
  );
  const bands = bandsOf(women, men, labels);
  const all = bands.reduce((sum, band) => sum + (band.women ?? 0) + (band.men ?? 0), 0);
  const young = bands
    .filter((band) => band.to !== null && band.to < 25)
    .reduce((sum, band) => sum + (band.women ?? 0) + (band.men ?? 0), 0);
  const title = m.home.ageTitle(f.percent(young / all));
  const coverage = m.home.ageCoverage(
    f.number(noted(detail, "agencies")),
    f.number(noted(detail, "population")),
  );
  const pyramid = {
    bands,
    womenLabel: labelOf("sex", "F", data.names.areas),
    menLabel: labelOf("sex", "M", data.names.areas),
    unit: m.home.ageUnit,
  };
  return {
    id: "age",
    variants: [
      drawnVariant({ view: AGE_VIEW }, speech, "age", {
        title,
        subtitle: m.home.ageSubtitle(f.year(AGE_VIEW.to)),
        draw: (options) => pyramidChart(pyramid, options),
      }),
    ],
    switches: [],
    table: {
      head: [m.dimensions.age, pyramid.womenLabel, pyramid.menLabel],
      rows: bands.map((band) => [
        band.label,
        band.women === null ? m.table.missing : f.number(band.women),
        band.men === null ? m.table.missing : f.number(band.men),
      ]),
    },
    source: sourceLine(AGE_VIEW.dataset, data.names),
    coverage,
    caveats: [m.home.ageMissing, anyDatasetOf(AGE_VIEW.dataset).caveat],
    search: encodeView(AGE_VIEW, data.version),
  };
};
