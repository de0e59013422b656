import { build } from "vite";
import { expect, test } from "vitest";
import { browserOnly } from "../../src/build/browser-only.ts";

const bundle = (code: string) =>
  build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, rolldownOptions: { input: "virtual:page" } },
    plugins: [
      browserOnly(),
      {
        name: "page",
        resolveId: (id) => (id === "virtual:page" ? id : null),
        load: (id) => (id === "virtual:page" ? code : null),
      },
    ],
  });

test.each(["node:fs", "fs", "linkedom", "@duckdb/node-api", "preact-render-to-string"])(
  "a browser script that imports %s fails the build and names it",
  async (id) => {
    await expect(bundle(`import * as it from "${id}"; console.log(it)`)).rejects.toThrow(
      `${id} runs in Node only, but virtual:page sends it to browsers.`,
    );
  },
);

test("a browser script that imports for browsers builds", async () => {
  await expect(bundle('import { h } from "preact"; console.log(h)')).resolves.toBeDefined();
});
