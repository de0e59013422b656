import type { Browser, Page } from "@playwright/test";

/** How long a page may take to its last mark before the mark counts as missing. */
const PATIENCE_MS = 30_000;

/** One cold visit to a page; times are milliseconds since navigation, null where nothing came. */
export interface Visit {
  /** Files of the site that were asked for, as paths from its root. */
  readonly files: readonly string[];
  readonly firstPaint: number | null;
  readonly firstChart: number | null;
  readonly engineReady: number | null;
  readonly firstAnswer: number | null;
  /** Duration of each query that the page measured on its way. */
  readonly queries: readonly number[];
}

/** Opens a page in a new context, with nothing cached, and reads what it marked. */
export async function visit(
  browser: Browser,
  siteUrl: string,
  path: string,
  usesEngine: boolean,
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const files = new Set<string>();
    context.on("response", (response) => {
      const { href, pathname } = new URL(response.url());
      if (response.ok() && href.startsWith(siteUrl)) {
        files.add(
          decodeURI(pathname)
            .slice(1)
            .replace(/(^|\/)$/, "$1index.html"),
        );
      }
    });
    const page = await context.newPage();
    const response = await page.goto(siteUrl + path, { waitUntil: "networkidle" });
    if (!response?.ok()) throw new Error(`The site has no page /${path}.`);
    const engineReady = usesEngine ? await entry(page, "iam:engine-ready", PATIENCE_MS) : null;
    const firstAnswer = usesEngine ? await entry(page, "iam:first-answer", PATIENCE_MS) : null;
    const firstPaint = await entry(page, "first-contentful-paint", PATIENCE_MS);
    const marked = await entry(page, "iam:first-chart", 0);
    // A chart that stands in the page as it was built is painted with its first contents.
    const isBaked = (await page.locator("figure svg").count()) > 0;
    const firstChart = marked ?? (isBaked ? firstPaint : null);
    return {
      files: [...files],
      firstPaint,
      firstChart,
      engineReady,
      firstAnswer,
      queries: await durations(page, "iam:query"),
    };
  } finally {
    await context.close();
  }
}

/** When the page's first performance entry of that name began, waiting for it at most so long. */
function entry(page: Page, name: string, patience: number): Promise<number | null> {
  return page.evaluate(
    ([name, patience]) =>
      new Promise<number | null>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName(name);
          if (first) resolve(first.startTime);
        }).observe({ entryTypes: ["mark", "measure", "paint"] });
        const [first] = performance.getEntriesByName(name);
        if (first) resolve(first.startTime);
        else setTimeout(() => resolve(null), patience);
      }),
    [name, patience] as const,
  );
}

function durations(page: Page, name: string): Promise<number[]> {
  return page.evaluate(
    (name) => performance.getEntriesByName(name).map(({ duration }) => duration),
    name,
  );
}
