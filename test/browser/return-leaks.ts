type Rows = readonly Readonly<Record<string, string>>[];
type Row = Rows[number];

/** What a file with small numbers left out gives away, when it is laid beside the complete one. */
export interface Leaks {
  /** Numbers from 1 to 4 in the complete file. */
  readonly small: number;
  /** Of them, those whose row is there without its number. */
  readonly hiddenSmall: number;
  /** Keys of numbers from 1 to 4 that are shown. */
  readonly shown: readonly string[];
  /** Keys of numbers that differ. */
  readonly changed: readonly string[];
  /**
   * Sums in which one single number is hidden that is small, or that protects another: whoever has the others can
   * work it out. A number of a table that is not there at all is neither, unless it is small.
   */
  readonly alone: readonly string[];
}

const DIMENSIONS = ["weapon_type", "seizure_place"] as const;
const KEY = ["ref_area", "freq", "time_period", ...DIMENSIONS] as const;
const keyOf = (row: Row, instead: Partial<Record<string, string>> = {}): string =>
  KEY.map((name) => instead[name] ?? row[name] ?? "").join(" ");

/** Lays a file with small numbers left out beside the complete one. Knows nothing of how they were chosen. */
export const leaks = (complete: Rows, hidden: Rows): Leaks => {
  const shown = new Map(hidden.map((row) => [keyOf(row), row]));
  const small = complete.filter(
    (row) => Number(row["obs_value"]) > 0 && Number(row["obs_value"]) < 5,
  );
  const smallKeys = new Set(small.map((row) => keyOf(row)));
  const isHidden = (key: string): boolean => (shown.get(key)?.["obs_value"] ?? "") === "";

  /** Each total with its parts: over one dimension, and over the months of a year. */
  const sums = new Map<string, string[]>();
  const add = (total: string, by: string, part: string): void => {
    const name = `${total} by ${by}`;
    sums.set(name, [...(sums.get(name) ?? [total]), part]);
  };
  for (const row of complete) {
    for (const dimension of DIMENSIONS)
      if (row[dimension] !== "_T") add(keyOf(row, { [dimension]: "_T" }), dimension, keyOf(row));
    if (row["freq"] === "M")
      add(
        keyOf(row, { freq: "A", time_period: row["time_period"]?.slice(0, 4) ?? "" }),
        "month",
        keyOf(row),
      );
  }
  return {
    small: small.length,
    hiddenSmall: small.filter((row) => shown.has(keyOf(row))).length,
    shown: small.map((row) => keyOf(row)).filter((key) => !isHidden(key)),
    changed: complete
      .filter((row) => {
        const other = shown.get(keyOf(row))?.["obs_value"] ?? "";
        return other !== "" && other !== row["obs_value"];
      })
      .map((row) => keyOf(row)),
    alone: [...sums]
      .filter(([, members]) => {
        const [first, ...others] = members.filter(isHidden);
        return (
          first !== undefined && others.length === 0 && (smallKeys.has(first) || shown.has(first))
        );
      })
      .map(([name]) => name),
  };
};
