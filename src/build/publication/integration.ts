import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import sirv from "sirv";
import { DATA, readVersions } from "../site-data.ts";
import { publishVersion } from "./publish-version.ts";

/** Every version under `<folder>/<version>/`, and the newest under `<folder>/latest/` too. */
const publishAll = async (
  folder: string,
  site: string | undefined,
  progress: (text: string) => void,
): Promise<void> => {
  const address = site === undefined ? "../" : new URL("data/", site).href;
  const versions = readVersions(DATA);
  for (const [index, { version }] of versions.entries()) {
    const start = performance.now();
    const [first, ...rest] = versions.slice(0, index + 1);
    if (first === undefined) continue;
    await publishVersion(DATA, [first, ...rest], join(folder, version), address);
    progress(`data ${version} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  const latest = versions.at(-1) ?? versions[0];
  await cp(join(folder, latest.version), join(folder, "latest"), { recursive: true });
  await cp(join(DATA, "versions.csv"), join(folder, "versions.csv"));
};

/**
 * Publishes the data with the site: at a build under `data/` of the output, in development from a temporary folder.
 */
export function publication(): AstroIntegration {
  let site: string | undefined;
  return {
    name: "publication",
    hooks: {
      "astro:config:done": ({ config }) => {
        site = config.site;
      },
      "astro:build:done": async ({ dir, logger }) => {
        await publishAll(join(fileURLToPath(dir), "data"), site, (text) => logger.info(text));
      },
      "astro:server:setup": async ({ server, logger }) => {
        const folder = await mkdtemp(join(tmpdir(), "publication-"));
        server.httpServer?.on("close", () => rm(folder, { recursive: true, force: true }));
        await publishAll(folder, site, (text) => logger.info(text));
        server.middlewares.use("/data", sirv(folder, { dev: true }));
      },
    },
  };
}
