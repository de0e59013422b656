import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { serve } from "../../src/build/serve.ts";
import { watch } from "./watch.ts";

const PAGES: Record<string, string> = {
  "clean.html": "<p>Nothing to see",
  "console.html": "<script>console.error('a console error')</script>",
  "error.html": "<script>throw new Error('an uncaught error')</script>",
  "missing.html": '<img alt="" src="nowhere.png">',
  "foreign.html": '<img alt="" src="http://foreign.test/pixel.png">',
  "policy.html":
    `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">` +
    "<script>document.title = 'ran'</script>",
};

const test = base.extend<{ visit: (page: string) => Promise<string[]> }>({
  visit: async ({ context }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "watched-"));
    for (const [name, body] of Object.entries(PAGES)) {
      const head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';
      await writeFile(join(folder, name), head + body);
    }
    const server = await serve(folder);
    await use(async (name) => {
      const problems = watch(context, server.url);
      const page = await context.newPage();
      await page.goto(server.url + name, { waitUntil: "networkidle" });
      return [...new Set(problems.map(({ kind }) => kind))].sort();
    });
    await server.close();
    await rm(folder, { recursive: true });
  },
});

test("a clean page has no problem", async ({ visit }) => {
  expect(await visit("clean.html")).toEqual([]);
});

test("console errors, uncaught errors and missing files are seen", async ({ visit }) => {
  expect(await visit("console.html")).toEqual(["console"]);
  expect(await visit("error.html")).toEqual(["error"]);
  expect(await visit("missing.html")).toEqual(["console"]);
});

test("a violation of the policy is seen", async ({ visit }) => {
  expect(await visit("policy.html")).toEqual(["policy"]);
});

test("a request to another origin is seen, whether or not it is answered", async ({ visit }) => {
  expect(await visit("foreign.html")).toContain("foreign-request");
});
