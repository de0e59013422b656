import { sankey } from "d3-sankey";
import type { Box } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import type { SankeyFlow, SankeyNode } from "./sankey-data.ts";
import { textWidth, wrap } from "./text.ts";

/** From one line of a label to the next. */
export const LINE = 15;
/** Width of a node. */
export const NODE = 10;
/** From one stripe of the others to the next. */
const STRIPE = 4;

/** A node with its words. */
export interface Named extends SankeyNode {
  readonly lines: readonly string[];
}

/** A node's words in as few lines as its room allows: its name, then its number. */
export const named = (node: SankeyNode, room: number, options: ChartOptions): Named => {
  const lines = wrap(node.label, room, SIZE.small);
  const value = options.formatNumber(node.total);
  const last = lines.at(-1) ?? "";
  const together = `${last} ${value}`.trim();
  const fits = textWidth(together, SIZE.small) <= room;
  return { ...node, lines: fits ? [...lines.slice(0, -1), together] : [...lines, value] };
};

/** The curve along the middle of a flow, from the origin's side. */
export const curve = (x0: number, y0: number, x1: number, y1: number): string => {
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`;
};

/** Places nodes in the order given, with at least `pad` pixels between two of a side, and the flows between them. */
export function place(
  nodes: readonly Named[],
  flows: readonly SankeyFlow[],
  extent: Box,
  pad: number,
) {
  const order = new Map(nodes.map((node, i) => [node.key, i]));
  const rank = (key: string): number => order.get(key) ?? 0;
  const layout = sankey<Named, SankeyFlow>()
    .nodeId((node) => node.key)
    .nodeWidth(NODE)
    .nodePadding(pad)
    .nodeSort((a, b) => rank(a.key) - rank(b.key))
    .linkSort(
      (a, b) =>
        rank(a.from) - rank(b.from) ||
        rank(a.to) - rank(b.to) ||
        Number(b.within) - Number(a.within),
    )
    .extent([
      [extent.x1, extent.y1],
      [extent.x2, extent.y2],
    ]);
  const graph = layout({
    nodes: nodes.map((node) => ({ ...node })),
    links: flows.map((flow) => ({ ...flow, source: flow.from, target: flow.to })),
  });
  return {
    nodes: graph.nodes.map((d) => ({
      ...d,
      x1: d.x0 ?? 0,
      x2: d.x1 ?? 0,
      y1: d.y0 ?? 0,
      y2: d.y1 ?? 0,
    })),
    flows: graph.links.map((d) => ({ ...d, y0: d.y0 ?? 0, y1: d.y1 ?? 0, wide: d.width ?? 0 })),
  };
}

/** Stripes across a box: unlike the slanted hatch, they do not say that something is missing. */
export function stripes({ x1, x2, y1, y2 }: Box): Box[] {
  const count = Math.max(0, Math.ceil((y2 - y1) / STRIPE) - 1);
  return Array.from({ length: count }, (_, i) => {
    const y = y1 + (i + 1) * STRIPE;
    return { x1, x2, y1: y, y2: y };
  });
}
