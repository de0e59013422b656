const WEAPON_TYPES = new Set([
  "PISTOL",
  "REVOLVER",
  "RIFLE",
  "SHOTGUN",
  "SUBMACHINE_GUN",
  "MACHINE_GUN",
  "_O",
  "_U",
]);

const SEXES: Readonly<Record<string, string>> = {
  F: "var(--sex-F)",
  M: "var(--sex-M)",
  _U: "var(--sex-U)",
};

/** The one colour of a weapon type on the whole site. The total has the accent. */
export const weaponTypeColour = (code: string): string =>
  WEAPON_TYPES.has(code) ? `var(--type-${code})` : "var(--accent)";

/** The colour of women, of men and of persons whose sex is unknown. Everyone together has the accent. */
export const sexColour = (code: string): string => SEXES[code] ?? "var(--accent)";

/** The colour of the text inside a bar of `sexColour`. */
export const onSexColour = (code: string): string =>
  code in SEXES ? `var(--on-sex-${code === "_U" ? "U" : code})` : "var(--paper)";

/** The colour of words inside a bar of one of these colours: `var(--on-type-PISTOL)` on `var(--type-PISTOL)`. */
export const onColour = (colour: string): string => colour.replace("var(--", "var(--on-");

/** How many series a chart may highlight; the rest are grey. */
export const HIGHLIGHTED = 7;

/** One of seven colours that can be told apart; the eighth series and those after it are grey. */
export const seriesColour = (index: number): string =>
  index >= 0 && index < HIGHLIGHTED ? `var(--cat-${index + 1})` : "var(--grey-series)";
