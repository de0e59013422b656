/** The two drawn themes of the site. */
export type Theme = "light" | "dark";

/** Colours by the name of their token, without the two dashes. */
export type Colours = ReadonlyMap<string, string>;

const DARK = /@media\s*\(prefers-color-scheme:\s*dark\)/;
const DECLARED = /--([\w-]+)\s*:\s*(#[0-9a-fA-F]{3,8})\s*;/g;

const declared = (css: string): [string, string][] =>
  [...css.matchAll(DECLARED)].map(([, name = "", colour = ""]) => [name, colour]);

/**
 * The colours of a theme as the site's style sheet of tokens (`src/layouts/tokens.css`) declares them: those of
 * the light theme, and over them those that the dark one draws anew. Throws when the sheet declares none.
 */
export function coloursOf(tokens: string, theme: Theme): Colours {
  const [light = "", dark = ""] = tokens.split(DARK);
  const colours = new Map([...declared(light), ...(theme === "dark" ? declared(dark) : [])]);
  if (colours.size === 0) throw new Error("The style sheet of tokens declares no colour.");
  return colours;
}

/** The colour of a token. Throws when the theme has none of that name. */
export function colourOf(name: string, colours: Colours): string {
  const colour = colours.get(name);
  if (colour === undefined)
    throw new Error(`The theme has no colour --${name}; add it to tokens.css.`);
  return colour;
}

/** A value of an attribute or a style with every `var(--…)` replaced by its plain colour. */
export const plain = (value: string, colours: Colours): string =>
  value.replace(/var\(\s*--([\w-]+)\s*(?:,[^()]*)?\)/g, (_, name: string) =>
    colourOf(name, colours),
  );
