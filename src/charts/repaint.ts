import { type Drawing, type Drawn, lastPainted, remember } from "./drawing.ts";
import { assign, drawnMark, entitle, putFrame, shapeElement } from "./elements.ts";
import type { ChartOptions } from "./options.ts";
import { type Group, groupOf, type Shape, SVG_NAMES } from "./scene.ts";

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** Writes what differs between shape `i` of one group and shape `j` of another, of which `element` shows the first. */
function patchShape(element: Element, old: Group, i: number, next: Group, j: number): void {
  const { names } = next;
  const here = i * names.length;
  const there = j * names.length;
  for (let at = 0; at < names.length; at += 1) {
    const value = next.places[there + at];
    if (value !== old.places[here + at]) assign(element, names[at] ?? "", value);
  }
  const from = old.shapes[i];
  const to = next.shapes[j];
  if (from === undefined || to === undefined) return;
  for (const name of next.own)
    if (to.own[name] !== from.own[name]) assign(element, SVG_NAMES[name], to.own[name]);
  if (to.key !== from.key) assign(element, "data-key", to.key);
  if (to.text !== from.text && to.text !== undefined && element.firstChild !== null)
    element.firstChild.nodeValue = to.text;
  if (to.title !== from.title) entitle(element, to.title);
}

/** Old positions of the new shapes: by key where all have one, else by place; -1 for a shape that is new. */
function matches(from: readonly Shape[], to: readonly Shape[]): number[] {
  const keys = new Map(from.map((shape, i) => [shape.key, i]));
  const unique = keys.size === from.length && new Set(to.map((d) => d.key)).size === to.length;
  const keyed = unique && !keys.has(undefined) && to.every((d) => d.key !== undefined);
  return to.map((shape, i) => {
    const old = keyed ? keys.get(shape.key) : i;
    return old !== undefined && old < from.length ? old : -1;
  });
}

function sameKeys(a: readonly Shape[], b: readonly Shape[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i]?.key !== b[i]?.key) return false;
  return true;
}

function patchShapes(parent: Element, old: Drawn, next: Group): readonly Element[] {
  const { group, shapes } = old;
  if (sameKeys(group.shapes, next.shapes)) {
    for (let i = 0; i < shapes.length; i += 1) {
      const element = shapes[i];
      if (element) patchShape(element, group, i, next, i);
    }
    return shapes;
  }
  const where = matches(group.shapes, next.shapes);
  const kept = new Set(where);
  for (const [i, element] of shapes.entries()) if (!kept.has(i)) element.remove();
  let place = parent.firstElementChild;
  return where.map((at, i) => {
    const known = shapes[at];
    const element = known ?? shapeElement(parent.ownerDocument, next, i);
    if (known !== undefined) patchShape(known, group, at, next, i);
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
    return element;
  });
}

function patchGroup(element: Element, from: Group, to: Group): void {
  for (const name in from.attributes)
    if (to.attributes[name] === undefined) element.removeAttribute(name);
  for (const name in to.attributes)
    if (to.attributes[name] !== from.attributes[name]) assign(element, name, to.attributes[name]);
}

/** Draws a mark in place of its former state, in front of `before`. */
function patchMark(
  svg: Element,
  old: Drawn | undefined,
  group: Group,
  before: Element | null,
): Drawn {
  if (old?.group === group) return old;
  const fits =
    old?.group.tag === group.tag &&
    same(old.group.names, group.names) &&
    same(old.group.own, group.own);
  if (old?.element && fits && group.shapes.length > 0) {
    patchGroup(old.element, old.group, group);
    return { group, element: old.element, shapes: patchShapes(old.element, old, group) };
  }
  old?.element?.remove();
  const drawn = drawnMark(svg.ownerDocument, group);
  if (drawn.element !== null) svg.insertBefore(drawn.element, before);
  return drawn;
}

/** Which old mark stands for each new one: the same kinds from the back, then from the front, are the same marks. */
function align(old: readonly Drawn[], next: readonly Group[]): (Drawn | undefined)[] {
  const is = (i: number, j: number): boolean => old[i]?.group.kind === next[j]?.kind;
  const shared = Math.min(old.length, next.length);
  let front = 0;
  while (front < shared && is(front, front)) front += 1;
  let back = 0;
  while (back < shared - front && is(old.length - 1 - back, next.length - 1 - back)) back += 1;
  return next.map((_, i) => {
    if (i < front) return old[i];
    return i >= next.length - back ? old[old.length - (next.length - i)] : undefined;
  });
}

/**
 * Moves an SVG that `paint` or `assemble` made to another drawing, touching only what differs: afterwards it is what
 * they would draw. Returns false, and touches nothing, where neither made the SVG or it was made for another document
 * or id: the caller then draws anew.
 */
export function repaint(svg: Element, drawing: Drawing, options: ChartOptions): boolean {
  const last = lastPainted(svg);
  if (last?.options.id !== options.id || last.options.document !== options.document) return false;
  const groups = drawing.marks.map((mark, i) =>
    mark === last.drawing.marks[i] ? (last.marks[i]?.group ?? groupOf(mark)) : groupOf(mark),
  );
  const olds = align(last.marks, groups);
  const kept = new Set(olds);
  for (const old of last.marks) if (!kept.has(old)) old.element?.remove();
  let before: Element | null = null;
  const marks: Drawn[] = [];
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    const group = groups[i];
    if (group === undefined) continue;
    const drawn = patchMark(svg, olds[i], group, before);
    marks.unshift(drawn);
    before = drawn.element ?? before;
  }
  let { defs } = last;
  if (drawing.defs !== last.drawing.defs) {
    defs?.remove();
    defs = drawing.defs?.(options);
    if (defs !== undefined) svg.prepend(defs);
  }
  if (
    drawing.height !== last.drawing.height ||
    options.ariaLabel !== last.options.ariaLabel ||
    options.width !== last.options.width ||
    options.direction !== last.options.direction
  )
    putFrame(svg, options, drawing.height);
  remember(svg, { options, drawing, defs, marks });
  return true;
}
