import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { serve } from "../../src/build/serve.ts";
import { violationsOf } from "./accessible.ts";
import { answered, openAt, openExplorer } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { test as fresh } from "./site.ts";

fresh.use({ basePath: "/any/base/path/" });

const BARS = "panel=all&measure=share&residual=without&years=2016-2017&large=breakdown&v=2";
const PERSONS = "indicator=PERSONS_ARRESTED&by=sex&panel=all&large=persons&v=2";

/** A number as it is written beside a bar or an area. */
const isNumber = (text: string): boolean => /^[\d,.]+%?$/.test(text);

/** Waits until the frame, or the page, shows what its address asks for. */
const shown = (place: Page | FrameLocator): Promise<void> =>
  expect(place.locator("[data-view=current] figure")).toBeVisible({ timeout: 60_000 });

const caption = (place: Page | FrameLocator): Locator => place.locator("figcaption");

fresh.describe("with scripts off", () => {
  fresh.use({ javaScriptEnabled: false });

  fresh(
    "the first figure stands there with its caption, and says that it is the first",
    async ({ page }) => {
      await page.goto(`./embed/?${BARS}`);
      await expect(page.locator("figure svg:visible")).toHaveCount(1);
      await expect(caption(page)).toContainText("Source: UNODC, Illicit Arms Flows Questionnaire");
      await expect(page.getByText("not the one that was asked for")).toBeVisible();
      await expect(page.getByRole("link", { name: "Open in the explorer" })).toBeVisible();
    },
  );
});

test.describe("in a page of another host", () => {
  test.use({ tolerate: ["foreign-request"] });

  for (const { part, search, numbers } of [
    { part: "breakdown", search: BARS, numbers: "div.chart svg text" },
    { part: "map", search: "by=_T&panel=all&years=2017-2017&v=2", numbers: ".area-list .figure" },
  ])
    test(`the ${part} stands with its caption, and the page hears nothing from it`, async ({
      page,
      context,
      problems,
    }) => {
      await openExplorer(page, search.replace("&large=breakdown", ""));
      const figure = page.locator(`#view-${part}`);
      await expect(figure.locator(numbers).first()).toBeVisible();
      const [title = ""] = await figure.locator("h2").allTextContents();
      const drawn = await figure.locator(numbers).allTextContents();
      const menu = figure.locator(".picture-menu");
      await menu.getByRole("button", { name: "Share" }).click();
      await menu.getByRole("button", { name: "Embed code" }).click();
      await expect(menu.getByRole("status")).toHaveText("The code is on the clipboard.");
      const code = await page.evaluate(() => navigator.clipboard.readText());
      await expect(menu.getByRole("textbox")).toHaveValue(code);

      const folder = await mkdtemp(join(tmpdir(), "host-"));
      await writeFile(
        join(folder, "index.html"),
        `<!doctype html><html lang="en"><title>An article</title><link rel="icon" href="data:,">
  <body><h1>An article</h1><div style="max-width:680px">${code}</div></body></html>`,
      );
      const host = await serve(folder);
      try {
        const article = await context.newPage();
        await article.addInitScript(() => {
          const heard: unknown[] = [];
          window.addEventListener("message", ({ data }) => heard.push(data));
          Object.assign(window, { heard });
        });
        await article.goto(host.url);
        const frame = article.frameLocator("iframe");
        await shown(frame);
        await expect(frame.getByRole("heading", { level: 2 })).toHaveText(title);
        await expect(caption(frame)).toContainText(
          "Source: UNODC, Illicit Arms Flows Questionnaire",
        );
        await expect(caption(frame)).toContainText("release 12/05/2025");
        await expect(caption(frame)).toContainText(/Coverage: .*States/);
        await expect(caption(frame).locator("li").first()).toBeVisible();
        await expect(frame.locator(numbers).first()).toBeVisible();
        const written = await frame.locator(numbers).allTextContents();
        expect(written.filter(isNumber)).toEqual(drawn.filter(isNumber));
        expect(drawn.filter(isNumber).length).toBeGreaterThan(5);
        // The height in the code is enough: nothing of the figure is out of sight.
        const iframe = article.locator("iframe");
        await expect(iframe).toHaveAttribute("title", title);
        const hidden = await frame
          .locator("html")
          .evaluate((html) => [
            html.scrollHeight - html.clientHeight,
            html.scrollWidth - html.clientWidth,
          ]);
        expect(hidden).toEqual([0, 0]);
        expect(
          await article.evaluate(() => (window as unknown as { heard: unknown[] }).heard),
        ).toEqual([]);
        for (const { text } of problems) expect(text.startsWith(host.url), text).toBe(true);
      } finally {
        await host.close();
        await rm(folder, { recursive: true });
      }
    });
});

