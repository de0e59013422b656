/**
 * A series as an index: its first number is 100. Null where there is no number, and everywhere where the first one
 * is not positive: nothing can be compared with it.
 */
export const indexNumbers = (values: readonly (number | null)[]): (number | null)[] => {
  const base = values.find((value) => value !== null) ?? 0;
  return values.map((value) => (value === null || base <= 0 ? null : (100 * value) / base));
};
