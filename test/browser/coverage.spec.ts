import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, test } from "./site.ts";

/** Names and texts of the shown States of a table, by row. */
const shown = (page: Page, table: string): Promise<string[][]> =>
  page
    .locator(`#${table} tbody tr:not(.region)`)
    .evaluateAll((rows) =>
      (rows as HTMLTableRowElement[])
        .filter((row) => row.checkVisibility())
        .map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
    );

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("every cell of the table says what the file of coverage says", async ({ page }) => {
    await page.goto("./coverage/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "84 States reported to UNODC for 2017, 36 for 2023",
    );
    await expect(page.locator("form:visible, table button")).toHaveCount(0);
    const file = parse<Record<string, string>>(readFileSync("dist/coverage.csv", "utf8"), {
      columns: true,
    });
    const years = Array.from({ length: 21 }, (_, index) => String(2004 + index));
    const rows = Map.groupBy(file, (row) => `${row["area"]} ${row["time_period"]}`);
    const expected = [...new Set(file.map((row) => row["area"]))].map((area) => [
      area,
      ...years.map((year) => {
        const own = rows.get(`${area} ${year}`) ?? [];
        const count = own.filter((row) => row["reported"] === "1").length;
        if (own[0]?.["returned"] === "0" && count === 0) return "no return";
        if (
          own.filter((row) => row["reported"] === "1" && row["item"] !== "SDG_16_4_2").length === 0
        )
          return count === 0 ? "0" : `${count}*`;
        return `${count}${own.some((row) => row["given"] === "zeros") ? "?" : ""}`;
      }),
    ]);
    const table = (await shown(page, "by-year")).map(([name, , , ...cells]) => [name, ...cells]);
    expect(table.map(String).sort()).toEqual(expected.map(String).sort());
    expect(await shown(page, "by-trait")).toHaveLength(120);
  });

  test("every value that a release took back stands in the history of its State", async ({
    page,
  }) => {
    await page.goto("./revisions/");
    await expect(page.locator("table.history tbody tr")).toHaveCount(1122);
    const czechia = page.locator("#history-CZE");
    await czechia.getByText("Czechia: 16 values").click();
    await expect(czechia.getByRole("cell", { name: "no row" }).first()).toBeVisible();
    expect(await shown(page, "by-state")).toHaveLength(120);
  });
});

test("a link to the history of a State opens it, from another page and on the page", async ({
  page,
}) => {
  await page.goto("./revisions/#history-GRC");
  const rows = (state: string) => page.locator(`#history-${state} tbody tr`).first();
  await expect(rows("GRC")).toBeVisible();
  await expect(rows("CZE")).toBeHidden();
  await page.evaluate(() => {
    location.hash = "#history-CZE";
  });
  await expect(rows("CZE")).toBeVisible();
});

test("the table sorts inside regions, filters by region and name, and says so", async ({
  page,
}) => {
  await page.goto("./coverage/");
  const form = page.getByRole("form", { name: /Filter and sort: State by year/ });
  const status = form.getByRole("status");
  await expect(status).toContainText("120 of 120 States are shown.");
  await form.getByLabel("Region").selectOption("Oceania");
  expect((await shown(page, "by-year")).map(([name]) => name)).toEqual([
    "Australia",
    "New Zealand",
  ]);
  const years = page.locator("#by-year th", { hasText: "Years" });
  await years.getByRole("button").click();
  await expect(years).toHaveAttribute("aria-sort", "descending");
  await expect(status).toHaveText(
    /^2 of 120 States are shown\. Inside each region sorted by “Years”, largest first/,
  );
  await form.getByLabel("Region").selectOption("");
  const europe = (await shown(page, "by-year")).slice(28 + 29 + 24, -2);
  const counts = europe.map(([, count]) => Number(count));
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts.at(-1)).toBe(0);
  await form.getByLabel("Name of a State").fill("turk");
  expect((await shown(page, "by-year")).map(([name]) => name)).toEqual(["Türkiye"]);
  expect(await shown(page, "by-trait")).toHaveLength(120);
});
