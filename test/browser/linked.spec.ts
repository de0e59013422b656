import type { Page } from "@playwright/test";
import { answered, openExplorer, readTable } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { test as fresh } from "./site.ts";

/** The mark of a category in the drawing of a part. */
const mark = (page: Page, part: string, key: string) =>
  page.locator(`${part} svg [role=button][data-key='${key}']`);

/** Waits until every part of the view has its answer. */
const settled = async (page: Page): Promise<void> => {
  await answered(page);
  await expect(page.locator("[data-linked=complete]")).toBeVisible();
};

/** Keeps the parts of the page as they stand, to be compared later. */
const remember = (page: Page): Promise<void> =>
  page.locator(".views").evaluate((views) => {
    Object.assign(window, { remembered: views.cloneNode(true) });
  });

/** Whether the parts are what they were, node by node and attribute by attribute. */
const isAsRemembered = (page: Page): Promise<boolean> =>
  page
    .locator(".views")
    .evaluate((views) => views.isEqualNode((window as unknown as { remembered: Node }).remembered));

test("what is chosen in one part filters the others, by pointer and by keyboard, and is taken back whole", async ({
  page,
}) => {
  await openExplorer(page);
  await settled(page);
  // The land of the map comes after the page.
  await expect(page.locator("#view-map svg#map [role=button]").first()).toBeVisible();
  await remember(page);
  const pistols2022 = (await readTable(page)).get("Pistol 2022");

  await mark(page, "#view-breakdown", "PISTOL").click();
  await settled(page);
  await expect(page).toHaveURL(/weapon_type=PISTOL/);
  expect(await isAsRemembered(page)).toBe(false);
  expect([...(await readTable(page)).keys()].every((key) => key.startsWith("Pistol"))).toBe(true);
  expect((await readTable(page)).get("Pistol 2022")).toBe(pistols2022);
  await expect(mark(page, "#view-breakdown", "PISTOL")).toHaveAttribute("aria-pressed", "true");
  // The other types stay in sight, quiet, so that the choice can be widened.
  await expect(mark(page, "#view-breakdown", "SHOTGUN")).toHaveAttribute("aria-pressed", "false");
  // UNODC publishes each characteristic by itself.
  const marking = page.locator("section[aria-labelledby=facet-marking-title]");
  await expect(marking).toContainText(
    "This source has not published marking crossed with weapon type",
  );

  await mark(page, "#view-breakdown", "PISTOL").focus();
  await page.keyboard.press("ArrowDown");
  await expect(mark(page, "#view-breakdown", "REVOLVER")).toBeFocused();
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(page).toHaveURL(/weapon_type=PISTOL\.REVOLVER/);
  await expect(page.getByRole("button", { name: "Remove Revolver" })).toBeVisible();

  await page.getByRole("button", { name: "Clear all" }).click();
  await settled(page);
  await expect(page).toHaveURL(/explore\/$/);
  await expect.poll(() => isAsRemembered(page)).toBe(true);

  // What cannot be crossed with what is shown is shown itself.
  await marking.locator("svg [role=button][data-key=NOT_MARKED]").click();
  await settled(page);
  await expect(page).toHaveURL(/by=marking&.*marking=NOT_MARKED/);
  await expect(page.locator("section[aria-labelledby=facet-weapon_type-title]")).toContainText(
    "This source has not published weapon type crossed with marking",
  );
});

test("years are brushed by pointer and by keyboard, and every part follows at once", async ({
  page,
}) => {
  await openExplorer(page, "by=_T&panel=all");
  await settled(page);
  const track = page.locator(".timeline-track");
  const box = await track.boundingBox();
  if (box === null) throw new Error("There is no timeline.");
  // 2004 to 2023: twenty years.
  const at = (year: number) => box.x + ((year - 2004 + 0.5) / 20) * box.width;
  const y = box.y + box.height / 2;
  await page.mouse.move(at(2017), y);
  await page.mouse.down();
  await page.mouse.move(at(2018), y);
  await page.mouse.move(at(2019), y, { steps: 4 });
  await expect(page.locator("#view-table thead th")).toHaveCount(1 + 3);
  // Nothing stands in the address before the pointer is let go.
  await expect(page).not.toHaveURL(/years=/);
  await page.mouse.up();
  await expect(page).toHaveURL(/years=2017-2019/);
  expect((await readTable(page)).get("Total 2019")).toBe("479,434");

  const from = page.getByRole("slider", { name: "From" });
  await from.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/years=2016-2019/);
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/years=2004-2019/);
  await expect(from).toHaveAttribute("aria-valuetext", "2004");
  await page.goBack();
  await expect(page).toHaveURL(/years=2016-2019/);
  await settled(page);
  expect((await readTable(page)).get("Total 2016")).toBe("553,807");
});

