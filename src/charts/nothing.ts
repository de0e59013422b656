import { type Box, boxes, type Mark, rules } from "./marks.ts";
import type { ChartOptions } from "./options.ts";

/** The kinds of nothing, and the zero that may be one of them. Each has one mark on the whole site. */
export type Nothing =
  | "zero"
  | "not-reported"
  | "not-collected"
  | "suppressed"
  | "cannot-exist"
  | "doubtful-zero";

export const NOTHINGS: readonly Nothing[] = [
  "zero",
  "doubtful-zero",
  "not-reported",
  "not-collected",
  "suppressed",
  "cannot-exist",
];

type Where = Pick<ChartOptions, "document" | "id">;

const NS = "http://www.w3.org/2000/svg";

function make<K extends keyof SVGElementTagNameMap>(
  document: Document,
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly Element[] = [],
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** `url(#…)` of the pattern of a kind of nothing in this chart. */
export const patternFill = (where: Pick<Where, "id">, kind: "hatch" | "dots"): string =>
  `url(#${where.id}-${kind})`;

/** The hatch of "not reported" and the dots of "not collected", in the colours of the theme. */
export function patternDefs({ document, id }: Where): SVGDefsElement {
  const pattern = (kind: string, size: number, mark: Element, turn?: string) =>
    make(
      document,
      "pattern",
      {
        id: `${id}-${kind}`,
        width: size,
        height: size,
        patternUnits: "userSpaceOnUse",
        ...(turn === undefined ? {} : { patternTransform: turn }),
      },
      [mark],
    );
  const line = make(document, "path", { d: "M0 0V6", stroke: "var(--hatch)", "stroke-width": 3 });
  const dot = make(document, "circle", { cx: 3, cy: 3, r: 1.2, fill: "var(--hatch)" });
  return make(document, "defs", {}, [
    pattern("hatch", 6, line, "rotate(45)"),
    pattern("dots", 6, dot),
  ]);
}

/** A place where a number would stand, and why it does not. x1 is the baseline. */
export interface NothingBox extends Box {
  readonly state: Nothing;
}

const NO_MARKS: readonly Mark[] = [boxes([]), boxes([]), boxes([]), boxes([]), rules([])];

/** The marks of nothing, without their words. Add `patternDefs` to the same element. */
export function nothingMarks(
  where: Pick<Where, "id">,
  rows: readonly NothingBox[],
): readonly Mark[] {
  if (rows.length === 0) return NO_MARKS;
  const of = (...states: readonly Nothing[]) => rows.filter((row) => states.includes(row.state));
  const tick = (row: NothingBox) => ({ ...row, x2: row.x1 });
  const square = (row: NothingBox) => {
    const middle = (row.y1 + row.y2) / 2;
    const half = Math.min(6, (row.y2 - row.y1) / 2);
    const toward = Math.sign(row.x2 - row.x1) || 1;
    return {
      x1: row.x1 + toward * 3,
      x2: row.x1 + toward * (3 + 2 * half),
      y1: middle - half,
      y2: middle + half,
    };
  };
  const narrow = (row: NothingBox) => ({
    ...row,
    x2: row.x1 + Math.sign(row.x2 - row.x1) * Math.min(12, Math.abs(row.x2 - row.x1)),
  });
  const outline = { stroke: "var(--hatch)", strokeWidth: 1 };
  return [
    boxes(of("not-reported"), { fill: patternFill(where, "hatch"), ...outline }),
    boxes(of("not-collected"), { fill: patternFill(where, "dots") }),
    boxes(of("suppressed").map(square), { fill: "var(--ink-2)" }),
    boxes(of("doubtful-zero").map(narrow), { fill: patternFill(where, "hatch") }),
    rules(of("zero", "doubtful-zero").map(tick), { stroke: "var(--ink)", strokeWidth: 3 }),
  ];
}

/** A swatch of 28 × 16 pixels for a legend in HTML. Decorative: its words stand beside it. */
export function nothingKey(
  kind: Nothing,
  where: Where & Pick<ChartOptions, "direction">,
): SVGSVGElement {
  const { document } = where;
  const id = `${where.id}-${kind}`;
  const at = (x: number) => (where.direction === "rtl" ? 28 - x : x);
  const box = (x: number, width: number, fill: string) =>
    make(document, "rect", {
      x: where.direction === "rtl" ? 28 - x - width : x,
      y: 2,
      width,
      height: 12,
      fill,
    });
  const tick = () =>
    make(document, "path", { d: `M${at(2)} 1V15`, stroke: "var(--ink)", "stroke-width": 3 });
  const drawn: Readonly<Record<Nothing, () => Element[]>> = {
    zero: () => [tick()],
    "doubtful-zero": () => [box(2, 14, patternFill({ id }, "hatch")), tick()],
    "not-reported": () => {
      const lane = box(1, 26, patternFill({ id }, "hatch"));
      lane.setAttribute("stroke", "var(--hatch)");
      return [lane];
    },
    "not-collected": () => [box(1, 26, patternFill({ id }, "dots"))],
    suppressed: () => [box(8, 12, "var(--ink-2)")],
    "cannot-exist": () => [
      make(document, "path", { d: "M8 8H20", stroke: "var(--ink-2)", "stroke-width": 2 }),
    ],
  };
  const patterned = kind === "doubtful-zero" || kind === "not-reported" || kind === "not-collected";
  return make(
    document,
    "svg",
    { class: "nothing-key", width: 28, height: 16, viewBox: "0 0 28 16", "aria-hidden": "true" },
    [...(patterned ? [patternDefs({ document, id })] : []), ...drawn[kind]()],
  );
}