fresh("the view of a first visit needs no engine", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto("./embed/", { waitUntil: "networkidle" });
  await shown(page);
  await expect(page.getByRole("heading", { level: 2 })).toContainText("the same 10 States");
  expect(fetched.filter((url) => /\.(wasm|arrow)$/.test(url))).toEqual([]);
});

test("persons stand alone as in the explorer, and the link leads there", async ({ page }) => {
  await openAt(page, "embed/", PERSONS);
  await shown(page);
  const [title = ""] = await page.getByRole("heading", { level: 2 }).allTextContents();
  const drawn = await page.locator("div.chart svg text").allTextContents();
  expect(title).toMatch(/^Women are/);
  const link = page.getByRole("link", { name: "Open in the explorer" });
  const [explorer] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await answered(explorer);
  await expect(explorer.locator("#view-persons h2")).toHaveText(title);
  for (const text of drawn.filter((word) => /%/.test(word)))
    await expect(explorer.locator("#view-persons div.chart")).toContainText(text);
});

fresh("a hostile address shows the first figure with a note", async ({ page }) => {
  await page.goto(
    "./embed/?dataset=%3Cscript%3E&by=sex&area=XXX.MEX&from=20x6&__proto__=1&large=no",
  );
  await expect(page.getByText(/Part of this address could not be used/)).toContainText("<script>");
  await shown(page);
  await expect(page.getByRole("heading", { level: 2 })).toContainText("the same 10 States");
});

test("a part that cannot stand alone gives way to the trend, and says so", async ({ page }) => {
  for (const part of ["table", "persons"]) {
    await openAt(page, "embed/", `large=${part}&v=2`);
    await expect(page.getByText(`The part “${part}” cannot stand alone`)).toBeVisible();
    await expect(page.locator("#view-trend svg")).toBeVisible();
  }
});

test("a view without an answer says why, in an empty frame's place", async ({ page }) => {
  await openAt(page, "embed/", "by=_T&years=2004-2023&v=2");
  await expect(
    page.getByText("No area reports this in every year from 2004 to 2023"),
  ).toBeVisible();
  await expect(page.locator("figure")).toHaveCount(0);
});

for (const [part, search] of [
  ["routes", "dataset=US_ATF_FLOWS&indicator=ARMS_TRACED&by=_T&level=SUBNATIONAL&years=2020-2020"],
  ["months", "dataset=BR_RJ_ISP&by=_T&level=SUBNATIONAL&panel=all&years=2010-2020"],
  ["multiples", ""],
] as const)
  test(`the part “${part}” stands alone, accessible to all`, async ({ page }) => {
    await openAt(page, "embed/", `${search}&large=${part}&v=2`);
    await shown(page);
    await expect(page.locator(`#view-${part} svg`)).toBeVisible();
    await expect(caption(page)).toContainText("Source:");
    expect(await violationsOf(page)).toEqual([]);
  });

test("what is chosen in the chart passes, and can be undone", async ({ page }) => {
  await openAt(page, "embed/", BARS);
  await shown(page);
  const address = page.url();
  const bar = page.locator("[role=button][data-key=REVOLVER]");
  await bar.click();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  expect(page.url()).toBe(address);
  const link = page.getByRole("link", { name: "Open in the explorer" });
  await expect(link).toHaveAttribute("href", /weapon_type=REVOLVER/);
  const undo = page.getByRole("button", { name: "As first shown" });
  await undo.click();
  await expect(bar).toHaveAttribute("aria-pressed", "false");
  await expect(link).not.toHaveAttribute("href", /weapon_type/);
  await expect(undo).toBeHidden();
});

test("a frame as narrow as a phone hides nothing at its side", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const search of ["", BARS, PERSONS]) {
    await openAt(page, "embed/", search);
    await shown(page);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
  }
});
