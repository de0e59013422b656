import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "@playwright/test";
import { below, type Element, wellFormed } from "../export/xml.ts";
import { violationsOf } from "./accessible.ts";
import { answered, openExplorer } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { test as fresh } from "./site.ts";

fresh.use({ basePath: "/monitor/" });

const RAW = "panel=all&years=2010-2022&v=2";

const menuOf = async (page: Page, part: string): Promise<Locator> => {
  const menu = page.locator(`#view-${part} .picture-menu`);
  const button = menu.getByRole("button", { name: "Share" });
  await expect(button).toBeEnabled();
  // The page is kept from test to test, and so is a menu that one of them has opened.
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  return menu;
};

const take = async (page: Page, menu: Locator, kind: "SVG" | "PNG"): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", { name: `Picture (${kind}` }).click(),
  ]);
  return download;
};

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

const linesOf = (picture: Element): Element[] =>
  picture.children.filter((child) => child.name === "text");
const textOf = (element: Element): string =>
  element.children.map((child) => textOf(child)).join("") + element.text;
const numberOf = (element: Element, name: string): number => Number(element.attributes[name]);

/** A band of a picture in its own pixels. */
interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** What a browser sees in a PNG: its size, its ground, and the ink in some bands of it. */
const seen = (page: Page, png: Buffer, bands: readonly Band[]) =>
  page.evaluate(
    async ({ base64, wanted }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
      const ground = [...data.slice(0, 3)];
      const isInk = (x: number, y: number): boolean =>
        ground.some((value, at) => Math.abs((data[4 * (y * width + x) + at] ?? 0) - value) > 40);
      const ink = wanted.map(({ top, bottom }) => {
        let pixels = 0;
        let [left, right] = [width, 0];
        for (let y = Math.round(2 * top); y < Math.round(2 * bottom); y++)
          for (let x = 0; x < width; x++)
            if (isInk(x, y)) {
              pixels += 1;
              left = Math.min(left, x);
              right = Math.max(right, x);
            }
        return { pixels, left: left / 2, right: right / 2 };
      });
      return { width, height, ground, ink };
    },
    { base64: png.toString("base64"), wanted: [...bands] },
  );

/** Width of a title in the site's own letters, in pixels of a picture. */
const widthOf = (page: Page, words: string): Promise<number> =>
  page.evaluate((text) => {
    const context = new OffscreenCanvas(10, 10).getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.font = '650 22px "IBM Plex Sans Variable"';
    return context.measureText(text).width;
  }, words);

test("the SVG of a figure stands alone, in a strict reader and in a browser", async ({ page }) => {
  await openExplorer(page, RAW);
  const figure = page.locator("#view-trend");
  const [title = ""] = await figure.locator("h2").allTextContents();
  const caveats = await figure.locator(".caveats li").allTextContents();
  expect(caveats.length).toBeGreaterThan(1);
  const download = await take(page, await menuOf(page, "trend"), "SVG");
  expect(download.suggestedFilename()).toMatch(/^pistol-.*\.svg$/);
  const text = (await bytesOf(download)).toString("utf8");

  const picture = wellFormed(text);
  const said = linesOf(picture).map(textOf).join(" ").replace(/\s+/g, " ");
  const address = linesOf(picture).map(textOf).join("");
  for (const part of [
    title,
    ...(await figure.locator(".subtitle").allTextContents()),
    "UNODC, Illicit Arms Flows Questionnaire, release 12/05/2025",
    "whichever areas report in a year",
    "Illicit Arms Monitor · Data version",
    ...caveats,
  ])
    expect(said).toContain(part.replace(/\s+/g, " "));
  expect(address).toContain(new URL(page.url()).origin);
  expect(address).toMatch(/large=trend/);

  // Redrawn for the picture, not as wide as the panel happens to be.
  expect(numberOf(picture, "width")).toBe(960);
  const chart = picture.children.find((child) => child.name === "svg");
  expect(chart?.attributes["width"]).toBe("912");
  expect(below(picture, "path").length).toBeGreaterThan(3);

  const alone = await page.context().newPage();
  const file = test.info().outputPath("picture.svg");
  await download.saveAs(file);
  await alone.goto(`file://${file}`);
  const drawn = await alone.evaluate(() => {
    const root = document.documentElement as unknown as SVGSVGElement;
    const texts = [...document.querySelectorAll("text")].map((line) =>
      line.getBoundingClientRect(),
    );
    return {
      root: root.localName,
      errors: document.querySelectorAll("parsererror").length,
      width: root.width.baseVal.value,
      height: root.height.baseVal.value,
      right: Math.max(...texts.map(({ right }) => right)),
      bottom: Math.max(...texts.map(({ bottom }) => bottom)),
    };
  });
  expect(drawn).toMatchObject({ root: "svg", errors: 0, width: 960 });
  // With whatever letters this machine has, no word leaves the picture.
  expect(drawn.right).toBeLessThanOrEqual(960);
  expect(drawn.bottom).toBeLessThanOrEqual(drawn.height);
});

