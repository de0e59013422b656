import type { SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { defectCounts } from "./defect-counts.ts";

/** A defect of the sources, in words with its numbers. */
export interface Defect {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The known defects, each with numbers counted in the data. */
export const defectsOf = async (data: SiteData, { m, f }: Speech): Promise<Defect[]> => {
  const { counts, names } = await defectCounts(data);
  const words = m.method.defects;
  const areas = (codes: string) =>
    f.list(codes.split("|").map((code) => data.names.areas[code] ?? code));
  const n = (count: keyof typeof counts) => f.number(counts[count]);
  const between = data.releases
    .filter(({ dataset }) => dataset === "UNODC_IAFQ")
    .sort((a, b) => (a.release < b.release ? -1 : 1))
    .at(-2);
  const texts: Readonly<Record<keyof typeof words, string>> = {
    location: words.location.text(n("undetermined")),
    paired: words.paired.text(n("pairedCondition"), n("pairedContext")),
    conflicting: words.conflicting.text(
      n("conflicting"),
      counts.conflicting,
      areas(names.conflictingAreas),
    ),
    falseZeros: words.falseZeros.text(n("doubtful"), n("proved")),
    missingRows: words.missingRows.text(n("shotgunsDropped"), between?.label ?? ""),
    parts: words.parts.text(n("below"), n("above")),
    overlapping: words.overlapping.text(n("overlapping")),
    totals: words.totals.text(n("groundTotalsDiffer"), n("groundTotals")),
    outliers: words.outliers.text(n("outliers"), areas(names.outlierAreas)),
    sourceDiffers: words.sourceDiffers.text(
      n("differs"),
      areas(names.differsAreas),
      names.differsFrom,
      names.differsTo,
    ),
    ammunition: words.ammunition.text(n("largestAmmunition"), areas(names.ammunitionArea)),
    labels: words.labels.text(n("relabelled")),
    kingdom: words.kingdom.text(n("parts")),
    copies: words.copies.text(n("rekeyed"), n("typed")),
    cutLists: words.cutLists.text(n("cut")),
    unpublished: words.unpublished.text(n("unpublished")),
  };
  return (Object.keys(words) as (keyof typeof words)[]).map((id) => ({
    id: `defect-${id.replaceAll("_", "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title: words[id].title,
    text: texts[id],
  }));
};
