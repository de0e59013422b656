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

test("a State chosen on the home page opens as its own view", async ({ page }) => {
  await page.goto("./");
  await page.getByLabel("A State or territory").selectOption("MEX");
  await page.getByRole("button", { name: "Show its figures" }).click();
  await expect(page).toHaveURL(/explore\/\?.*area=MEX/);
  await expect(page.locator("#view-trend h2")).toHaveText(/Mexico/, { timeout: 60_000 });
});
