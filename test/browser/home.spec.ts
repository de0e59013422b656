import { violationsOf } from "./accessible.ts";
import { openExplorer } from "./explorer.ts";
import { expect, overflowAt, test, WIDTHS } from "./site.ts";

const FIGURES = ["total", "types", "sex", "age", "routes"];

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("the figures stand in the page with drawing, table, source and way into the explorer", async ({
    page,
  }) => {
    await page.goto("./");
    for (const id of FIGURES) {
      const figure = page.locator(`#${id}`);
      await expect(figure.locator("svg:visible")).toHaveCount(1);
      await expect(figure.locator("h2:visible")).toHaveCount(1);
      await expect(figure.getByText(/^Source: .*Coverage: /)).toBeVisible();
      await figure.getByText("Table", { exact: true }).click();
      expect(await figure.locator("tbody tr").count()).toBeGreaterThan(2);
      await expect(figure.getByRole("link", { name: "Open in the explorer" })).toBeVisible();
    }
  });

  test("the method switch needs no script", async ({ page }) => {
    await page.goto("./");
    const title = page.locator("#total h2:visible");
    await expect(title).toHaveText(
      /The same 10 States: 54,908 arms seized in 2016, 56,839 in 2022/,
    );
    await page.locator("#total").getByRole("radio", { name: "All reporters" }).check();
    await expect(title).toHaveText(/Not a trend: 553,807 arms seized from 78 States in 2016/);
  });

  test("the explorer shows its first view and says why it stands still", async ({ page }) => {
    await page.goto("./explore/");
    await expect(page.locator("#view-trend svg:visible")).toHaveCount(1);
    await expect(page.locator("#view-breakdown svg:visible")).toHaveCount(1);
    await expect(page.getByText("Scripts are off")).toBeVisible();
    await expect(page.locator("#data a").first()).toBeVisible();
  });
});

test("no live view is wider than its page", async ({ page }) => {
  await openExplorer(page, "by=_T&area=BRA.COL.MEX&from=2010&to=2023");
  for (const width of WIDTHS) expect(await overflowAt(page, width), `${width} px`).toBe(0);
});

test("a State, a figure and a term are found with the keyboard, also when the network is gone", async ({
  page,
  context,
}) => {
  const search = () => page.getByRole("combobox", { name: /Search/ });
  await page.goto("./", { waitUntil: "networkidle" });
  await context.setOffline(true);
  await search().fill("xqzw");
  await expect(page.getByRole("status")).toHaveText("Nothing here is called “xqzw”.");
  await search().fill("sex arrested");
  await expect(page.getByRole("group", { name: "Figures, in the explorer" })).toBeVisible();
  await search().fill("mexico");
  await search().press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveText("Mexico");
  expect(await violationsOf(page, ".search")).toEqual([]);
  await context.setOffline(false);
  await search().press("Enter");
  await expect(page).toHaveURL(/areas\/MEX\/$/);
  await page.goBack();
  await search().fill("tracing");
  await page.getByRole("option", { name: "Tracing", exact: true }).click();
  await expect(page).toHaveURL(/glossary\/#/);
});

test.describe("where the index cannot be had", () => {
  test.use({ tolerate: ["console"] });

  test("the page says so, and trying again works", async ({ page }) => {
    await page.route("**/search.json", (route) => route.fulfill({ status: 503 }));
    await page.goto("./");
    await page.getByRole("combobox", { name: /Search/ }).fill("mexico");
    await expect(page.getByRole("status")).toContainText("503");
    await page.unroute("**/search.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("option", { name: "Mexico", exact: true })).toBeVisible();
  });
});
