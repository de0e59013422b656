/**
 * The explorer of the built site on its own data: what a step of a drag over the years costs, all parts of the
 * workbench and the words around them included. Run it on an otherwise quiet machine.
 */
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { serve } from "../../../src/build/serve.ts";
import { CHROMIUM_FLAGS, findChromium } from "../../browser/chromium.ts";
import { DIST, requireDist } from "../../browser/dist.ts";
import { quantile } from "../quantile.ts";

/** Lines of weapon types of whichever States report: the most numbers that one view of UNODC's data has. */
const ADDRESS = "explore/?by=weapon_type&panel=all";
const DRAGS = 4;
/** Milliseconds between two moves of the pointer, as a hand makes them. */
const PACE = 30;

/** Notes, for each move of the pointer, the milliseconds from its handlers to the end of the frame that shows it. */
const noteFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    const note = (): void => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => frames.push(performance.now() - start);
        port2.postMessage(null);
      });
    };
    window.addEventListener("pointermove", note, { capture: true });
  });

/** Milliseconds for which the main thread has been busy since the page began. */
const busy = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send("Performance.getMetrics");
  const found = metrics.find(({ name }) => name === "TaskDuration");
  if (found === undefined) throw new Error("This browser does not tell how busy a page is.");
  return found.value * 1000;
};

/** Drags over all years and back, and lets go. Returns how many years were passed. */
async function drag(page: Page): Promise<number> {
  const track = page.locator(".timeline-track");
  const box = await track.boundingBox();
  if (box === null) throw new Error("The explorer has no timeline.");
  const years = await track.locator(".year").count();
  const x = (year: number): number => box.x + ((year + 0.5) / years) * box.width;
  const y = box.y + box.height / 2;
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  const way = Array.from({ length: 2 * (years - 1) }, (_, i) =>
    i < years - 1 ? i + 1 : 2 * (years - 1) - i - 1,
  );
  for (const year of way) {
    await page.mouse.move(x(year), y);
    await page.waitForTimeout(PACE);
  }
  await page.mouse.up();
  await page.waitForTimeout(500);
  return way.length;
}

/** Measures drags after a first one, while which the browser still compiles what it runs, and prints a table. */
export async function benchExplorer(browser: Browser): Promise<void> {
  requireDist();
  const site = await serve(DIST);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(site.url + ADDRESS);
    await page.locator("[data-linked=complete]").waitFor({ timeout: 60_000 });
    await page.locator("#view-map .area-list").waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1000);
    await drag(page);
    await noteFrames(page);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const before = await busy(session);
    let steps = 0;
    for (let i = 0; i < DRAGS; i += 1) steps += await drag(page);
    const work = (await busy(session)) - before;
    const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
    console.log(`\n/${ADDRESS}, published data, milliseconds a step of a drag over the years`);
    console.table({
      explorer: {
        steps,
        "to the frame p50": quantile(frames, 0.5),
        "to the frame p95": quantile(frames, 0.95),
        "main thread, mean, parts out of sight included": Number((work / steps).toFixed(1)),
      },
    });
  } finally {
    await context.close();
    await site.close();
  }
}

if (import.meta.main) {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_FLAGS,
  });
  try {
    await benchExplorer(browser);
  } finally {
    await browser.close();
  }
}
