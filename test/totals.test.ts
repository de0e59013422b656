import { describe, expect, test } from "vitest";
import { isGreen, NO_TESTS, runnerTotals, sum, summary } from "./totals.ts";

const vitest = (passed: number, failed: number, pending = 0, todo = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: todo,
});
const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0) => ({
  stats: { expected, unexpected, flaky, skipped },
});

describe("runnerTotals", () => {
  test("reads each runner's report", () => {
    expect(runnerTotals("vitest", vitest(5, 0, 1, 2), 0)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 3,
    });
    expect(runnerTotals("playwright", playwright(4, 1, 2, 3), 1)).toEqual({
      passed: 4,
      failed: 3,
      skipped: 3,
    });
  });

  test.each([
    ["left no report", undefined, 0],
    ["left a report of another shape", { stats: {} }, 0],
    ["ended with an error that no test explains", playwright(3, 0), 1],
    ["ran no test", playwright(0, 0), 0],
    ["skipped every test", playwright(0, 0, 0, 4), 0],
  ])("a runner that %s counts as a failure", (_, report, exitCode) => {
    expect(runnerTotals("playwright", report, exitCode).failed).toBe(1);
  });
});

test("the last line sums all runners and names skipped tests only if there are any", () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 3, failed: 1, skipped: 0 },
  ]);
  expect(summary(total)).toBe("5 passed, 1 failed");
  expect(summary(sum([total, { ...NO_TESTS, skipped: 2 }]))).toBe("5 passed, 1 failed, 2 skipped");
});

test("a run is green when something passed and nothing failed", () => {
  expect(isGreen({ passed: 1, failed: 0, skipped: 1 })).toBe(true);
  expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
  expect(isGreen({ passed: 0, failed: 0, skipped: 1 })).toBe(false);
});
