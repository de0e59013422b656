import { sum } from "d3";
import { onSexColour, sexColour } from "./colours.ts";
import type { Drawing } from "./drawing.ts";
import { type LegendItem, legend } from "./legend.ts";
import { type Box, boxes, type Placed, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { textWidth, wrap } from "./text.ts";

export interface SexSharePart {
  readonly code: "F" | "M" | "_U";
  readonly label: string;
  /** A count; the parts of a row make 100 %. */
  readonly value: number;
  /** As printed: "8 %". */
  readonly text: string;
}

export interface SexShareData {
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    /** Persons and States behind the bar: "1,240 persons, 12 States". */
    readonly sublabel: string;
    readonly parts: readonly SexSharePart[];
  }[];
}

const LINE = 18;
const BAR = 30;
const PAD = 8;

interface Segment extends Box {
  readonly code: SexSharePart["code"];
}

/**
 * One bar of 100 % for each stage of justice: women, men, sex unknown. A part names itself inside the bar, or
 * below it where it is too short.
 */
export function sexShareDrawing(data: SexShareData, options: ChartOptions): Drawing {
  const at = inlineX(options);
  const { width } = options;
  const segments: Segment[] = [];
  const labels: Placed[] = [];
  const quiet: Placed[] = [];
  const inside: (Placed & { code: SexSharePart["code"] })[] = [];
  const below: ReturnType<typeof legend>[] = [];
  let y = 0;
  for (const row of data.rows) {
    const beside = textWidth(row.label, SIZE.strong) * 1.05 + 10;
    const fits = beside + textWidth(row.sublabel, SIZE.label) <= width;
    const lines = wrap(row.label, width, SIZE.strong);
    for (const text of lines) {
      labels.push({ x: at(0), y: y + LINE / 2, text });
      y += LINE;
    }
    if (fits) quiet.push({ x: at(beside), y: y - LINE / 2, text: row.sublabel });
    for (const text of fits ? [] : wrap(row.sublabel, width, SIZE.label)) {
      quiet.push({ x: at(0), y: y + LINE / 2, text });
      y += LINE;
    }
    y += 4;
    const total = sum(row.parts, (part) => part.value);
    const short: LegendItem[] = [];
    let from = 0;
    for (const part of row.parts) {
      const to = from + (total > 0 ? (part.value / total) * width : 0);
      const text = `${part.label} ${part.text}`;
      if (to > from)
        segments.push({ code: part.code, x1: at(from), x2: at(to), y1: y, y2: y + BAR });
      if (textWidth(text, SIZE.label) + 2 * PAD <= to - from)
        inside.push({ code: part.code, x: at(from + PAD), y: y + BAR / 2, text });
      else short.push({ text, sample: "square", colour: sexColour(part.code), quiet: false });
      from = to;
    }
    y += BAR + 4;
    const named = legend(short, options, y);
    below.push(named);
    y += named.height + 16;
  }
  const gap = { stroke: "var(--paper)", strokeWidth: 1 };
  const codes = ["F", "M", "_U"] as const;
  const marks = [
    boxes(segments, { fill: (d: Segment) => sexColour(d.code), ...gap }),
    ...below.flatMap((named) => named.marks),
    ...codes.map((code) =>
      texts(
        inside.filter((d) => d.code === code),
        { fill: onSexColour(code), weight: 600 },
      ),
    ),
    texts(labels, { size: SIZE.strong, weight: 600 }),
    texts(quiet, { fill: "var(--ink-2)" }),
  ];
  return { height: Math.max(1, y - 12), marks };
}
