import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { violationsOf } from "./accessible.ts";
import { cover } from "./cover.ts";
import { DIST, distFiles } from "./dist.ts";
import { expect, overflowAt, test, WIDTHS } from "./site.ts";

// Under a deep base path, where any URL that is not relative leads nowhere.
test.use({ basePath: "/any/base/path/" });

const FILES = distFiles(".html").filter((path) => path !== "404.html");
/** Templates with hundreds of pages. */
const TEMPLATES = [
  /^areas\/[^/]+\/index\.html$/,
  /^briefings\/\d+\/index\.html$/,
  /^briefings\/\d+\/slides\/index\.html$/,
];
const ofTemplates = TEMPLATES.map((template) => FILES.filter((file) => template.test(file)));
const single = FILES.filter((file) => !ofTemplates.some((files) => files.includes(file)));

/** On every page where that is asked for: see docs/decisions/pages-from-data.md. */
const checked =
  process.env["EVERY_PAGE"] === undefined ? cover : (files: readonly string[]) => files;

for (const file of [...single, ...ofTemplates.flatMap(checked)]) {
  const address = file.replace(/(^|\/)index\.html$/, "$1");
  test(`/${address} loads whole, without problems, accessible to all, and fits every width`, async ({
    page,
  }) => {
    const response = await page.goto(`./${address}`, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(200);
    expect(await violationsOf(page)).toEqual([]);
    for (const width of WIDTHS) expect(await overflowAt(page, width), `${width} px`).toBe(0);
  });
}

test("every page has a language, a title, one heading of its own, and names for its parts", () => {
  const wrong: string[] = [];
  for (const file of FILES) {
    const { document } = parseHTML(readFileSync(join(DIST, file), "utf8"));
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const say = (what: string, is: boolean) => is || wrong.push(`${file}: ${what}`);
    say("no language", document.documentElement.getAttribute("lang") !== null);
    say("no title", document.title !== "");
    say("not one h1", all("h1").length === 1);
    const ids = all("[id]").map((element) => element.id);
    say("an id twice", new Set(ids).size === ids.length);
    const levels = all("h1, h2, h3, h4").map(({ localName }) => Number(localName.slice(1)));
    say(
      "a level of headings left out",
      levels.every((level, at) => level <= (levels[at - 1] ?? 1) + 1),
    );
    for (const link of all("a[href]"))
      say(`a link without words: ${link.outerHTML}`, link.textContent?.trim() !== "");
    for (const chart of all("svg[role=img]"))
      say("a chart without a name", (chart.getAttribute("aria-label") ?? "") !== "");
    const named = all("section[aria-label], section[aria-labelledby], [role=region]").map(
      (part) =>
        part.getAttribute("aria-label") ??
        document.getElementById(part.getAttribute("aria-labelledby") ?? "")?.textContent ??
        "",
    );
    say("two parts of one name", new Set(named).size === named.length);
  }
  expect(wrong).toEqual([]);
});

/** Bytes of HTML that no page may pass, and that no page of a template may pass. */
const BUDGETS = { page: 700_000, template: 200_000 };

test("no page is heavier than its budget", () => {
  const heavy = FILES.flatMap((file) => {
    const bytes = readFileSync(join(DIST, file)).length;
    const budget = ofTemplates.some((files) => files.includes(file))
      ? BUDGETS.template
      : BUDGETS.page;
    return bytes > budget ? [`${file}: ${bytes} bytes, ${budget} allowed`] : [];
  });
  expect(heavy).toEqual([]);
});
