import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./dist.ts";
import { expect, test } from "./site.ts";

const PAGES = ["method/", "glossary/"];
/** What a page of words may weigh, in bytes. */
const LIMIT = 500_000;

test("the citations are published as the page links to them", () => {
  expect(readFileSync(join(DIST, "CITATION.cff"), "utf8")).toBe(
    readFileSync("CITATION.cff", "utf8"),
  );
  expect(readFileSync(join(DIST, "citation.bib"), "utf8")).toMatch(/^@misc\{/);
  expect(readFileSync(join(DIST, "citation.ris"), "utf8")).toMatch(/^TY {2}- DATA\r\n/);
});

test("the pages are light, print without odd marks, and open a list that is linked to", async ({
  page,
}) => {
  for (const address of PAGES)
    expect(statSync(join(DIST, address, "index.html")).size).toBeLessThan(LIMIT);
  await page.goto("./method/#CL_SEX");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#CL_SEX tbody tr").first()).toBeVisible();
  await page.goto("./");
  const term = page.locator("#total a.term").first();
  await expect(term).toHaveAttribute("href", /^\.\/glossary\/#[a-z-]+$/);
  await expect(term).toHaveCSS("text-decoration-line", "none");
});
