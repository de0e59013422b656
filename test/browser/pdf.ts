import type { Page } from "@playwright/test";

/** Sizes of the pages of a PDF that Chromium prints of a page, in points. */
export const pdfPages = async (
  page: Page,
): Promise<{ readonly width: number; readonly height: number }[]> => {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => ({ width: Number(width), height: Number(height) }),
  );
};
