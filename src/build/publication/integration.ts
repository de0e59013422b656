import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { AstroIntegration } from "astro";
import sirv from "sirv";
import { DATA, readVersions } from "../site-data.ts";

const run = promisify(execFile);
const PROGRAM = "src/build/publication/run.ts";

/**
 * Every version under `<folder>/<version>/`, each published by a process of its own, two at a time, and the newest
 * under `<folder>/latest/` too.
 */
const publishAll = async (
  folder: string,
  site: string | undefined,
  progress: (text: string) => void,
): Promise<void> => {
  const address = site === undefined ? "../" : new URL("data/", site).href;
  const versions = readVersions(DATA).map(({ version }) => version);
  const waiting = [...versions].reverse();
  const work = async (): Promise<void> => {
    for (let version = waiting.shift(); version !== undefined; version = waiting.shift()) {
      const args = [PROGRAM, version, join(folder, version), address];
      const { stdout } = await run(process.execPath, args);
      progress(stdout.trim());
    }
  };
  await Promise.all([work(), work()]);
  await cp(join(folder, versions.at(-1) ?? ""), join(folder, "latest"), { recursive: true });
  await cp(join(DATA, "versions.csv"), join(folder, "versions.csv"));
};

/**
 * Publishes the data with the site: at a build under `data/` of the output, while the pages are built; in development
 * from a temporary folder.
 */
export function publication(): AstroIntegration {
  let site: string | undefined;
  let temporary: string | undefined;
  let published: Promise<void> | undefined;
  return {
    name: "publication",
    hooks: {
      "astro:config:done": ({ config }) => {
        site = config.site;
      },
      "astro:build:start": async ({ logger }) => {
        temporary = await mkdtemp(join(tmpdir(), "publication-"));
        published = publishAll(temporary, site, (text) => logger.info(text));
        // Whoever waits for it at the end of the build hears of its failure.
        published.catch(() => undefined);
      },
      "astro:build:done": async ({ dir }) => {
        if (temporary === undefined) return;
        await published;
        await cp(temporary, join(fileURLToPath(dir), "data"), { recursive: true });
        await rm(temporary, { recursive: true, force: true });
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
