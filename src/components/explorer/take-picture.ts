import { paint } from "../../charts/paint.ts";
import {
  chartRoom,
  type PictureOptions,
  type PictureWords,
  pictureHeight,
  pictureSvg,
} from "../../export/picture.ts";
import { pngOf } from "../../export/png.ts";
import type { Theme } from "../../export/theme.ts";
import tokens from "../../layouts/tokens.css?raw";
import type { AlonePart } from "../embed/address.ts";
import type { FigureWords } from "../figures/picture.ts";
import { fontsFor } from "./picture-fonts.ts";
import type { Unpainted } from "./redraw.ts";
import type { Stage } from "./state.ts";

/** Draws a chart for a width in pixels; null where there is none. */
export type ChartFor = (width: number) => Unpainted | null;

/** What a picture is made of. */
export interface Subject {
  readonly stage: Stage;
  readonly chart: ChartFor;
  readonly words: FigureWords;
  /** Where the figure can be seen again; absolute. */
  readonly address: string;
}

/** Pixels: of a picture, and of the column that a figure in another page is likely to fill. */
const WIDTH = { picture: 960, embed: 680 } as const;

const drawnFor = ({ stage, chart }: Subject, width: number): SVGSVGElement => {
  const drawn = chart(chartRoom(width));
  if (drawn === null) throw new Error(stage.speech.m.picture.noChart);
  return paint(drawn.drawing, drawn.options);
};

const optionsOf = ({ stage }: Subject, theme: Theme, width: number): PictureOptions => {
  const { direction, tag } = stage.speech.locale;
  return { tokens, theme, direction, language: tag, width };
};

const wordsOf = ({ stage, words, address }: Subject): PictureWords => {
  const { m, f } = stage.speech;
  return {
    ...words,
    made: m.picture.made(m.site.name, m.site.dataVersion(stage.dataVersion), f.date(new Date())),
    address,
  };
};

/** Name of a file that says what the picture finds, without its ending. */
export const fileStem = (title: string): string => {
  const letters = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  return (
    [...letters]
      .slice(0, 60)
      .join("")
      .replace(/^-+|-+$/g, "") || "figure"
  );
};

/** The picture as a file to edit: its letters are the reader's. Throws where there is no chart. */
export const svgFile = (subject: Subject, theme: Theme): Blob => {
  const options = optionsOf(subject, theme, WIDTH.picture);
  const svg = pictureSvg(drawnFor(subject, WIDTH.picture), wordsOf(subject), options);
  return new Blob([svg], { type: "image/svg+xml;charset=utf-8" });
};

/** The picture as PNG at twice its size, in the site's letters. Throws where there is no chart, or no PNG to be had. */
export const pngFile = async (subject: Subject, theme: Theme): Promise<Blob> => {
  const options = optionsOf(subject, theme, WIDTH.picture);
  const chart = drawnFor(subject, WIDTH.picture);
  const words = wordsOf(subject);
  const fonts = await fontsFor(JSON.stringify(words) + chart.textContent);
  return pngOf(pictureSvg(chart, words, { ...options, fonts }));
};

/** Pixels that a part needs beyond its picture, for the list and the controls that a picture has not. */
const BEYOND: Partial<Record<AlonePart, number>> = { map: 430, routes: 60, multiples: 60 };

/** Pixels that a figure needs in another page, in steps of 20: those of its picture at the width of a column. */
export const embedHeight = (subject: Subject, part: AlonePart): number => {
  const options = optionsOf(subject, "light", WIDTH.embed);
  const height = pictureHeight(drawnFor(subject, WIDTH.embed), wordsOf(subject), options);
  return Math.ceil((height + 60 + (BEYOND[part] ?? 0)) / 20) * 20;
};
