import { group, sum } from "d3";
import type { Place } from "./matrix-words.ts";

export interface SankeyCell {
  readonly origin: string;
  readonly recovery: string;
  /** null: the source has the cell and no number in it. It enters no sum and is counted in `absentText`. */
  readonly value: number | null;
}

export interface SankeyData {
  readonly origins: readonly Place[];
  readonly recoveries: readonly Place[];
  /** Cells of one matrix of exclusive parts. A pair may come more than once, as for several years, and is summed. */
  readonly cells: readonly SankeyCell[];
  readonly originTitle: string;
  readonly recoveryTitle: string;
  readonly unit: string;
  /** Names what holds the smaller areas of a side, by how many they are: "43 others". */
  readonly othersText: (count: number) => string;
  readonly keys?: {
    /** "Sold and recovered in the same State" */
    readonly within?: string;
    /** "Sold in one State, recovered in another" */
    readonly across?: string;
  };
  /** Said under the picture when cells hold no number. */
  readonly absentText?: (cells: number) => string;
  /** Words of a flow, for its title. */
  readonly flowText?: (origin: string, recovery: string, value: string) => string;
}

/** One area of a side, or the smaller ones of it together. */
export interface SankeyNode {
  /** Side and code: "o:US-TX"; "o:" holds the others. */
  readonly key: string;
  readonly side: "o" | "r";
  readonly label: string;
  readonly total: number;
  /** Areas that it holds together; 0: it is one area. */
  readonly others: number;
}

export interface SankeyFlow {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** Origin and recovery are one area: also where that area is among the others. */
  readonly within: boolean;
  readonly value: number;
}

export interface Folded {
  readonly nodes: readonly SankeyNode[];
  readonly flows: readonly SankeyFlow[];
  /** Cells without a number. */
  readonly absent: number;
}

type Counted = SankeyCell & { readonly value: number };

const isCounted = (cell: SankeyCell): cell is Counted => cell.value !== null && cell.value > 0;

/** The nodes of a side, the largest first, the others together last; and the node of each area. */
function sideOf(
  side: "o" | "r",
  places: readonly Place[],
  sums: ReadonlyMap<string, number>,
  named: number,
  othersText: SankeyData["othersText"],
) {
  const bySize = places
    .map((place) => ({ place, total: sums.get(place.code) ?? 0 }))
    .filter((d) => d.total > 0)
    .sort((a, b) => b.total - a.total);
  // A single area is named rather than called "1 other".
  const kept = bySize.slice(0, bySize.length === named + 1 ? named + 1 : named);
  const rest = bySize.slice(kept.length);
  const nodes = kept.map(
    ({ place, total }): SankeyNode => ({
      key: `${side}:${place.code}`,
      side,
      label: place.label,
      total,
      others: 0,
    }),
  );
  if (rest.length > 0)
    nodes.push({
      key: `${side}:`,
      side,
      label: othersText(rest.length),
      total: sum(rest, (d) => d.total),
      others: rest.length,
    });
  const names = new Set(kept.map((d) => d.place.code));
  return { nodes, nodeOf: (code: string) => `${side}:${names.has(code) ? code : ""}` };
}

/**
 * Names the largest areas of each side and folds the smaller ones into one. What stays within an area keeps apart
 * from what crosses, also among the folded. Throws when a cell names an area that its side does not list.
 */
export function folded(data: SankeyData, named: number): Folded {
  const counted = data.cells.filter(isCounted);
  for (const side of ["origin", "recovery"] as const) {
    const listed = new Set(data[side === "origin" ? "origins" : "recoveries"].map((d) => d.code));
    const stray = counted.find((cell) => !listed.has(cell[side]));
    if (stray !== undefined)
      throw new Error(`A flow names the ${side} "${stray[side]}", which is not listed.`);
  }
  const sums = (key: "origin" | "recovery") =>
    new Map(
      Array.from(
        group(counted, (d) => d[key]),
        ([code, cells]) => [code, sum(cells, (d) => d.value)] as const,
      ),
    );
  const origin = sideOf("o", data.origins, sums("origin"), named, data.othersText);
  const recovery = sideOf("r", data.recoveries, sums("recovery"), named, data.othersText);
  const flows = Array.from(
    group(counted, (d) => {
      const within = d.origin === d.recovery;
      return `${origin.nodeOf(d.origin)}${within ? "=" : ">"}${recovery.nodeOf(d.recovery)}`;
    }),
    ([key, cells]): SankeyFlow => {
      const [first] = cells as [Counted];
      return {
        key,
        from: origin.nodeOf(first.origin),
        to: recovery.nodeOf(first.recovery),
        within: first.origin === first.recovery,
        value: sum(cells, (d) => d.value),
      };
    },
  );
  return {
    nodes: [...origin.nodes, ...recovery.nodes],
    flows,
    absent: data.cells.filter((d) => d.value === null).length,
  };
}
