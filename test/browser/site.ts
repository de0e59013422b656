import { test as base, expect, type Page } from "@playwright/test";
import { type StaticServer, serve } from "../../src/build/serve.ts";
import { type Problem, watch } from "./watch.ts";

interface SiteOptions {
  /** Path that the built site is served under. Open pages by relative address: `./explore/`. */
  basePath: string;
  /** Kinds of problem that the test expects, and that therefore do not fail it. */
  tolerate: readonly Problem["kind"][];
}

interface SiteFixtures {
  /** The built site, on a port of its own. */
  site: StaticServer;
  /** What went wrong so far; at the end it must be empty but for what is tolerated. */
  problems: readonly Problem[];
}

/** Playwright's `test` on the built site; it fails when a page misbehaves in a way `watch` sees. */
export const test = base.extend<SiteOptions & SiteFixtures>({
  basePath: ["/", { option: true }],
  tolerate: [[], { option: true }],
  site: async ({ basePath }, use) => {
    const site = await serve("dist", { base: basePath });
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
  problems: [
    async ({ context, site, tolerate }, use) => {
      const problems = watch(context, site.url);
      await use(problems);
      expect(problems.filter(({ kind }) => !tolerate.includes(kind))).toEqual([]);
    },
    { auto: true },
  ],
});

/** A phone, a tablet, a desk: CSS pixels. */
export const WIDTHS = [360, 768, 1440] as const;

/** By how many pixels a page is wider than a window of this width, once charts are drawn for it: in the next frame. */
export const overflowAt = async (page: Page, width: number): Promise<number> => {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth - window.innerWidth;
  });
};

export { expect } from "@playwright/test";
