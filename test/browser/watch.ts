import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** Something that a page of this site must never do. */
export interface Problem {
  readonly kind: "console" | "error" | "policy" | "foreign-request";
  readonly text: string;
}

/**
 * Collects what goes wrong in a browser context: console errors, uncaught errors, violations of the
 * Content-Security-Policy, and requests to any origin but the site's own.
 * @returns the list, which grows as the pages run
 */
export function watch(context: BrowserContext, siteUrl: string): Problem[] {
  const problems: Problem[] = [];
  const { origin } = new URL(siteUrl);
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(consoleProblem(message));
  });
  context.on("weberror", (error) => {
    problems.push({ kind: "error", text: error.error().stack ?? error.error().message });
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith("http")) {
      problems.push({ kind: "foreign-request", text: url.href });
    }
  });
  return problems;
}

function consoleProblem(message: ConsoleMessage): Problem {
  const text = `${message.text()} (${message.location().url})`;
  return { kind: /Content Security Policy/.test(text) ? "policy" : "console", text };
}
