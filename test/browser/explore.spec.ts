import type { Page } from "@playwright/test";
import { violationsOf } from "./accessible.ts";
import { answered, downloadRows, openExplorer, readTable } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { test as fresh } from "./site.ts";

fresh.use({ basePath: "/monitor/" });

/** Lines of the trend that join years of the one series. */
const linesOf = (page: Page): Promise<number> =>
  page
    .locator("#view-trend svg path")
    .evaluateAll(
      (paths) =>
        paths.filter(
          (path) =>
            path.closest("[stroke='var(--accent)']") !== null &&
            (path.getAttribute("d") ?? "").includes("L"),
        ).length,
    );

fresh("the baked view and the live view hold the same numbers", async ({ page }) => {
  await page.goto("./explore/", { waitUntil: "commit" });
  await page.locator("#view-table tbody tr").first().waitFor();
  const baked = await readTable(page);
  await answered(page);
  expect(await readTable(page)).toEqual(baked);
  expect(baked.size).toBe(8 * 7);
});

test("the file holds exactly the rows behind the view, the panel and the method included", async ({
  page,
}) => {
  await openExplorer(page, "residual=without");
  const rows = await downloadRows(page);
  expect(new Set(rows.map((row) => row["ref_area"])).size).toBe(10);
  expect(new Set(rows.map((row) => row["weapon_type"])).size).toBe(6);
  expect(new Set(rows.map((row) => row["coverage"]))).toEqual(
    new Set(["10 States that report in every year shown"]),
  );
  const table = await readTable(page);
  const pistols = rows
    .filter((row) => row["weapon_type"] === "PISTOL" && row["time_period"] === "2022")
    .reduce((sum, row) => sum + Number(row["obs_value"]), 0);
  expect(table.get("Pistol 2022")).toBe(pistols.toLocaleString("en"));
});

test("what a source does not publish cannot be chosen, and says so", async ({ page }) => {
  await openExplorer(page);
  const sex = page.getByRole("radio", { name: /^Sex/ });
  await expect(sex).toBeDisabled();
  await expect(page.locator("label", { has: sex })).toContainText("cannot exist");
  const calibre = page.getByRole("radio", { name: /^Calibre/ });
  await expect(calibre).toBeDisabled();
  await expect(page.locator("label", { has: calibre })).toContainText(
    "not published by this source",
  );
});

test("a change stands in the address, and Back undoes it", async ({ page }) => {
  await openExplorer(page);
  await page.getByRole("radio", { name: "Nothing (totals)" }).check();
  await answered(page);
  await expect(page).toHaveURL(/by=_T/);
  await expect(page.locator("#view-trend h2")).toHaveText(/54,908 arms seized in 2016/);
  await page.goBack();
  await answered(page);
  await expect(page).not.toHaveURL(/by=/);
  await expect(page.getByRole("radio", { name: "Weapon type" })).toBeChecked();
});

test("the method switch tells both answers", async ({ page }) => {
  await openExplorer(page, "panel=all&measure=share&residual=without&to=2017");
  const title = page.locator("#view-breakdown h2");
  await expect(title).toHaveText(
    /Pistol: 50% of all arms seized, or 38\.3% if each State counts once/,
  );
  await page.getByRole("button", { name: "Each State once" }).click();
  await expect(title).toHaveText(
    /Pistol: 38\.3% of arms seized if each State counts once, 50% when pooled/,
  );
});

test("a changing set of States is never joined by a line", async ({ page }) => {
  await openExplorer(page, "by=_T&panel=all&from=2010&to=2023");
  await expect(page.locator("#view-trend h2")).toHaveText(/^Not a trend/);
  await expect(page.locator("#view-trend svg")).toContainText("United States");
  expect(await linesOf(page)).toBe(0);
  await page.getByRole("button", { name: "Same States" }).click();
  await page.getByRole("combobox", { name: "From" }).selectOption("2016");
  await page.getByRole("combobox", { name: "To" }).selectOption("2022");
  await answered(page);
  expect(await linesOf(page)).toBe(1);
});

