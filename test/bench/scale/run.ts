/**
 * Measures the pipelines' checks and aggregates on synthetic record-level rows, within the memory and the threads
 * of a small machine. Each part runs in a process of its own, so that its peak of memory is its own.
 */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { withLimits } from "./database.ts";
import { injectDefects } from "./defects.ts";
import { type Outcome, PARTS, type PartName } from "./parts.ts";

const MAX_RSS_MIB = 4096;
const OUTPUT = "test/output";
const DEFECT_ROWS = 20_000;
const USAGE =
  "npm run bench:scale -- [--rows 20000000] [--folder <new folder, kept>] [--memory 2GB] [--threads 2]";

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

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "20000000" },
      folder: { type: "string" },
      memory: { type: "string", default: "2GB" },
      threads: { type: "string", default: "2" },
      part: { type: "string" },
    },
  });
  const [rows, threads] = [Number(values.rows), Number(values.threads)];
  for (const number of [rows, threads])
    if (!Number.isSafeInteger(number) || number < 1) throw new Error(USAGE);
  return { ...values, rows, threads };
};
type Options = ReturnType<typeof readOptions>;

const failedOf = ({ checks }: Outcome): string[] =>
  checks
    .filter(({ status }) => status !== "PASS")
    .map(({ id, count, examples }) => `${id}: ${count}; ${examples.join(", ")}`);

const defects = async (...[db, folder]: Parameters<(typeof PARTS)[PartName]>): Promise<Outcome> => {
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
const ALL = { ...PARTS, defects };
type Part = keyof typeof ALL;

/** Runs one part here and prints what it took as one line of JSON. */
const runPart = async (part: Part, folder: string, options: Options): Promise<void> => {
  const start = performance.now();
  const limits = { ...options, spill: join(folder, "spill") };
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
  for (const part of Object.keys(ALL) as Part[]) {
    const result = measure(part, folder, options);
    results.push(result);
    console.log(`${part}: ${result.seconds} s, ${result.peakRssMiB} MiB`);
  }
  console.table(results.map(({ failed, ...rest }) => ({ ...rest, failed: failed.length })));
  const problems = results.flatMap(({ part, peakRssMiB, failed }) => [
    ...failed.map((line) => `${part}: ${line}`),
    ...(peakRssMiB > MAX_RSS_MIB ? [`${part}: ${peakRssMiB} MiB is over ${MAX_RSS_MIB} MiB`] : []),
  ]);
  const cpu = cpus()[0]?.model ?? "unknown";
  const report = { date: new Date().toISOString(), node: process.version, cpu, memory, threads };
  await mkdir(OUTPUT, { recursive: true });
  const text = JSON.stringify({ ...report, maxRssMiB: MAX_RSS_MIB, results, problems }, null, 2);
  await writeFile(join(OUTPUT, "scale.json"), `${text}\n`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
};

const isPart = (name: string): name is Part => Object.hasOwn(ALL, name);

const options = readOptions();
if (options.part !== undefined) {
  if (!isPart(options.part) || options.folder === undefined) throw new Error(USAGE);
  await runPart(options.part, options.folder, options);
} else {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "scale-")));
  try {
    await runAll(folder, options);
  } finally {
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    else await rm(join(folder, "spill"), { recursive: true, force: true });
  }
}
