import { execFile } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { canInstall, installPackages } from "../debian.ts";

const run = promisify(execFile);

/** Runs a program and returns what it printed. Rejects with its complaints when it fails. */
export const runProgram = async (
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly path?: string },
): Promise<string> => {
  const { stdout } = await run(program, [...args], {
    cwd: options.cwd,
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      LC_ALL: "C.UTF-8",
      PATH: [options.path, process.env["PATH"]].filter(Boolean).join(":"),
    },
  });
  return stdout;
};

/** Whether a program is on this machine and starts. */
export const has = async (program: string, ...args: readonly string[]): Promise<boolean> => {
  try {
    await run(program, args.length === 0 ? ["--version"] : [...args]);
    return true;
  } catch {
    return false;
  }
};

/** The programs in which readers run the snippets, and the package of Debian that brings each. */
const READERS = [
  { has: () => has("Rscript"), debian: "r-base-core" },
  { has: async () => (await pythonWithPandas()) !== undefined, debian: "python3-pandas" },
] as const;

/** A Python that has pandas; undefined where none has. */
export const pythonWithPandas = async (): Promise<string | undefined> => {
  for (const python of ["python3", "/usr/bin/python3"])
    if (await has(python, "-c", "from pandas import read_csv")) return python;
  return undefined;
};

/** Installs what is missing of the programs that run the snippets, where that can be done; else their tests are skipped. */
export const installReaders = async (): Promise<void> => {
  if (!canInstall()) return;
  const there = await Promise.all(READERS.map((reader) => reader.has()));
  const missing = READERS.filter((_, at) => !there[at]).map(({ debian }) => debian);
  if (missing.length > 0) installPackages(...missing);
};

/**
 * Puts a program `duckdb` into a folder, for machines that lack it: it runs the SQL of its input by the native DuckDB
 * of this project and prints CSV, as `duckdb -csv` does.
 */
export const standInForDuckDb = async (folder: string): Promise<void> => {
  const code = `import { readFileSync } from "node:fs";
import { DuckDBInstance } from ${JSON.stringify(import.meta.resolve("@duckdb/node-api"))};
const sql = readFileSync(0, "utf8").trim().replace(/;$/, "");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run("COPY (" + sql + ") TO 'answer.csv' (FORMAT csv, HEADER)");
process.stdout.write(readFileSync("answer.csv", "utf8"));
`;
  await writeFile(join(folder, "duckdb.mjs"), code);
  const program = join(folder, "duckdb");
  await writeFile(
    program,
    `#!/bin/sh\n[ "$1" = -csv ] || exit 2\nexec '${process.execPath}' '${join(folder, "duckdb.mjs")}'\n`,
  );
  await chmod(program, 0o755);
};
