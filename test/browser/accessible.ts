import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * What axe finds wrong with a page, or with a part of it. Our pages hold no frames, so that axe may run in the page
 * itself: to carry what it found of a large page to another one takes five times as long.
 */
export const violationsOf = async (page: Page, part?: string) => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
};
