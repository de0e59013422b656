import type { BrowserContext, Page } from "@playwright/test";
import { serve } from "../../src/build/serve.ts";
import { test as base, expect } from "./site.ts";
import { type Problem, watch } from "./watch.ts";

interface Kept {
  readonly url: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly problems: Problem[];
}

/**
 * `test` of site.ts with one page for all tests of a worker: to start DuckDB takes most of a test's time, and views
 * are opened by their addresses in the page that is open. What is about opening a page takes the other `test`.
 */
export const test = base.extend<object, { kept: Kept }>({
  kept: [
    async ({ browser }, use) => {
      const site = await serve("dist", { base: "/monitor/" });
      const context = await browser.newContext({
        baseURL: site.url,
        viewport: { width: 1440, height: 900 },
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const problems = watch(context, site.url);
      await use({ url: site.url, context, page: await context.newPage(), problems });
      await context.close();
      await site.close();
    },
    { scope: "worker" },
  ],
  context: async ({ kept }, use) => use(kept.context),
  page: async ({ kept }, use) => {
    await kept.page.setViewportSize({ width: 1440, height: 900 });
    await kept.page.emulateMedia({ colorScheme: "light" });
    await use(kept.page);
    for (const page of kept.context.pages()) if (page !== kept.page) await page.close();
  },
  baseURL: async ({ kept }, use) => use(kept.url),
  problems: async ({ kept, tolerate }, use) => {
    kept.problems.length = 0;
    await use(kept.problems);
    expect(kept.problems.filter(({ kind }) => !tolerate.includes(kind))).toEqual([]);
  },
});

export { expect } from "./site.ts";
