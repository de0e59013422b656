import { basename } from "node:path";
import { InputError, type Problem } from "../../src/standard/problem.ts";
import { groupBy } from "../../src/standard/rows.ts";
import { findFiles } from "../steps/files.ts";

/** The files of one release, of one of the two forms. */
export interface SdgRelease {
  /** `2026.Q3.G.01` */
  readonly release: string;
  /** `csv`: typed from a copy of the API's answer; `json`: that answer itself, in pages. */
  readonly form: "csv" | "json";
  readonly paths: readonly string[];
}

const CSV_NAME = /^VC_ARM_SZTRACE_(\d{4})-(Q[1-4])\.csv$/;
const JSON_NAME = /^VC_ARM_SZTRACE_(\d{4}\.Q[1-4]\.G\.\d{2})_page([1-9]\d*)\.json$/;
const NAMES = "VC_ARM_SZTRACE_<year>-Q<quarter>.csv, VC_ARM_SZTRACE_<release>_page<number>.json";

const pageOf = (path: string): number => Number(JSON_NAME.exec(basename(path))?.[2]);

/** The flattened file names the quarter; its only global release is `G.01`. */
const releaseOf = (path: string): string => {
  const name = basename(path);
  const quarter = CSV_NAME.exec(name);
  if (quarter !== null) return `${quarter[1]}.${quarter[2]}.G.01`;
  return JSON_NAME.exec(name)?.[1] ?? "";
};

/**
 * The releases in `<raw>/un-sdg-16-4-2/`, the oldest first, pages in order. Where a release is there in both
 * forms, both are given. Throws InputError on a file with another name, and on a missing page.
 */
export const findReleases = async (raw: string): Promise<SdgRelease[]> => {
  const paths = await findFiles(raw, "un-sdg-16-4-2", /^VC_ARM_SZTRACE.*\.(csv|json)$/);
  const problems: Problem[] = paths
    .filter((path) => releaseOf(path) === "")
    .map((path) => {
      const message = "does not name its release as expected";
      return { file: basename(path), message, allowed: NAMES };
    });
  if (problems.length > 0) throw new InputError(problems);
  const form = (path: string): SdgRelease["form"] => (path.endsWith(".csv") ? "csv" : "json");
  const groups = groupBy(paths, (path) => `${releaseOf(path)} ${form(path)}`);
  return [...groups.values()]
    .map((own): SdgRelease => {
      const [first = ""] = own;
      const inOrder = own.toSorted((a, b) => pageOf(a) - pageOf(b));
      return { release: releaseOf(first), form: form(first), paths: inOrder };
    })
    .sort((a, b) => (a.release < b.release ? -1 : 1));
};

/** Throws InputError unless the pages are numbered 1 to `total`. */
export const checkPages = ({ paths }: SdgRelease, total: number): void => {
  const missing = Array.from({ length: Math.max(total, paths.length) }, (_, at) => at + 1).find(
    (page, at) => page > total || pageOf(paths[at] ?? "") !== page,
  );
  if (missing === undefined) return;
  const message = `does not go with pages 1 to ${total}: page ${missing} is missing or too many`;
  throw new InputError([{ file: basename(paths[0] ?? ""), message }]);
};
