import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

const FOLDER = join(import.meta.dirname, "snapshots");

/** An SVG as text in which only real changes show: short decimals, one element a line. */
export const normalise = (svg: Element): string =>
  svg.outerHTML
    .replace(/-?\d+\.\d{4,}/g, (n) => String(Number(Number(n).toFixed(3))))
    .replace(/></g, ">\n<")
    .concat("\n");

/**
 * Compares a chart with the file of its name. A difference leaves `<name>-changed.svg` beside it for a person to
 * look at; delete the old file to accept. A missing file is written, but not in CI.
 */
export function expectSnapshot(name: string, svg: Element): void {
  const file = join(FOLDER, `${name}.svg`);
  const changed = join(FOLDER, `${name}-changed.svg`);
  const actual = normalise(svg);
  rmSync(changed, { force: true });
  if (!existsSync(file)) {
    expect(process.env["CI"], `${name}.svg is missing`).toBeFalsy();
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  const expected = readFileSync(file, "utf8");
  if (actual !== expected) writeFileSync(changed, actual);
  expect(actual === expected, `${name} changed: look at ${name}-changed.svg`).toBe(true);
}
