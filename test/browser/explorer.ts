import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { expect } from "./site.ts";

/** Opens an address of this path; in the page that is open, as Back does, where that has the path and its engine. */
export const openAt = async (page: Page, path: string, search: string): Promise<void> => {
  const query = search === "" ? "" : `?${search}`;
  const isOpen =
    new URL(page.url()).pathname.endsWith(`/${path}`) &&
    (await page.locator("[data-engine=ready], .embed-foot").count()) > 0;
  if (!isOpen) {
    await page.goto(`./${path}${query}`);
    return;
  }
  await page.evaluate(async (address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    // The page reads its address, and is drawn.
    for (let frame = 0; frame < 3; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }, query || ".");
};

/** Opens the explorer with a query string and waits until the engine has answered. */
export const openExplorer = async (page: Page, search = ""): Promise<void> => {
  await openAt(page, "explore/", search);
  await answered(page);
};

/** Waits until the engine has answered the view on the page: looked for in every frame, as views change fast. */
export const answered = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.querySelector("[data-engine=ready]") !== null &&
      document.querySelector("[data-view=earlier], [data-waiting]") === null,
    undefined,
    { timeout: 60_000 },
  );
};

/**
 * Waits until every part of the workbench has its answer, and the map its land; a view without numbers has no parts,
 * and says why.
 */
export const settled = async (page: Page): Promise<void> => {
  await answered(page);
  await page.waitForFunction(
    () =>
      document.querySelector("[data-linked=complete], .views > .empty") !== null &&
      document.querySelector("#view-map:not(:has(.area-list, .empty, [role=alert]))") === null,
    undefined,
    { timeout: 60_000 },
  );
};

/** A table of a workbench: label of the row, or its code, and year to what the cell prints. */
export const readTable = async (
  page: Page,
  name: "label" | "code" = "label",
  id = "view-table",
): Promise<Map<string, string>> => {
  const cells = await page.locator(`#${id}`).evaluate((figure, named) => {
    const years = [...figure.querySelectorAll("thead th")].slice(1).map((th) => th.textContent);
    return [...figure.querySelectorAll<HTMLElement>("tbody tr")].flatMap((tr) => {
      const label = tr.querySelector("th")?.textContent ?? "";
      const row = named === "label" ? label : tr.dataset["code"];
      return [...tr.querySelectorAll("td")].map((td, index): [string, string] => [
        `${row} ${years[index]}`,
        td.querySelector("button")?.textContent ?? td.textContent ?? "",
      ]);
    });
  }, name);
  return new Map(cells.map(([key, text]) => [key, text.replace("▨", "")]));
};

/** The rows of the explorer's table: code to label. */
export const readRowLabels = async (page: Page): Promise<Map<string, string>> => {
  const rows = await page
    .locator("#view-table tbody tr")
    .evaluateAll((all) =>
      all.map((tr): [string, string] => [
        tr.getAttribute("data-code") ?? "",
        tr.querySelector("th")?.textContent ?? "",
      ]),
    );
  return new Map(rows);
};

/** Downloads the filtered rows and reads them back as a strict reader would. */
export const downloadRows = async (page: Page): Promise<Record<string, string>[]> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "These rows (CSV)" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};
