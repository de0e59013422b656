/** A box around something drawn, in pixels. */
export interface Drawn {
  readonly text: string;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

const inherited = (element: Element, name: string): string | null =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? null;

const number = (element: Element, name: string): number =>
  Number(element.getAttribute(name) ?? "0");

/** Boxes of the texts that are not turned, at a given width of a letter in em. */
export function textBoxes(svg: Element, em: number): Drawn[] {
  const rtl = svg.getAttribute("direction") === "rtl";
  return Array.from(svg.querySelectorAll("text"))
    .filter((text) => !text.hasAttribute("transform"))
    .map((element) => {
      const text = element.textContent ?? "";
      const size = Number(inherited(element, "font-size") ?? "10");
      const wide = [...text].length * em * size;
      const anchor = inherited(element, "text-anchor") ?? "start";
      const x = number(element, "x");
      const y = number(element, "y");
      const toLeft = anchor === "middle" ? wide / 2 : (anchor === "end") === rtl ? 0 : wide;
      return {
        text,
        x1: x - toLeft,
        x2: x - toLeft + wide,
        y1: y - size * 0.42,
        y2: y + size * 0.42,
      };
    });
}

/** Pairs of boxes that share a part of the picture. */
export const overlaps = (boxes: readonly Drawn[]): string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)
      .map((b) => `"${a.text}" on "${b.text}"`),
  );

/** Left edge and width of every rectangle, patterns left out, from left to right. */
export const bars = (svg: Element): { x: number; width: number; y: number }[] =>
  Array.from(svg.querySelectorAll("g rect")).map((rect) => ({
    x: number(rect, "x"),
    width: number(rect, "width"),
    y: number(rect, "y"),
  }));
