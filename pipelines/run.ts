import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { InputError } from "../src/standard/problem.ts";
import { runFetch } from "./fetch/run-fetch.ts";
import { standardize } from "./standardize.ts";

const USAGE =
  "Give the folder of the raw files: npm run pipelines -- --raw <folder> [--out <folder>].";

const fail = (text: string): void => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

const readArguments = (): { raw: string | undefined; out: string } | undefined => {
  try {
    const options = { raw: { type: "string" }, out: { type: "string", default: "data" } } as const;
    const { values } = parseArgs({ options });
    return { raw: values.raw, out: values.out };
  } catch {
    return undefined;
  }
};

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

const main = async (): Promise<void> => {
  const options = readArguments();
  if (options?.raw === undefined) return fail(USAGE);
  if (!(await isFolder(options.raw))) return fail(`${options.raw} is not a folder. ${USAGE}`);
  const start = performance.now();
  const progress = (step: string, outcome: string): void => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(`${seconds.padStart(6)} s  ${step}: ${outcome}\n`);
  };
  try {
    await standardize(options.raw, options.out, new Date().toISOString().slice(0, 10), progress);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    fail(`${error.message}\nNothing was written: ${error.problems.length} problem(s).`);
  }
};

const [command, ...rest] = process.argv.slice(2);
if (command === "fetch") process.exitCode = await runFetch(rest);
else await main();
