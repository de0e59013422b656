import { existsSync, readdirSync } from "node:fs";
import { sep } from "node:path";

export const DIST = "dist";

/** @throws where the site is not built */
export function requireDist(): void {
  if (!existsSync(DIST)) throw new Error("There is no built site: run `npm run build` first.");
}

/** Files of the built site with one of the extensions, as paths from its root, sorted. */
export function distFiles(...extensions: string[]): string[] {
  requireDist();
  return readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => extensions.some((extension) => path.endsWith(extension)))
    .sort();
}
