import { AxeBuilder } from "@axe-core/playwright";
import { distFiles } from "./dist.ts";
import { expect, test } from "./site.ts";

// Under a deep base path, where any URL that is not relative leads nowhere.
test.use({ basePath: "/any/base/path/" });

for (const file of distFiles(".html").filter((path) => path !== "404.html")) {
  const address = file.replace(/(^|\/)index\.html$/, "$1");
  test(`/${address} loads whole, without problems, accessible to all`, async ({ page }) => {
    const response = await page.goto(`./${address}`, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(200);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) })),
    ).toEqual([]);
  });
}
