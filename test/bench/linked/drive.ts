import type { Browser, Page } from "@playwright/test";
import type { Bench } from "./page/bench.ts";
import type { Step } from "./page/measure.ts";
import { YEARS } from "./shape.ts";

/** Steps of the first drag, while the browser still compiles what it runs. */
export const FIRST_DRAG = 2 * (YEARS - 1);
/** A slow library stops after so long, but not before so many steps. */
const PATIENCE_MS = 45_000;
const FEWEST_STEPS = FIRST_DRAG + 20;
/** Where the page lays the strip, in CSS pixels. */
const STRIP = { left: 8, middle: 24, year: 50 } as const;

export interface Result {
  /** Milliseconds from navigation to the first chart painted: reading, building, answering, drawing. */
  readonly firstChart: number;
  /** Milliseconds from the pointer's entering to the moment at which a drag can be answered. */
  readonly entered: number;
  readonly steps: readonly Step[];
  /** Identifies what was shown at each step. */
  readonly digests: readonly (readonly number[])[];
  /** Whether the moved views are what a first drawing would be; null where the library draws by itself. */
  readonly fresh: boolean | null;
}

type Awaited = "firstChart" | "entered";

/** Waits in the page for a time that it notes. Rejects with the page's error. */
async function noted(page: Page, name: Awaited): Promise<number> {
  const told = await page.evaluate(async (what) => {
    const { bench } = window as unknown as { bench: Bench };
    while (bench[what] === undefined && bench.error === undefined)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return bench.error ?? bench[what];
  }, name);
  if (typeof told !== "number") throw new Error(told);
  return told;
}

/** Waits in the page until so many steps are painted. */
async function stepped(page: Page, count: number): Promise<void> {
  const error = await page.evaluate(async (wanted) => {
    const { bench } = window as unknown as { bench: Bench };
    while (bench.steps.length < wanted && bench.error === undefined)
      await new Promise((resolve) => setTimeout(resolve, 2));
    return bench.error;
  }, count);
  if (error !== undefined) throw new Error(error);
}

/** The years that a pointer visits: from a start to the last year, back to the first, year by year. */
const drag = (start: number): number[] => [
  ...Array.from({ length: YEARS - 1 - start }, (_, i) => start + 1 + i),
  ...Array.from({ length: YEARS - 1 }, (_, i) => YEARS - 2 - i),
];

const xOf = (year: number): number => STRIP.left + (year + 0.5) * STRIP.year;

/** Opens the page of one library, drags over the strip with a real pointer, and reads what the page noted. */
export async function drive(
  browser: Browser,
  url: string,
  library: string,
  wanted: number,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const strangers: string[] = [];
  try {
    const page = await context.newPage();
    page.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(url) && !/^(data|blob):/.test(address)) strangers.push(address);
    });
    await page.goto(`${url}?library=${encodeURIComponent(library)}`);
    const firstChart = await noted(page, "firstChart");
    await page.mouse.move(xOf(0), STRIP.middle);
    const entered = await noted(page, "entered");
    const deadline = performance.now() + PATIENCE_MS;
    let count = 0;
    for (let start = 0; count < wanted; start = (start + 7) % (YEARS - 1)) {
      await page.mouse.move(xOf(start), STRIP.middle);
      await page.mouse.down();
      for (const year of drag(start)) {
        if (count === wanted || (count >= FEWEST_STEPS && performance.now() > deadline)) break;
        await page.mouse.move(xOf(year), STRIP.middle);
        count += 1;
        await stepped(page, count);
      }
      await page.mouse.up();
      if (performance.now() > deadline) break;
    }
    if (strangers.length > 0) throw new Error(`Requests left the origin: ${strangers.join(", ")}`);
    const told = await page.evaluate(() => {
      const { bench } = window as unknown as { bench: Bench };
      return { steps: [...bench.steps], digests: bench.digests(), fresh: bench.fresh() };
    });
    return { firstChart, entered, ...told };
  } finally {
    await context.close();
  }
}
