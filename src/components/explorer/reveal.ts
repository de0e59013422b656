import type { InTurn } from "./state.ts";

/** So many elements of a chart are styled, laid out and painted in one frame. */
const AT_ONCE = 80;

const nothing = (): void => {};

/**
 * Hides what a chart has beyond the elements of one frame, and shows it piece by piece. To hide is not to take away: a
 * chart that is moved meanwhile is moved whole.
 */
export function revealInTurn(svg: Element, inTurn: InTurn): void {
  const later = Array.from(svg.querySelectorAll("g > *")).slice(AT_ONCE);
  for (const element of later) element.setAttribute("display", "none");
  for (let i = 0; i < later.length; i += AT_ONCE)
    inTurn(nothing, () => {
      for (const element of later.slice(i, i + AT_ONCE)) element.removeAttribute("display");
    });
}
