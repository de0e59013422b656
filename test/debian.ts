import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether packages can be installed here: on Debian, by root. */
export const canInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync("/etc/debian_version");

/**
 * Installs packages of Debian. What apt prints is on the screen; where it fails, whoever needs the programs finds
 * them missing and says so.
 */
export const installPackages = (...names: readonly string[]): void => {
  const apt = (...args: string[]) =>
    execFileSync("apt-get", args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...names);
  } catch {
    console.error(`Not installed: ${names.join(", ")}.`);
  }
};
