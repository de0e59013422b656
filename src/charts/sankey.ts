import { max } from "d3";
import type { Drawing } from "./drawing.ts";
import { type LegendItem, legend } from "./legend.ts";
import { boxes, type Placed, paths, rules, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { folded, type SankeyData, type SankeyNode } from "./sankey-data.ts";
import { curve, LINE, NODE, named, place, stripes } from "./sankey-layout.ts";
import { widest, wrap } from "./text.ts";

export type { SankeyData } from "./sankey-data.ts";

const GAP = 6;

/** Named areas a side, and pixels that all flows together are high. */
const sizes = (width: number) => {
  if (width < 480) return { named: 6, high: 240 };
  return width < 860 ? { named: 10, high: 300 } : { named: 14, high: 360 };
};

/**
 * What went from each place of origin to each place of recovery, as bands whose width is in proportion to the
 * number. The largest areas are named, the largest first; the others stand together below, striped. What stayed
 * within one area is outlined. Nodes have the key `o:<code>` or `r:<code>`, flows `<node>><node>` or, within one
 * area, `<node>=<node>`.
 */
export function sankeyDrawing(data: SankeyData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const size = sizes(width);
  const { nodes, flows, absent } = folded(data, size.named);
  const full = nodes.map((d) => `${d.label} ${options.formatNumber(d.total)}`);
  const most = width < 480 ? (width - 150) / 2 : width * 0.3;
  const room = Math.ceil(Math.min(widest(full, SIZE.small) + 1, most));

  const { within, across } = data.keys ?? {};
  const items: LegendItem[] = [];
  if (across !== undefined)
    items.push({ text: across, sample: "square", colour: "var(--accent)", quiet: true });
  if (within !== undefined)
    items.push({ text: within, sample: "outline", colour: "var(--ink)", quiet: true });
  const unit = wrap(data.unit, width, SIZE.small);
  const key = legend(items, options, unit.length * 16 + 4);
  const titleTop = unit.length * 16 + key.height + 14;
  const sideRoom = (room + GAP + NODE) / 1.05;
  const origin = wrap(data.originTitle, sideRoom, SIZE.small);
  const recovery = wrap(data.recoveryTitle, sideRoom, SIZE.small);

  const labelled = nodes.map((node) => named(node, room, options));
  const lines = max(labelled, (d) => d.lines.length) ?? 1;
  const pad = lines * LINE + 4;
  const count = (side: SankeyNode["side"]) => nodes.filter((d) => d.side === side).length;
  const rows = Math.max(count("o"), count("r"));
  const top = titleTop + Math.max(origin.length, recovery.length) * 16 + (lines * LINE) / 2 + 4;
  const bottom = top + (rows === 0 ? 0 : size.high + (rows - 1) * pad);
  const frame = { x1: room + GAP, x2: width - room - GAP, y1: top, y2: bottom };
  const placed = rows === 0 ? { nodes: [], flows: [] } : place(labelled, flows, frame, pad);

  const said = absent > 0 ? (data.absentText?.(absent) ?? "") : "";
  const notes = wrap(said, width, SIZE.small);
  const noteTop = bottom + (rows === 0 ? 0 : (lines * LINE) / 2) + 10;
  const labelOf = new Map(nodes.map((d) => [d.key, d.label]));
  const bands = placed.flows.map((d) => ({
    ...d,
    d: curve(at(frame.x1 + NODE), d.y0, at(frame.x2 - NODE), d.y1),
    quiet: d.from === "o:" || d.to === "r:",
  }));
  type Band = (typeof bands)[number];
  // Both edges lie inside of the band, so that it is no wider than its number; a thin one has no room for them.
  const edges = (band: Band) =>
    (band.wide < 3 ? [] : [-1, 1]).map((way) => {
      const off = way * (band.wide / 2 - 0.4);
      return {
        key: `${band.key}${way}`,
        d: curve(at(frame.x1 + NODE), band.y0 + off, at(frame.x2 - NODE), band.y1 + off),
      };
    });
  const stayed = bands.filter((d) => d.within);
  const title = (d: Band): string =>
    data.flowText?.(
      labelOf.get(d.from) ?? "",
      labelOf.get(d.to) ?? "",
      options.formatNumber(d.value),
    ) ?? "";
  const node = (d: (typeof placed.nodes)[number]) => ({ ...d, x1: at(d.x1), x2: at(d.x2) });
  const words = (side: SankeyNode["side"]): Placed[] =>
    placed.nodes
      .filter((d) => d.side === side)
      .flatMap((d) => {
        const first = (d.y1 + d.y2) / 2 - ((d.lines.length - 1) * LINE) / 2;
        const x = at(side === "o" ? d.x1 - GAP : d.x2 + GAP);
        return d.lines.map((text, i) => ({ x, y: first + i * LINE, text }));
      });
  const small = { size: SIZE.small } as const;
  const stack = (of: readonly string[], x: number, y: number): Placed[] =>
    of.map((text, i) => ({ x: at(x), y: y + i * 16, text }));
  const marks = [
    texts(stack(unit, 0, 8), { ...small, fill: "var(--ink-2)" }),
    ...key.marks,
    texts(stack(origin, frame.x1 + NODE, titleTop + 8), { ...small, weight: 600, anchor: "end" }),
    texts(stack(recovery, frame.x2 - NODE, titleTop + 8), { ...small, weight: 600 }),
    paths(stayed, {
      stroke: "var(--ink-2)",
      strokeOpacity: 0.22,
      strokeWidth: (d) => d.wide,
      title,
    }),
    paths(
      bands.filter((d) => !d.within),
      {
        stroke: (d) => (d.quiet ? "var(--grey-series)" : "var(--accent)"),
        strokeOpacity: (d) => (d.quiet ? 0.35 : 0.6),
        strokeWidth: (d) => d.wide,
        title,
      },
    ),
    paths(stayed.flatMap(edges), { stroke: "var(--ink)", strokeWidth: 0.75 }),
    boxes(placed.nodes.filter((d) => d.others === 0).map(node), { fill: "var(--ink)" }),
    boxes(placed.nodes.filter((d) => d.others > 0).map(node), {
      fill: "var(--paper)",
      stroke: "var(--ink-2)",
    }),
    rules(
      placed.nodes.filter((d) => d.others > 0).flatMap((d) => stripes(node(d))),
      {
        stroke: "var(--ink-2)",
      },
    ),
    texts(words("o"), { ...small, anchor: "end", halo: true }),
    texts(words("r"), { ...small, halo: true }),
    texts(stack(notes, 0, noteTop + 8), { ...small, fill: "var(--ink-2)" }),
  ];
  return { height: Math.ceil(noteTop + notes.length * 16 + 2), marks };
}
