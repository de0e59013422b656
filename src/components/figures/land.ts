import { type Land, landOf } from "../../standard/geography/land.ts";
import type { Answer } from "../../view/answer.ts";

/** Which land a map of an answer needs: the world, or that around counted parts of countries, more finely. */
export type LandPart = "world" | "parts";

/** Which land a map of an answer needs. */
export const landPartOf = ({ view }: Pick<Answer, "view">): LandPart =>
  view.level === "SUBNATIONAL" ? "parts" : "world";

const read = async (part: LandPart): Promise<Land> => {
  const file =
    part === "world"
      ? await import("../../standard/geography/land-world.json")
      : await import("../../standard/geography/land-parts.json");
  return landOf(file.default);
};

const loaded = new Map<LandPart, Promise<Land>>();

/**
 * Loads land when a map first needs it, once for all maps: 8 kB for the world, 11 kB for parts of countries,
 * compressed. Rejects where it cannot be had, and tries again when it is asked for again.
 */
export const loadLand = (part: LandPart): Promise<Land> => {
  const land = loaded.get(part) ?? read(part);
  loaded.set(part, land);
  land.catch(() => loaded.delete(part));
  return land;
};
