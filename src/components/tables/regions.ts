import type { Speech } from "../../i18n/locales.ts";
import type { Names } from "../figures/words.ts";

/** A region of M49 and its States, in alphabetical order. */
export interface RegionRows {
  readonly code: string;
  readonly label: string;
  readonly areas: readonly { readonly code: string; readonly label: string }[];
}

/** States by region, in alphabetical order. Throws when one belongs to no region. */
export const regionsOf = (
  areas: readonly string[],
  names: Pick<Names, "areas" | "regionOf">,
  { f }: Pick<Speech, "f">,
): RegionRows[] => {
  const labelled = (code: string) => ({ code, label: names.areas[code] ?? code });
  const groups = Map.groupBy(areas, (area) => {
    const region = names.regionOf[area];
    if (region === undefined) throw new Error(`${area} belongs to no region.`);
    return region;
  });
  return [...groups]
    .map(([code, members]) => ({
      ...labelled(code),
      areas: members.map(labelled).sort((a, b) => f.compare(a.label, b.label)),
    }))
    .sort((a, b) => f.compare(a.label, b.label));
};
