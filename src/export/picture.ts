import { type Block, type Column, type Placed, placeBlocks } from "./picture-text.ts";
import { legible, svgMarkup } from "./svg-markup.ts";
import { type Colours, colourOf, coloursOf, type Theme } from "./theme.ts";
import { element, xmlText } from "./xml.ts";

/** A word with what it names: "Source" and the source. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** Everything that a picture says besides its chart, in the language of the reader. */
export interface PictureWords {
  /** The finding. */
  readonly title: string;
  /** Measure, unit, who, when. */
  readonly subtitle: string;
  /** Source with release, coverage, method: whatever the figure rests on, in reading order. */
  readonly notes: readonly Labelled[];
  /** All of them: none is left out for want of room. */
  readonly caveats: { readonly label: string; readonly texts: readonly string[] };
  /** Who drew it, the version of the data, the day. */
  readonly made: string;
  /** Where the view can be seen again; absolute. */
  readonly address: string;
}

/** A font that travels in the picture. */
export interface PictureFont {
  /** woff2 as a `data:` address. */
  readonly data: string;
}

export interface PictureOptions {
  /** Text of `src/layouts/tokens.css`. */
  readonly tokens: string;
  readonly theme: Theme;
  readonly direction: "ltr" | "rtl";
  /** BCP 47 tag of the words. */
  readonly language: string;
  /** Pixels; a chart that is wider makes the picture wider. */
  readonly width?: number;
  /** Without them the reader's machine provides the letters. */
  readonly fonts?: readonly PictureFont[];
}

const PAD = 24;
const FAMILIES =
  "'IBM Plex Sans', 'IBM Plex Sans Variable', 'IBM Plex Sans Arabic', system-ui, 'Noto Sans', 'Segoe UI', sans-serif";

/** The width that a chart fills in a picture of a given width, in pixels. */
export const chartRoom = (pictureWidth: number): number => pictureWidth - 2 * PAD;

const lengthOf = (chart: Element, name: "width" | "height"): number => {
  const length = Number(chart.getAttribute(name));
  if (!Number.isFinite(length) || length <= 0)
    throw new Error(`The chart has no ${name} in pixels, so it cannot be put into a picture.`);
  return length;
};

interface Parts {
  readonly head: Placed;
  readonly foot: Placed;
  readonly ruleAt: number;
  readonly width: number;
  readonly height: number;
}

const headOf = ({ title, subtitle }: PictureWords, colours: Colours): Block[] => [
  { text: title, size: 22, bold: true, colour: colourOf("ink", colours), above: 0 },
  { text: subtitle, size: 15, colour: colourOf("ink-2", colours), above: 6 },
];

const footOf = (words: PictureWords, colours: Colours): Block[] => {
  const small = { size: 13, colour: colourOf("ink-2", colours), above: 2 };
  const { caveats } = words;
  return [
    ...words.notes.map((note): Block => ({ ...small, ...note })),
    ...(caveats.texts.length > 0 ? [{ ...small, text: caveats.label, bold: true, above: 8 }] : []),
    ...caveats.texts.map((text): Block => ({ ...small, text, point: true })),
    { ...small, text: words.made, above: 10 },
    { ...small, text: words.address, latin: true, colour: colourOf("accent", colours) },
  ];
};

/** Sets title and subtitle above the chart and everything else below it. */
const layOut = (
  chart: Element,
  words: PictureWords,
  { direction, width: wanted = 0 }: PictureOptions,
  colours: Colours,
): Parts => {
  const width = Math.max(wanted, lengthOf(chart, "width") + 2 * PAD);
  const column: Column = {
    start: direction === "rtl" ? width - PAD : PAD,
    room: chartRoom(width),
    direction,
  };
  const head = placeBlocks(headOf(words, colours), PAD, column);
  const ruleAt = head.bottom + 16 + lengthOf(chart, "height") + 14;
  const foot = placeBlocks(footOf(words, colours), ruleAt + 8, column);
  return { head, foot, ruleAt, width, height: foot.bottom + PAD };
};

/** The whole in words, for those who do not see it. */
const descriptionOf = ({ subtitle, notes, caveats, made, address }: PictureWords): string =>
  [
    subtitle,
    ...notes.map(({ label, text }) => `${label}: ${text}`),
    ...(caveats.texts.length > 0 ? [`${caveats.label}: ${caveats.texts.join(" ")}`] : []),
    made,
    address,
  ].join("\n");

const faces = (fonts: readonly PictureFont[]): string =>
  fonts
    .map(
      ({ data }) =>
        `@font-face{font-family:'IBM Plex Sans';font-weight:100 700;src:url(${data}) format('woff2')}`,
    )
    .join("");

/** How high the picture of a chart becomes, in pixels. */
export const pictureHeight = (
  chart: SVGSVGElement,
  words: PictureWords,
  options: PictureOptions,
): number => layOut(chart, words, options, coloursOf(options.tokens, options.theme)).height;

/**
 * A chart with its words as one SVG file that stands alone: it refers to nothing outside, its colours are plain, and
 * everything in `words` is drawn, whatever its length. The chart keeps its size: draw it `chartRoom(width)` wide to
 * fill the picture. Throws when the chart has no size, refers to something outside, or names an unknown colour.
 */
export function pictureSvg(
  chart: SVGSVGElement,
  words: PictureWords,
  options: PictureOptions,
): string {
  const { theme, direction, language, fonts = [] } = options;
  const colours = coloursOf(options.tokens, theme);
  const { head, foot, ruleAt, width, height } = layOut(chart, words, options, colours);
  const wide = lengthOf(chart, "width");
  const drawn = svgMarkup(chart, colours, {
    x: String(direction === "rtl" ? width - PAD - wide : PAD),
    y: String(head.bottom + 16),
    overflow: "visible",
    "font-family": FAMILIES,
  });
  const rule = { x1: PAD, x2: width - PAD, y1: ruleAt, y2: ruleAt };
  const inside = [
    element("title", { id: "picture-title" }, xmlText(legible(words.title))),
    element("desc", { id: "picture-words" }, xmlText(legible(descriptionOf(words)))),
    ...(fonts.length > 0 ? [element("style", {}, xmlText(faces(fonts)))] : []),
    element(
      "rect",
      { width: String(width), height: String(height), fill: colourOf("paper", colours) },
      "",
    ),
    head.markup,
    drawn,
    element(
      "line",
      {
        ...Object.fromEntries(Object.entries(rule).map(([name, at]) => [name, String(at)])),
        stroke: colourOf("rule", colours),
      },
      "",
    ),
    foot.markup,
  ].join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: String(width),
      height: String(height),
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": "picture-title",
      "aria-describedby": "picture-words",
      "xml:lang": language,
      direction,
      color: colourOf("ink", colours),
      "font-family": FAMILIES,
      "font-size": "13",
    },
    inside,
  )}\n`;
}
