import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Check, examplesOf } from "./source.ts";

/**
 * Whether columns of numbers stand in the order in which the publisher has always put them. Columns are found by
 * name in any order; but where two titles were exchanged over columns that stayed, nothing in the numbers would tell.
 * So another order is a WARNING: a person should look. `known` are the titles in the known order.
 */
export const checkColumnOrder = async (
  id: string,
  path: string,
  separator: "," | ";",
  known: readonly string[],
): Promise<Check> => {
  const [first = ""] = (await readFile(path, "utf8")).replace(/^\uFEFF/, "").split(/\r?\n/, 1);
  const titles = first.split(separator).map((title) => title.replaceAll('"', ""));
  const found = titles.filter((title) => known.includes(title));
  const moved = found.flatMap((title, at) =>
    title === known[at] ? [] : [`${basename(path)} row 1: ${title} where ${known[at]} was`],
  );
  return {
    id,
    stage: "read",
    status: moved.length === 0 ? "PASS" : "WARNING",
    count: moved.length === 0 ? found.length : moved.length,
    message:
      moved.length === 0
        ? `Columns of ${basename(path)} in the known order.`
        : `Columns of ${basename(path)} in another order than before. Their titles are believed; look whether only the titles were exchanged.`,
    examples: examplesOf(moved),
  };
};
