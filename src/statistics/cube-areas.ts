import { type Cube, type Mask, sumsBy, takes, yearCount } from "./cube.ts";
import type { Weight } from "./shares.ts";

/** Who reports when: 1 at year × areas + area where the area gives at least one number for the year. */
export function reportersIn(cube: Cube, mask: Mask): Uint8Array {
  const areas = cube.areas.length;
  const reports = new Uint8Array(yearCount(cube) * areas);
  for (let i = 0; i < cube.value.length; i += 1) {
    if (Number.isNaN(cube.value[i]) || !takes(cube, mask, i)) continue;
    reports[(cube.year[i] ?? 0) * areas + (cube.area[i] ?? 0)] = 1;
  }
  return reports;
}

/** Areas behind each year of the cube, from `reportersIn`. */
export function reportingByYear(cube: Cube, reports: Uint8Array): Uint32Array {
  const areas = cube.areas.length;
  const counts = new Uint32Array(yearCount(cube));
  for (let i = 0; i < reports.length; i += 1) {
    const year = Math.floor(i / areas);
    counts[year] = (counts[year] ?? 0) + (reports[i] ?? 0);
  }
  return counts;
}

/** Areas that report every year that the mask takes in, sorted; none where it takes in no year of the cube. */
export function panelIn(cube: Cube, mask: Mask, reports: Uint8Array): string[] {
  const areas = cube.areas.length;
  if (mask.from > mask.to) return [];
  return cube.areas.filter((_, area) => {
    for (let year = mask.from; year <= mask.to; year += 1)
      if (reports[year * areas + area] !== 1) return false;
    return true;
  });
}

/** Shares of exclusive parts, by category. A category that no area reports has 0 areas and no share. */
export interface CubeShares {
  /** Between 0 and 1; NaN where there is nothing to divide by. */
  readonly share: Float64Array;
  readonly count: Float64Array;
  /** Areas that report the category. */
  readonly areas: Uint32Array;
  /** Sum of all categories taken in. */
  readonly denominator: number;
  /** 1 for each area with a positive sum. */
  readonly behind: Uint8Array;
}

/** As `sharesOf` of the same cells; categories to leave out are left out of the mask. */
export function sharesIn(cube: Cube, mask: Mask, weight: Weight): CubeShares {
  const codes = cube.codes.length;
  const parts = new Float64Array(cube.areas.length * codes);
  const given = new Uint8Array(parts.length);
  for (let i = 0; i < cube.value.length; i += 1) {
    const number = cube.value[i] ?? Number.NaN;
    if (Number.isNaN(number) || !takes(cube, mask, i)) continue;
    const into = (cube.area[i] ?? 0) * codes + (cube.code[i] ?? 0);
    parts[into] = (parts[into] ?? 0) + number;
    given[into] = 1;
  }
  const wholes = sumsBy(cube, mask, "area").value;
  const behind = Uint8Array.from(wholes, (whole) => (whole > 0 ? 1 : 0));
  const divisor = behind.reduce((sum, one) => sum + one, 0);
  const denominator = wholes.reduce((sum, whole) => sum + whole, 0);
  const count = new Float64Array(codes);
  const areas = new Uint32Array(codes);
  const means = new Float64Array(codes);
  for (let into = 0; into < parts.length; into += 1) {
    const code = into % codes;
    const part = parts[into] ?? 0;
    const whole = wholes[Math.floor(into / codes)] ?? 0;
    count[code] = (count[code] ?? 0) + part;
    areas[code] = (areas[code] ?? 0) + (given[into] ?? 0);
    if (whole > 0) means[code] = (means[code] ?? 0) + part / whole;
  }
  const share = count.map((sum, code) => {
    if (divisor === 0 || areas[code] === 0) return Number.NaN;
    return weight === "pooled" ? sum / denominator : (means[code] ?? 0) / divisor;
  });
  return { share, count, areas, denominator, behind };
}
