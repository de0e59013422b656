import type { ChartOptions } from "./options.ts";

const NUMERIC = new Set("x y x1 x2 y1 y2 cx cy r width height d transform points dy".split(" "));
const NEEDLESS = new Set(["stroke-miterlimit", "class", "tabindex", "aria-label", "aria-hidden"]);

/** A coordinate as it is written: one decimal. */
export const tenth = (n: number): number => Math.round(n * 10) / 10 || 0;

/** How many tenths of a pixel, from zero, are remembered as they are written. */
const KNOWN = 12_000;
const texts = new Array<string | undefined>(KNOWN);

/**
 * A coordinate as the text that is written. A chart that moves writes hundreds of them a step: none is made twice.
 * Throws where it is not finite.
 */
export function written(n: number): string {
  const tenths = Math.round(n * 10);
  if (!Number.isFinite(tenths))
    throw new RangeError(`A coordinate of a mark is ${n}: give it finite coordinates.`);
  if (tenths < 0 || tenths >= KNOWN) return String(tenth(n));
  const known = texts[tenths];
  if (known !== undefined) return known;
  const text = String(tenths / 10);
  texts[tenths] = text;
  return text;
}

/** Writes every fraction in a text with one decimal. */
export const round = (text: string): string =>
  text.replace(/-?(?:\d*\.\d+(?:e[-+]?\d+)?|\d+e[-+]?\d+)/g, (n) => written(Number(n)));

/** Moves `translate(x,y)` of an unturned text into x and y, where readers of the file expect them. */
function place(text: Element): void {
  const move = /^translate\(([^,]+),([^)]+)\)$/.exec(text.getAttribute("transform") ?? "");
  if (move?.[1] === undefined || move[2] === undefined) return;
  const shift = text.getAttribute("y");
  text.removeAttribute("transform");
  text.setAttribute("x", move[1]);
  text.setAttribute("y", move[2]);
  if (shift !== null && Number.parseFloat(shift) !== 0) text.setAttribute("dy", shift);
}

function tidy(element: Element): void {
  for (const { name, value } of Array.from(element.attributes)) {
    if (NEEDLESS.has(name)) element.removeAttribute(name);
    else if (element.localName === "g" && name === "transform") element.removeAttribute(name);
    else if (NUMERIC.has(name)) element.setAttribute(name, round(value));
  }
  if (element.localName === "text") place(element);
}

/**
 * Makes Plot's element ours: named for readers who do not see it, of the page's type and direction, without
 * Plot's style sheet, with short numbers, and with its patterns in front.
 */
export function finish(
  svg: SVGSVGElement,
  options: ChartOptions,
  defs?: SVGDefsElement,
): SVGSVGElement {
  for (const style of Array.from(svg.querySelectorAll("style"))) style.remove();
  for (const element of Array.from(svg.querySelectorAll("*"))) tidy(element);
  for (const group of Array.from(svg.querySelectorAll("g")))
    if (group.children.length === 0) group.remove();
  const attributes = {
    id: options.id,
    class: "chart",
    role: "img",
    "aria-label": options.ariaLabel,
    direction: options.direction,
    "font-family": "inherit",
  };
  for (const name of ["font-size", "fill"]) svg.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  if (defs !== undefined) svg.prepend(defs);
  return svg;
}