test("a panel without members says so and offers the nearest question", async ({ page }) => {
  await openExplorer(page, "by=_T&from=2004&to=2023");
  await expect(
    page.getByText(/No area reports this in every year from 2004 to 2023/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show all reporters instead" }).click();
  await answered(page);
  await expect(page.locator("#view-trend svg")).toBeVisible();
});

fresh("a hostile address opens a working page with a note", async ({ page }) => {
  await openExplorer(page, "dataset=%3Cscript%3E&by=sex&area=XXX.MEX&from=20x6&__proto__=1");
  await expect(page.getByText(/Part of this address could not be used/)).toBeVisible();
  await expect(page.locator("#view-trend svg")).toBeVisible();
});

test("a number can be pulled back to the rows of the source file", async ({ page }) => {
  await openExplorer(page, "by=_T&area=MEX");
  await page.getByRole("button", { name: /^Show the source of Mexico, 2016/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Where this number comes from");
  await expect(dialog.locator("tbody tr")).toHaveCount(1);
  await expect(dialog).toContainText("category=Total");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("sex and age are crossed only where the source has crossed them", async ({ page }) => {
  await openExplorer(
    page,
    "dataset=US_FBI_ARRESTS&indicator=ARRESTS_WEAPONS&by=sex&from=2016&to=2016&age=Y_GE65.Y18",
  );
  const rows = await downloadRows(page);
  expect(rows.map((row) => row["breakdown"])).toEqual(rows.map(() => "sex+age"));
  expect(new Set(rows.map((row) => row["age"]))).toEqual(new Set(["Y18", "Y_GE65"]));
});

test("routes: State of first sale to State of recovery", async ({ page }) => {
  await openExplorer(
    page,
    "dataset=US_ATF_FLOWS&indicator=ARMS_TRACED&by=origin_area&level=SUBNATIONAL&area=US-IL&from=2020&to=2020",
  );
  const rows = await downloadRows(page);
  const indiana = rows.find((row) => row["origin_area"] === "US-IN");
  expect(indiana?.["obs_value"]).toBe("1954");
  expect(indiana?.["ref_area_label"]).toBe("Illinois");
});

test("the matrix of routes holds the cells of the source", async ({ page }) => {
  await openExplorer(
    page,
    "dataset=US_ATF_FLOWS&indicator=ARMS_TRACED&by=origin_area&level=SUBNATIONAL&years=2020-2020&routes=matrix&v=2",
  );
  const routes = page.locator("#view-routes");
  await expect(routes.locator("h2")).toHaveText(/26\.7% of firearms traced in 2020 crossed/);
  await expect(routes.locator("svg")).toContainText("Illinois");
  await expect(routes.locator("svg")).toContainText("sold and recovered in the same State");
});

test("a category that a reader has picked keeps its share of the whole", async ({ page }) => {
  await openExplorer(page, "weapon_type=PISTOL&measure=share&years=2016-2017&panel=all");
  await expect(page.locator("#view-breakdown h2")).toHaveText(/^Pistol: 45\.1% of all arms seized/);
  expect([...(await readTable(page)).keys()]).toEqual(["Pistol 2016", "Pistol 2017"]);
});

fresh.describe("where WebAssembly fails", () => {
  fresh("the page says so, and the baked figures and files remain", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto("./explore/");
    await expect(page.getByRole("alert")).toContainText("This browser has no WebAssembly.");
    await expect(page.getByText("still work")).toBeVisible();
    await expect(page.locator("#view-trend svg")).toBeVisible();
    await expect(page.locator("#data a").first()).toBeVisible();
  });
});

fresh.describe("where the data file cannot be had", () => {
  fresh.use({ tolerate: ["console"] });
  fresh("the error says what failed and trying again works", async ({ page }) => {
    await page.route("**/*.arrow", (route) => route.fulfill({ status: 503, body: "" }));
    await page.goto("./explore/");
    await expect(page.getByRole("alert")).toContainText("UNODC_IAFQ.arrow answered 503", {
      timeout: 60_000,
    });
    await page.unroute("**/*.arrow");
    await page.getByRole("button", { name: "Try again" }).click();
    await answered(page);
  });
});

for (const scheme of ["light", "dark"] as const)
  test(`axe finds nothing on the live explorer in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openExplorer(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.goto("./");
    expect(await violationsOf(page)).toEqual([]);
  });
