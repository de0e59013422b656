import cyrillic from "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-cyrillic-wght-normal.woff2?url";
import latinExtended from "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-wght-normal.woff2?url";
import latin from "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url";
import type { PictureFont } from "../../export/picture.ts";

/** The subsets of the site's font, each with the letters that need it. */
const SUBSETS: readonly { readonly url: string; readonly letters: RegExp }[] = [
  { url: latin, letters: /[\u0020-\u00ff]/ },
  { url: latinExtended, letters: /[\u0100-\u024f\u1e00-\u1eff]/ },
  { url: cyrillic, letters: /[\u0400-\u045f\u0490\u0491]/ },
];

const dataOf = async (url: string): Promise<PictureFont> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The font ${url} answered ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { data: `data:font/woff2;base64,${btoa(binary)}` };
};

/** The fonts that a text needs, to travel in a picture. Other letters come from the reader's machine. */
export const fontsFor = (text: string): Promise<PictureFont[]> =>
  Promise.all(SUBSETS.filter(({ letters }) => letters.test(text)).map(({ url }) => dataOf(url)));
