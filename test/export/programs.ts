import { execFile } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

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
