import { itself, memoized } from "./memoized.ts";

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

const TEXTS = 5000;

/** The width of a text in em: most words of a chart stay as they are while a reader filters. */
const measured = memoized(TEXTS, itself<string>, (text) => {
  let em = 0;
  for (const char of text) em += emOf(char);
  return em;
});

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

/** Width of a text in pixels, on the safe side: there is no font to measure at build. */
export const textWidth = (text: string, size: number): number =>
  (shortEms(text) ?? measured(text)) * size;

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

const ROOMS = 100;

/** Texts in lines, by size, room and text. */
const linesAt = memoized(ROOMS, itself<number>, (size) =>
  memoized(ROOMS, itself<number>, (room) =>
    memoized(TEXTS, itself<string>, (text): readonly string[] => broken(text, room, size)),
  ),
);

/** Breaks a text into lines no wider than `room`; a single word that is wider stands alone, cut by letters. */
export const wrap = (text: string, room: number, size: number): readonly string[] =>
  linesAt(size)(room)(text);
