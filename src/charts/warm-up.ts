import { assemble } from "./assemble.ts";
import { boxes, dots, lines, type Mark, rules, texts } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";

const BOX = { x1: 0, x2: 1, y1: 0, y2: 1 };
const ENDS = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

const MARKS: readonly (() => Mark)[] = [
  () => rules([BOX]),
  () => texts([{ x: 0, y: 0, text: "-" }], { size: SIZE.small }),
  () => boxes([BOX]),
  () => lines([{ points: ENDS }]),
  () => dots(ENDS),
];

/**
 * Draws each kind of mark once and shows it to nobody, so that a browser has compiled what draws charts before one is
 * waited for. A step is short; `later` runs one when nothing else is to be done.
 */
export const warmUp = (options: ChartOptions, later: (step: () => void) => void): void => {
  for (const mark of MARKS) later(() => assemble({ height: 1, marks: [mark()] }, options));
};
