import type { Page } from "@playwright/test";
import { expect } from "./site.ts";

/** What the console shows of its last statement. */
export interface Shown {
  readonly columns: readonly string[];
  /** Rows of the first page, as they are printed. */
  readonly rows: readonly (readonly string[])[];
}

/** Opens the console and waits until it is alive. */
export const openConsole = async (page: Page, search = ""): Promise<void> => {
  await page.goto(`./sql/${search}`);
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
};

/** A limit that only ends what hangs. */
const PATIENCE_MS = 170_000;

const settled = (page: Page) =>
  page.locator("[data-sql=answered], [data-sql=trouble], [data-sql=failed]");

/** Presses Run and waits until something has come of it; returns how the console now stands. */
export const press = async (page: Page, text = "Run"): Promise<string | null> => {
  const waiting = page.locator("[data-sql=waiting], [data-sql=running]");
  await page.getByRole("button", { name: text, exact: true }).click();
  await expect(waiting).toHaveCount(0, { timeout: PATIENCE_MS });
  await expect(settled(page)).toBeVisible();
  return settled(page).getAttribute("data-sql");
};

/** Writes a statement and runs it. */
export const ask = async (page: Page, sql: string): Promise<string | null> => {
  await page.getByLabel("SQL", { exact: true }).fill(sql);
  return press(page);
};

/**
 * Writes and runs statements one after another inside the page, as a reader would, and returns what the console says
 * of each. Much faster than {@link ask}, whose every step Playwright records.
 */
export const askAll = (page: Page, statements: readonly string[]): Promise<string[]> =>
  page.evaluate(async (texts) => {
    const box = document.querySelector<HTMLTextAreaElement>("#sql-text");
    const run = document.querySelector<HTMLButtonElement>(".sql-actions .main");
    const cancel = document.querySelector(".sql-cancel");
    if (box === null || run === null || cancel === null) throw new Error("This is no console.");
    /** Resolves when the console has begun to work and has ended. */
    const worked = () =>
      new Promise<void>((resolve) => {
        const seen = new MutationObserver(() => {
          if (cancel.getAttribute("aria-disabled") !== "true") return;
          seen.disconnect();
          resolve();
        });
        seen.observe(cancel, { attributeFilter: ["aria-disabled"] });
      });
    const said: string[] = [];
    for (const text of texts) {
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      const done = worked();
      run.click();
      await done;
      said.push(document.querySelector("[data-sql]")?.textContent ?? "");
    }
    return said;
  }, statements);

/** The columns and the rows of the page that is shown. */
export const shown = (page: Page): Promise<Shown> =>
  page.locator(".sql-scroll table").evaluate((table) => ({
    columns: [...table.querySelectorAll("thead th button")].map((cell) => cell.textContent ?? ""),
    rows: [...table.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? ""),
    ),
  }));