test("while a brush is dragged, what is in sight follows each step and the rest when it halts", async ({
  page,
}) => {
  await openExplorer(page, "by=_T&panel=all");
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  const box = await page.locator(".timeline-track").boundingBox();
  if (box === null) throw new Error("There is no timeline.");
  const at = (year: number) => box.x + ((year - 2004 + 0.5) / 20) * box.width;
  const y = box.y + box.height / 2;
  const shown = () =>
    page.evaluate(() => ({
      below: document.querySelectorAll("#view-table thead th").length - 1,
      isBelow: (document.querySelector("#view-table")?.getBoundingClientRect().top ?? 0) > 1000,
      waiting: document.querySelectorAll("[data-waiting]").length,
    }));
  await page.mouse.move(at(2010), y);
  await page.mouse.down();
  await expect.poll(async () => (await shown()).below).toBe(1);
  await page.evaluate(() => {
    const track = document.querySelector(".timeline-track");
    const kept: unknown[] = [];
    Object.assign(window, { kept });
    track?.addEventListener("pointermove", () =>
      queueMicrotask(() =>
        setTimeout(() =>
          kept.push({
            years: document.querySelector("#view-trend h2")?.textContent?.match(/\d{4}/g),
            chart: document.querySelector("#trend")?.getAttribute("aria-label")?.match(/\d{4}/g),
            waiting: document.querySelectorAll("[data-waiting]").length > 0,
          }),
        ),
      ),
    );
  });
  for (const year of [2011, 2012, 2013]) await page.mouse.move(at(year), y);
  const steps = await page.evaluate(() => (window as unknown as { kept: unknown[] }).kept);
  expect(steps).toHaveLength(3);
  for (const [i, year] of ["2011", "2012", "2013"].entries())
    expect(steps[i]).toEqual({ years: ["2010", year], chart: ["2010", year], waiting: true });
  // The pointer halts and is not let go.
  await expect.poll(shown).toMatchObject({ below: 4, isBelow: true, waiting: 0 });
  await page.mouse.up();
  await settled(page);
  expect(await shown()).toMatchObject({ below: 4, waiting: 0 });
});

test("sex, age and offence filter one another where the source has crossed them", async ({
  page,
}) => {
  await openExplorer(
    page,
    "dataset=US_FBI_ARRESTS&indicator=ARRESTS_WEAPONS&by=sex&years=2016-2016",
  );
  await settled(page);
  const all = (await readTable(page)).get("Men 2016");
  await page
    .locator("section[aria-labelledby=facet-age-title]")
    .locator("svg [role=button][data-key=Y18]")
    .click();
  await settled(page);
  await expect(page).toHaveURL(/age=Y18/);
  const young = (await readTable(page)).get("Men 2016");
  const number = (text: string | undefined) => Number(text?.replaceAll(",", ""));
  expect(number(young)).toBeGreaterThan(0);
  expect(number(young)).toBeLessThan(number(all));
});

fresh.describe("when the engine's worker dies", () => {
  fresh.use({ tolerate: ["console", "error"] });
  fresh(
    "another is started, the tables are loaded again and the question is answered",
    async ({ page }) => {
      await openExplorer(page);
      await settled(page);
      const [worker] = page.workers();
      await worker?.evaluate(() => {
        setTimeout(() => {
          throw new Error("killed by the test");
        });
      });
      await page.getByRole("radio", { name: "Marking" }).check();
      await settled(page);
      await expect(page).toHaveURL(/by=marking/);
      expect((await readTable(page)).size).toBeGreaterThan(7);
      expect(page.workers().length).toBeGreaterThan(0);
    },
  );
});

test("an older version and a replaced release open as they were, and say what is newer", async ({
  page,
}) => {
  await openExplorer(page, "by=_T&panel=all&data=1.0.0");
  await expect(page.getByRole("alert")).toContainText("You see data version 1.0.0");
  await expect(page.locator("#view-trend figcaption")).toContainText("Data version 1.0.0");
  await page.getByRole("link", { name: "open this view with the newest data" }).click();
  await settled(page);
  await expect(page).toHaveURL(/data=1\.1\.0/);
  await expect(page.getByRole("alert")).toHaveCount(0);

  // The release of 26/08/2024 had 33 States and 485,606 arms for 2020.
  await page.getByRole("combobox", { name: "Release" }).selectOption("2024-08-26");
  await settled(page);
  await expect(page).toHaveURL(/release=2024-08-26/);
  await expect(page.locator("#view-table")).toContainText("26/08/2024");
  expect((await readTable(page)).get("Total 2020")).toBe("485,606");
  await page.goBack();
  await settled(page);
  expect((await readTable(page)).get("Total 2020")).toBe("567,664");
});
