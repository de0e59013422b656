/**
 * Measures the pipelines' checks and aggregates on synthetic record-level rows, within the memory and the threads
 * of a small machine. Each part runs in a process of its own, so that its peak of memory is its own.
 */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { DuckDBConnection } from "@duckdb/node-api";
import { z } from "zod";
import { withLimits } from "./database.ts";
import { injectDefects } from "./defects.ts";
import { runExamples } from "./example.ts";
import { OBSERVATIONS, type Outcome, PARTS, TABLE_PARTS } from "./parts.ts";

const MAX_RSS_MIB = 4096;
const OUTPUT = "test/output";
const DEFECT_ROWS = 20_000;
const SPILL = "spill";
const USAGE =
  "npm run bench:scale -- [--rows 20000000] [--folder <new folder, kept>] [--memory 2GB] [--threads 2] [--guide]; --guide makes the table of docs/at-scale.md and runs its queries";

const measuredSchema = z.object({
  part: z.string(),
  seconds: z.number(),
  peakRssMiB: z.number(),
  rows: z.number(),
  bytes: z.number(),
  checks: z.number(),
  failed: z.array(z.string()),
});
type Measured = z.infer<typeof measuredSchema>;

const parse = () =>
  parseArgs({
    options: {
      rows: { type: "string", default: "20000000" },
      folder: { type: "string" },
      memory: { type: "string", default: "2GB" },
      threads: { type: "string", default: "2" },
      guide: { type: "boolean", default: false },
      part: { type: "string" },
    },
  }).values;
type Options = Omit<ReturnType<typeof parse>, "rows" | "threads"> & {
  readonly rows: number;
  readonly threads: number;
};

/** The options of the command line; undefined when they cannot be used. */
const readOptions = (): Options | undefined => {
  try {
    const values = parse();
    const [rows, threads] = [Number(values.rows), Number(values.threads)];
    const usable = [rows, threads].every((number) => Number.isSafeInteger(number) && number > 0);
    return usable ? { ...values, rows, threads } : undefined;
  } catch {
    return undefined;
  }
};

const failedOf = ({ checks }: Outcome): string[] =>
  checks
    .filter(({ status }) => status !== "PASS")
    .map(({ id, count, examples }) => `${id}: ${count}; ${examples.join(", ")}`);

const defects = async (db: DuckDBConnection, folder: string): Promise<Outcome> => {
  const { injected, found } = await injectDefects(db, folder, DEFECT_ROWS);
  const same = JSON.stringify(injected) === JSON.stringify(found);
  return {
    rows: DEFECT_ROWS,
    bytes: 0,
    checks: [
      {
        id: "defects-found",
        stage: "check",
        status: same ? "PASS" : "FAIL",
        count: found.length,
        message: "Defects found are not those put in.",
        examples: same ? [] : [JSON.stringify({ injected, found })],
      },
    ],
  };
};
const CHECKED = { ...PARTS, defects };
const ALL = { ...CHECKED, ...TABLE_PARTS };
type Part = keyof typeof ALL;

/** Runs one part here and prints what it took as one line of JSON. */
const runPart = async (part: Part, folder: string, options: Options): Promise<void> => {
  const start = performance.now();
  const limits = { ...options, spill: join(folder, SPILL) };
  const outcome = await withLimits(limits, (db) => ALL[part](db, folder, options.rows));
  const measured: Measured = {
    part,
    seconds: Number(((performance.now() - start) / 1000).toFixed(1)),
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    rows: outcome.rows,
    bytes: outcome.bytes,
    checks: outcome.checks.length,
    failed: failedOf(outcome),
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
};

/** Runs one part in a process of its own. Throws when it fails. */
const measure = (part: Part, folder: string, options: Options): Measured => {
  const { rows, threads, memory } = options;
  const passed = { part, folder, rows, threads, memory };
  const { status, stdout } = spawnSync(
    process.execPath,
    [import.meta.filename, ...Object.entries(passed).map(([name, value]) => `--${name}=${value}`)],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`The part ${part} ended with ${status}.`);
  return measuredSchema.parse(JSON.parse(stdout));
};

const runAll = async (folder: string, options: Options): Promise<void> => {
  const { rows, memory, threads } = options;
  console.log(`${rows} synthetic records, DuckDB ${memory}, ${threads} threads, ${folder}`);
  const results: Measured[] = [];
  for (const part of Object.keys(options.guide ? TABLE_PARTS : CHECKED) as Part[]) {
    const result = measure(part, folder, options);
    results.push(result);
    console.log(`${part}: ${result.seconds} s, ${result.peakRssMiB} MiB`);
  }
  console.table(results.map(({ failed, ...rest }) => ({ ...rest, failed: failed.length })));
  const limits = { memory, threads, spill: join(folder, SPILL) };
  const queries = options.guide ? await runExamples(join(folder, OBSERVATIONS), limits) : [];
  for (const { rows: answer, ...rest } of queries) {
    console.log(rest);
    console.table(answer);
  }
  const problems = results.flatMap(({ part, peakRssMiB, failed }) => [
    ...failed.map((line) => `${part}: ${line}`),
    ...(peakRssMiB > MAX_RSS_MIB ? [`${part}: ${peakRssMiB} MiB is over ${MAX_RSS_MIB} MiB`] : []),
  ]);
  const cpu = cpus()[0]?.model ?? "unknown";
  const report = { date: new Date().toISOString(), node: process.version, cpu, memory, threads };
  await mkdir(OUTPUT, { recursive: true });
  const text = JSON.stringify(
    { ...report, maxRssMiB: MAX_RSS_MIB, results, queries, problems },
    null,
    2,
  );
  await writeFile(join(OUTPUT, options.guide ? "scale-guide.json" : "scale.json"), `${text}\n`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
};

/** Measures everything in a folder of its own, or in the one that is named and then kept. */
const runInFolder = async (options: Options): Promise<void> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "scale-")));
  try {
    await runAll(folder, options);
  } finally {
    const unwanted = options.folder === undefined ? folder : join(folder, SPILL);
    await rm(unwanted, { recursive: true, force: true });
  }
};

const isPart = (name: string): name is Part => Object.hasOwn(ALL, name);

const options = readOptions();
if (options === undefined) {
  console.error(USAGE);
  process.exitCode = 1;
} else if (options.part === undefined) {
  await runInFolder(options);
} else {
  if (!isPart(options.part) || options.folder === undefined)
    throw new Error(`There is no part ${options.part} without a folder.`);
  await runPart(options.part, options.folder, options);
}
