import type { Observation } from "../../src/standard/observation.ts";
import { inOrder } from "../../src/standard/release.ts";
import type { OfficialValue } from "../../src/statistics/sdg-official.ts";

/** The text of `key=text` in a source detail, empty where it has none. */
const detailOf = (detail: string, key: string): string =>
  detail
    .split("; ")
    .find((part) => part.startsWith(`${key}=`))
    ?.slice(key.length + 1) ?? "";

/** The published values of 16.4.2 of the newest release among the observations, country by country. */
export const officialValues = (observations: readonly Observation[]): OfficialValue[] => {
  const rows = observations.filter(
    (row) => row.dataset === "UN_SDG_16_4_2" && row.area_level === "COUNTRY",
  );
  const newest = inOrder([...new Set(rows.map((row) => row.release))]).at(-1);
  return rows.flatMap((row) =>
    row.release === newest && row.obs_value !== null
      ? [
          {
            area: row.ref_area,
            label: Number(row.time_period),
            value: row.obs_value,
            footnote: detailOf(row.source_detail, "footnote"),
            source: detailOf(row.source_detail, "source"),
          },
        ]
      : [],
  );
};
