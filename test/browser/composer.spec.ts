import type { Page } from "@playwright/test";
import { piecesOf } from "../../src/i18n/said.ts";
import { openAt } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { pdfPages } from "./pdf.ts";
import { test as fresh } from "./site.ts";

/** Opens the composer at a query, in the page that is open where that is the composer. */
const compose = (page: Page, search = ""): Promise<void> =>
  openAt(page, "briefings/compose/", search);

const written = async (page: Page): Promise<void> => {
  await expect(page.locator("[data-brief=current]")).toBeVisible();
};

/** Sections, figures and caveats of a briefing as HTML, attributes in the order of their names. */
const inside = (page: Page): Promise<string[]> =>
  page
    .locator(".brief > section:not(.brief-aside), .brief > .brief-figures")
    .evaluateAll((parts) => {
      for (const element of parts.flatMap((part) => [part, ...part.querySelectorAll("*")])) {
        const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
        for (const { name } of attributes) element.removeAttribute(name);
        for (const attribute of attributes) element.setAttribute(attribute.name, attribute.value);
      }
      return parts.map((part) => part.outerHTML);
    });

test("what is composed of a region is the page that was built of it, to the letter", async ({
  page,
}) => {
  await page.goto("./briefings/150/");
  const built = await inside(page);
  expect(built.length).toBeGreaterThan(7);
  await compose(page, "area=150");
  await written(page);
  expect(await inside(page)).toEqual(built);
});

test("States, years, themes and form are chosen with the keyboard, and the address keeps them", async ({
  page,
}) => {
  await compose(page);
  await expect(page.getByText("the briefing appears here")).toBeVisible();
  const who = page.getByRole("combobox", { name: "On whom" });
  await who.selectOption("MEX");
  await written(page);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Illicit arms in Mexico: what has been published",
  );
  await who.selectOption("BRA");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Illicit arms in Mexico and Brazil: what States have published",
  );
  await page.getByRole("checkbox", { name: "Coverage" }).press("Space");
  await page.getByRole("combobox", { name: "From" }).selectOption("2018");
  await page.getByRole("radio", { name: /Slides/ }).press("Space");
  await written(page);
  await expect(page.locator(".slide")).toHaveCount(8);
  await expect(page).toHaveURL(/area=MEX\.BRA&years=2018-2022&themes=types\.tracing.*&form=slides/);
  await expect(page.locator(".slide").first()).toContainText("Mexico and Brazil");
  await expect(page.getByRole("heading", { name: "Coverage" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove Brazil" }).press("Enter");
  await written(page);
  await page.goBack();
  await expect(page.locator(".slide").first()).toContainText("Mexico and Brazil");
});

test("a briefing is two pages of A4, slides are 16 by 9", async ({ page }) => {
  await compose(page, "area=MEX");
  await written(page);
  const a4 = await pdfPages(page);
  expect(a4.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [595, 842],
    [595, 842],
  ]);
  await page.getByRole("radio", { name: /Slides/ }).check();
  await expect(page.locator(".slide")).toHaveCount(9);
  const slides = await pdfPages(page);
  expect(slides).toHaveLength(9);
  for (const { width, height } of slides) expect(width / height).toBeCloseTo(16 / 9, 2);
});

test("the text to paste holds every paragraph", async ({ page }) => {
  await compose(page, "area=MEX");
  await written(page);
  const text = (await page.locator(".brief-aside pre").textContent()) ?? "";
  const facts = await page.locator(".brief .fact").allTextContents();
  expect(facts.length).toBeGreaterThan(8);
  for (const fact of facts) expect(text).toContain(piecesOf(fact)[0]?.text);
});

test("a hostile address composes nothing that was not asked, and says what it left out", async ({
  page,
}) => {
  await compose(page, "area=XXX.%3Cscript%3E&years=9-1&form=film");
  const note = page.getByRole("alert");
  await expect(note).toContainText("area=XXX, area=<script>, years=9-1, form=film");
  await expect(page.locator("[data-brief]")).toHaveCount(0);
});

fresh.describe("where the data cannot be had", () => {
  fresh.use({ tolerate: ["console"] });

  fresh("the page says so, and trying again works", async ({ page }) => {
    await page.route("**/UNODC_IAFQ.arrow", (route) => route.fulfill({ status: 503 }));
    await page.goto("./briefings/compose/?area=MEX");
    await expect(page.getByRole("alert")).toContainText("503");
    await page.unroute("**/UNODC_IAFQ.arrow");
    await page.getByRole("button", { name: "Try again" }).click();
    await written(page);
  });
});
