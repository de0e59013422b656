import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";

/** What one way of opening the file took: milliseconds since it was chosen, MB. */
export interface Measured {
  /** All rows are read. */
  readonly loaded: number;
  /** The counts of a first chart are there; for the site, the chart is drawn. */
  readonly firstChart: number;
  /** All checks are done; null where nothing is checked. */
  readonly checked: number | null;
  /** The longest task of the main thread; null where it is not watched. */
  readonly longestTask: number | null;
  /** Largest resident size of a renderer process, workers included; null where the system does not tell. */
  readonly memory: number | null;
}

/** Watches the tasks of a page's main thread from now on. The answer gives the longest of them so far. */
export const watchTasks = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const seen = { longest: 0 };
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  return () =>
    page.evaluate(async () => {
      // A task is told of only after it has ended, in a task of its own.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (globalThis as unknown as { longTasks: { longest: number } }).longTasks.longest;
    });
};

const peakOf = (pid: number): number => {
  try {
    const [, kilobytes] =
      /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    // The process has ended, or the system has no /proc: it tells nothing.
    return 0;
  }
};

/** The largest resident size that any renderer of the browser ever had, in MB. */
export const peakMemory = async (browser: Browser): Promise<number | null> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const peak = Math.max(
    0,
    ...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => peakOf(id)),
  );
  return peak === 0 ? null : peak;
};
