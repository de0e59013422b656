import { readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { InputError } from "../../src/standard/problem.ts";
import { readCsv } from "../read/csv.ts";
import { sha256 } from "../steps/files.ts";

/**
 * The release of a weapons file: `copy-<year>-<month>`, the month in which it was copied from the publisher, who
 * puts no date into it. It stands at the end of the file name, `…_2026-03.csv`; a file with its original name must
 * be listed with its SHA-256 in `<raw>/MANIFEST.csv` as `public copy of <year>-<month>`. Throws InputError
 * where neither says it.
 */
export const releaseOf = async (raw: string, path: string): Promise<string> => {
  const file = basename(path);
  const named = /_(20\d{2}-(?:0[1-9]|1[0-2]))\.csv$/.exec(file)?.[1];
  if (named !== undefined) return `copy-${named}`;
  const listed = await manifestRelease(raw, path);
  const month = /^public copy of (20\d{2}-(?:0[1-9]|1[0-2]))$/.exec(listed)?.[1];
  if (month !== undefined) return `copy-${month}`;
  const example = file.replace(/\.csv$/, "_<year>-<month>.csv");
  const message = `does not say when it was copied from the publisher; rename it to ${example} after the month of the download`;
  throw new InputError([{ file, message }]);
};

/** What `MANIFEST.csv` says of the release of exactly this file; empty where it does not list it. */
const manifestRelease = async (raw: string, path: string): Promise<string> => {
  if (!(await readdir(raw)).includes("MANIFEST.csv")) return "";
  const rows = await readCsv(join(raw, "MANIFEST.csv"), ["path", "sha256", "release"]);
  const name = `data/raw/${relative(raw, path).split(sep).join("/")}`;
  const hash = await sha256(path);
  const row = rows.find(({ cells }) => cells.path === name && cells.sha256 === hash);
  return row?.cells.release ?? "";
};
