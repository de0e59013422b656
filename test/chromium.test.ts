import { describe, expect, test } from "vitest";
import { findChromium, type Machine } from "./browser/chromium.ts";

const DOWNLOADED = "/cache/playwright/chrome";
const BUNDLED = "/cache/bundled/launch.sh";
const APT = "/usr/bin/chromium";

/** A machine on which only the given programs run, and on which apt brings what it is told to. */
function machine(programs: string[], rest: Partial<Machine> & { apt?: string[] } = {}) {
  const asked: string[] = [];
  const there = new Set(programs);
  const probes: Machine = {
    platform: "linux",
    chromiumPath: undefined,
    runs: (path) => {
      asked.push(path);
      return there.has(path);
    },
    playwrightPath: () => DOWNLOADED,
    unpackBundled: async () => {
      asked.push("unpack");
      return programs.includes(BUNDLED) ? BUNDLED : undefined;
    },
    canInstall: () => rest.apt !== undefined,
    install: () => {
      asked.push("install");
      for (const path of rest.apt ?? []) there.add(path);
      return APT;
    },
    ...rest,
  };
  return { probes, asked };
}

describe("findChromium", () => {
  test.each([
    ["what CHROMIUM_PATH names", ["/mine", "/usr/bin/google-chrome"], "/mine", "/mine"],
    [
      "an installed Chrome",
      ["/usr/bin/google-chrome", DOWNLOADED],
      undefined,
      "/usr/bin/google-chrome",
    ],
    [
      "an installed Chromium",
      ["/usr/bin/chromium", DOWNLOADED, BUNDLED],
      undefined,
      "/usr/bin/chromium",
    ],
    ["Playwright's download", [DOWNLOADED, BUNDLED], undefined, DOWNLOADED],
    ["the bundled one", [BUNDLED], undefined, BUNDLED],
  ])("takes %s before what comes later", async (_, programs, chromiumPath, expected) => {
    const { probes, asked } = machine(programs, { chromiumPath, apt: [APT] });
    expect(await findChromium(probes)).toBe(expected);
    expect(asked).not.toContain("install");
    expect(asked.includes("unpack")).toBe(expected === BUNDLED);
  });

  test("looks for the applications of macOS on macOS", async () => {
    const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    const { probes, asked } = machine([chrome], { platform: "darwin" });
    expect(await findChromium(probes)).toBe(chrome);
    expect(asked.filter((path) => path.startsWith("/usr"))).toEqual([]);
  });

  test("installs Debian's where it may, when nothing else runs", async () => {
    const { probes, asked } = machine([], { apt: [APT] });
    expect(await findChromium(probes)).toBe(APT);
    expect(asked.indexOf("install")).toBeGreaterThan(asked.indexOf("unpack"));
  });

  test("says in one sentence what to install, when there is nothing or apt fails", async () => {
    for (const { probes } of [machine([]), machine([], { apt: [] })]) {
      await expect(findChromium(probes)).rejects.toThrow(/^No browser was found[^.]*\.$/);
    }
  });

  test("does not look further than a CHROMIUM_PATH that does not run", async () => {
    const { probes } = machine([BUNDLED], { chromiumPath: "/gone" });
    await expect(findChromium(probes)).rejects.toThrow("CHROMIUM_PATH is /gone");
  });
});
