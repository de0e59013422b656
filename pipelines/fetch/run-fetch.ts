import { parseArgs } from "node:util";
import { InputError } from "../../src/standard/problem.ts";
import { ADDRESSES, type ByHand } from "./addresses.ts";
import { type FetchOptions, fetchAll } from "./fetch.ts";
import { FetchError } from "./fetch-error.ts";

const USAGE =
  "Give the folder for the raw files: npm run pipelines -- fetch --raw <folder> [--only <dataset>].";

const readArguments = (argv: readonly string[]) => {
  try {
    const options = { raw: { type: "string" }, only: { type: "string" } } as const;
    return parseArgs({ args: [...argv], options }).values;
  } catch {
    return {};
  }
};

const byHandText = (entries: readonly ByHand[]): string =>
  entries
    .map(({ dataset, folder, page, basis }) => `  ${dataset}: ${page} into ${folder}/. ${basis}\n`)
    .join("");

/** Where the command writes, and what tests put in place of the publishers. */
export interface FetchConsole extends Omit<FetchOptions, "raw" | "only" | "progress"> {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

const CONSOLE: FetchConsole = {
  addresses: ADDRESSES,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

/**
 * The command `fetch --raw <folder> [--only <dataset>]`; `argv` is what follows `fetch`. Gives the exit code: 1 when
 * anything could not be fetched, or when only a dataset was asked for that a person must download.
 */
export const runFetch = async (
  argv: readonly string[],
  { out, error, ...options }: FetchConsole = CONSOLE,
): Promise<number> => {
  const { raw, only } = readArguments(argv);
  if (raw === undefined || raw === "") {
    error(`${USAGE}\n`);
    return 1;
  }
  const progress = (step: string, outcome: string): void => out(`${step}: ${outcome}\n`);
  try {
    const byHand = await fetchAll({ raw, only, ...options, progress });
    if (byHand.length > 0) out(`to be fetched by hand:\n${byHandText(byHand)}`);
    return only !== undefined && byHand.length > 0 ? 1 : 0;
  } catch (problem) {
    if (!(problem instanceof FetchError || problem instanceof InputError)) throw problem;
    error(`${problem.message}\n`);
    return 1;
  }
};
