const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
const NO_WIDTH = /[\p{Mn}\u200b-\u200f\u2060-\u2069]/u;
const BROAD = /[mwMW@%—\u0416\u0428\u0429\u042e\u0436\u0448\u0449\u044e]/u;
const UPPER = /\p{Lu}/u;

const emOf = (char: string): number => {
  if (NO_WIDTH.test(char)) return 0;
  if (WIDE.test(char)) return 1;
  if (BROAD.test(char)) return 0.92;
  return UPPER.test(char) ? 0.7 : 0.6;
};

/** Widths of the letters of ASCII, with which numbers are written. */
const ASCII = Float64Array.from({ length: 128 }, (_, code) => emOf(String.fromCharCode(code)));

const KEPT = 5000;

/** What was measured last: most words of a chart stay as they are while a reader filters. */
const ems = new Map<string, number>();

/** The width of a short text of ASCII letters; undefined of any other. Numbers change too often to be remembered. */
function shortEms(text: string): number | undefined {
  if (text.length > 12) return undefined;
  let em = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 127) return undefined;
    em += ASCII[code] ?? 0;
  }
  return em;
}

function emsOf(text: string): number {
  const known = shortEms(text) ?? ems.get(text);
  if (known !== undefined) return known;
  let em = 0;
  for (const char of text) em += emOf(char);
  if (ems.size >= KEPT) ems.clear();
  ems.set(text, em);
  return em;
}

/** Width of a text in pixels, on the safe side: there is no font to measure at build. */
export const textWidth = (text: string, size: number): number => emsOf(text) * size;

/** The widest of several texts. */
export const widest = (texts: readonly string[], size: number): number =>
  texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);

const pieces = (text: string): string[] =>
  text.split(/(?<=[\s\u200b])|(?<=[\u2e80-\u9fff\uff00-\uff60])(?![\u3001\u3002\uff0c\uff09])/u);

function broken(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  const push = (piece: string): void => {
    if (textWidth((line + piece).trimEnd(), size) <= room) {
      line += piece;
      return;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "";
    for (const char of piece) {
      if (line !== "" && textWidth(line + char, size) > room) {
        lines.push(line);
        line = "";
      }
      line += char;
    }
  };
  for (const piece of pieces(text)) push(piece);
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

type Broken = Map<string, readonly string[]>;

/** Texts that were broken last, by size, room and text. */
const broke = new Map<number, Map<number, Broken>>();
const ROOMS_KEPT = 100;

function brokenAt(room: number, size: number): Broken {
  const bySize = broke.get(size);
  const known = bySize?.get(room);
  if (known !== undefined && known.size < KEPT) return known;
  const fresh: Broken = new Map();
  if (bySize === undefined || bySize.size >= ROOMS_KEPT) broke.set(size, new Map([[room, fresh]]));
  else bySize.set(room, fresh);
  return fresh;
}

/** Breaks a text into lines no wider than `room`; a single word that is wider stands alone, cut by letters. */
export function wrap(text: string, room: number, size: number): readonly string[] {
  const here = brokenAt(room, size);
  const known = here.get(text);
  if (known !== undefined) return known;
  const found = broken(text, room, size);
  here.set(text, found);
  return found;
}
