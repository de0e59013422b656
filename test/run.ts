/**
 * Runs every test: units, then a build of the site, then the built site in a real browser. The
 * last line printed is the sum over all of them; a failed build counts as one failed test.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { installReaders } from "./export/programs.ts";
import { isGreen, NO_TESTS, runnerTotals, sum, summary, type Totals } from "./totals.ts";

const OUTPUT = "test/output";

/** Runs a program of `node_modules/.bin`, showing its output, and returns its exit code. */
function run(title: string, program: string, args: string[], env: NodeJS.ProcessEnv = {}): number {
  console.log(`\n— ${title}`);
  const { status, error } = spawnSync(`node_modules/.bin/${program}`, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...env },
  });
  if (error) console.error(error.message);
  return status ?? 1;
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function unitTests(): Totals {
  const report = `${OUTPUT}/vitest.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = run("Unit tests", "vitest", ["run", ...reporters]);
  return runnerTotals("vitest", readReport(report), exitCode);
}

function build(): Totals {
  const exitCode = run("Build of the site", "astro", ["build"]);
  return exitCode === 0 ? { ...NO_TESTS, passed: 1 } : { ...NO_TESTS, failed: 1 };
}

function browserTests(): Totals {
  const report = `${OUTPUT}/playwright.json`;
  const config = "--config=test/browser/playwright.config.ts";
  const exitCode = run("Browser tests", "playwright", ["test", config, "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return runnerTotals("playwright", readReport(report), exitCode);
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
await installReaders();
const units = unitTests();
const built = build();
if (built.failed > 0) console.error("The site does not build: browser tests were not run.");
const total = sum([units, built, built.failed > 0 ? NO_TESTS : browserTests()]);
console.log(`\n${summary(total)}`);
process.exitCode = isGreen(total) ? 0 : 1;