test("the PNG is twice as large, in the site's letters, with ink everywhere, on both grounds", async ({
  page,
}) => {
  await openExplorer(page);
  const menu = await menuOf(page, "breakdown");
  for (const [isDark, paper] of [
    [false, [255, 255, 255]],
    [true, [20, 23, 26]],
  ] as const) {
    await menu.getByRole("checkbox", { name: "Dark background" }).setChecked(isDark);
    const svg = await take(page, menu, "SVG");
    const picture = wellFormed((await bytesOf(svg)).toString("utf8"));
    const png = await take(page, menu, "PNG");
    await expect(menu.getByRole("status")).toHaveText(`${png.suggestedFilename()} was written.`);

    const lines = linesOf(picture);
    const bandOf = (start: string): Band => {
      const line = lines.find((candidate) => textOf(candidate).startsWith(start));
      if (line === undefined) throw new Error(`The picture has no line "${start}".`);
      const y = numberOf(line, "y");
      return { top: y - numberOf(line, "font-size"), bottom: y + 4 };
    };
    const [title] = lines;
    const chart = picture.children.find((child) => child.name === "svg");
    if (chart === undefined || title === undefined) throw new Error("The picture is not whole.");
    const top = numberOf(chart, "y");
    const height = numberOf(picture, "height");
    const { ink, ...size } = await seen(page, await bytesOf(png), [
      bandOf(textOf(title)),
      { top, bottom: top + numberOf(chart, "height") },
      bandOf("Source:"),
      bandOf("Read with care"),
      bandOf("•"),
      bandOf("Illicit Arms Monitor"),
      { top: height - 20, bottom: height },
    ]);
    expect(size).toEqual({ width: 2 * 960, height: 2 * height, ground: [...paper] });
    for (const band of ink.slice(0, -1)) {
      expect(band.pixels).toBeGreaterThan(100);
      expect(band.left).toBeGreaterThanOrEqual(22);
    }
    expect(ink.at(-1)?.pixels).toBe(0);
    const wide = await widthOf(page, textOf(title));
    expect((ink[0]?.right ?? 0) - 24).toBeGreaterThan(wide * 0.98);
    expect((ink[0]?.right ?? 0) - 24).toBeLessThan(wide * 1.02);
  }
});

fresh("the menu is worked by keyboard alone", async ({ page }) => {
  await page.goto("./explore/");
  const menu = page.locator("#view-trend .picture-menu");
  const button = menu.getByRole("button", { name: "Share" });
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(menu.getByRole("button", { name: "Picture (SVG)" })).toBeFocused();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Space"),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.svg$/);
  expect(await violationsOf(page, "#view-trend")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");
});

test("the link on the clipboard opens the same figure with the same data", async ({ page }) => {
  await openExplorer(page, RAW);
  const [title = ""] = await page.locator("#view-breakdown h2").allTextContents();
  const menu = await menuOf(page, "breakdown");
  await menu.getByRole("button", { name: "Copy link" }).click();
  await expect(menu.getByRole("status")).toHaveText("The link is on the clipboard.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get("data")).toMatch(/^\d+\.\d+\.\d+$/);
  await page.goto(link);
  await answered(page);
  await expect(page.locator("#view-breakdown h2")).toHaveText(title);
  await expect(page.locator("#view-trend")).toBeHidden();
});

fresh("where the browser refuses, the menu says so and what to do", async ({ page }) => {
  await page.addInitScript(() => {
    // As on a host without https.
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
  });
  await page.goto("./explore/");
  const menu = await menuOf(page, "trend");
  await menu.getByRole("button", { name: "Copy link" }).click();
  await expect(menu.getByRole("status")).toContainText("Select the text below and copy it");
  const field = menu.getByRole("textbox", { name: "Link to this view" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/\/monitor\/explore\/\?large=trend&v=2&data=/);
  await menu.getByRole("button", { name: "Picture (PNG" }).click();
  await expect(menu.getByRole("status")).toHaveText(
    "This could not be done: This browser refused to write the PNG. Take the SVG instead.",
  );
});
