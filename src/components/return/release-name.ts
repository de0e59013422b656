/** A day as the portal stamps it, in any cell above the titles. */
const stamped = (above: readonly (readonly string[])[]): string | undefined => {
  for (const text of above.flat()) {
    const [, day, month, year] = /^\s*(\d{2})\/(\d{2})\/(\d{4})\s*$/.exec(text) ?? [];
    if (day !== undefined) return `${year}-${month}-${day}`;
  }
  return undefined;
};

/**
 * The name of a return: the release date that stands above its titles, or else the name of its file, in letters,
 * digits, dots and hyphens.
 */
export const releaseOf = (name: string, above: readonly (readonly string[])[]): string => {
  const plain = name
    .replace(/\.[A-Za-z]{3,4}$/, "")
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return stamped(above) ?? (plain === "" ? "return" : plain);
};
