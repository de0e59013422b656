import { z } from "zod";

/** How the tests of one runner, or of all of them, went. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_TESTS: Totals = { passed: 0, failed: 0, skipped: 0 };

const VITEST_REPORT = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

/** A flaky test, which passes only when tried again, counts as failed. */
const PLAYWRIGHT_REPORT = z
  .object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

/** The JSON report of a runner, read into totals. */
export const REPORTS = { vitest: VITEST_REPORT, playwright: PLAYWRIGHT_REPORT } as const;

/**
 * Totals of one runner. A runner that left no readable report, ended with an error that none of its
 * tests explains, or ran no test counts as one failed test, so that nothing fails in silence.
 * @param report the runner's parsed JSON report; undefined where there is none
 */
export function runnerTotals(
  runner: keyof typeof REPORTS,
  report: unknown,
  exitCode: number,
): Totals {
  const { success, data } = REPORTS[runner].safeParse(report);
  if (!success) return { ...NO_TESTS, failed: 1 };
  const unexplained = exitCode !== 0 && data.failed === 0;
  const empty = data.passed + data.failed === 0;
  return unexplained || empty ? { ...data, failed: 1 } : data;
}

export function sum(all: readonly Totals[]): Totals {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NO_TESTS,
  );
}

/** The last line of a test run. */
export function summary({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Whether a run deserves exit code 0: something ran and nothing failed. */
export function isGreen({ passed, failed }: Totals): boolean {
  return passed > 0 && failed === 0;
}
