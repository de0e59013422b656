import { wrap } from "../charts/text.ts";
import { legible } from "./svg-markup.ts";
import { element, xmlText } from "./xml.ts";

/** Some lines of a picture in one size, one below the other. */
export interface Block {
  readonly text: string;
  /** Starts the text, in bold. */
  readonly label?: string;
  /** Pixels. */
  readonly size: number;
  readonly bold?: boolean;
  /** A point of a list: a mark, and its lines indented. */
  readonly point?: boolean;
  /** Runs from left to right in every language, as addresses do. */
  readonly latin?: boolean;
  readonly colour: string;
  /** Pixels above. */
  readonly above: number;
}

/** The column of a picture in which lines stand. */
export interface Column {
  /** Where lines begin, in pixels from the left edge: at the right end of the column in Arabic. */
  readonly start: number;
  readonly room: number;
  readonly direction: "ltr" | "rtl";
}

/** Markup, and where it ends, in pixels from the top. */
export interface Placed {
  readonly markup: string;
  readonly bottom: number;
}

const LEADING = 1.4;
/** Room that bold letters take beyond the others. */
const BOLD = 1.04;
const INDENT = 14;

/** Where a long address may break: behind what parts it. The mark is taken out of the lines. */
const breakable = (text: string): string => text.replace(/[/?&=.]+/g, "$&\u200b");

const linesOf = (block: Block, room: number): readonly string[] => {
  const { text, label, size, bold, point, latin } = block;
  const whole = legible(`${label === undefined ? "" : `${label}: `}${text}`);
  const width = (room - (point ? INDENT : 0)) / (bold ? BOLD : 1);
  const lines = wrap(latin ? breakable(whole) : whole, width, size);
  return latin ? lines.map((line) => line.replaceAll("\u200b", "")) : lines;
};

/** The words of a line, those of the label in bold where the line begins with it. */
const inside = (line: string, label: string | undefined): string => {
  const bold = label === undefined ? "" : legible(`${label}:`);
  if (bold === "" || !line.startsWith(bold)) return xmlText(line);
  const strong = element("tspan", { "font-weight": "600" }, xmlText(bold));
  return strong + xmlText(line.slice(bold.length));
};

const textAt = (
  x: number,
  y: number,
  { size, bold, colour, latin }: Block,
  direction: Column["direction"],
  words: string,
): string =>
  element(
    "text",
    {
      x: String(x),
      y: String(y),
      "font-size": String(size),
      fill: colour,
      ...(bold ? { "font-weight": "650" } : {}),
      ...(latin && direction === "rtl" ? { direction: "ltr", "text-anchor": "end" } : {}),
    },
    words,
  );

const placeBlock = (block: Block, top: number, column: Column): Placed => {
  const { start, room, direction } = column;
  const toward = direction === "rtl" ? -1 : 1;
  const high = Math.round(block.size * LEADING);
  const lines = linesOf(block, room);
  const x = start + (block.point ? toward * INDENT : 0);
  const base = (index: number) => Math.round(top + high * index + high / 2 + block.size * 0.35);
  const written = lines.map((line, index) =>
    textAt(x, base(index), block, direction, inside(line, index === 0 ? block.label : undefined)),
  );
  const mark = block.point ? [textAt(start, base(0), block, direction, "•")] : [];
  return { markup: [...mark, ...written].join("\n"), bottom: top + high * lines.length };
};

/** Sets blocks below one another, each as wide as the column. Widths are estimated: there is no font to measure. */
export const placeBlocks = (blocks: readonly Block[], top: number, column: Column): Placed =>
  blocks.reduce<Placed>(
    (before, block) => {
      const next = placeBlock(block, before.bottom + block.above, column);
      return { markup: `${before.markup}${next.markup}\n`, bottom: next.bottom };
    },
    { markup: "", bottom: top },
  );
