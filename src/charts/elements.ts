import type { Drawn } from "./drawing.ts";
import { written } from "./finish.ts";
import type { ChartOptions } from "./options.ts";
import { type Group, SVG_NAMES, type Value } from "./scene.ts";

const NS = "http://www.w3.org/2000/svg";

/** Gives an element an attribute, or takes it away where there is no value. */
export function assign(element: Element, name: string, value: Value): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/** Sets an attribute where it differs: to set it again would make a browser compute styles and names anew. */
export function put(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Gives a shape its `<title>`, or takes it away. */
export function entitle(element: Element, title: string | undefined): void {
  const old = element.lastElementChild;
  if (title === undefined) old?.remove();
  else if (old?.firstChild) old.firstChild.nodeValue = title;
  else element.appendChild(element.ownerDocument.createElementNS(NS, "title")).textContent = title;
}

/** The element of a group's shape number `i`. */
export function shapeElement(document: Document, group: Group, i: number): Element {
  const element = document.createElementNS(NS, group.tag);
  const shape = group.shapes[i];
  for (const [at, name] of group.names.entries()) {
    const value = group.places[i * group.names.length + at];
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  for (const name of group.own) assign(element, SVG_NAMES[name], shape?.own[name]);
  if (shape?.key !== undefined) element.setAttribute("data-key", shape.key);
  if (shape?.text !== undefined) element.textContent = shape.text;
  if (shape?.title !== undefined) entitle(element, shape.title);
  return element;
}

/** The `<g>` of a mark with all its elements. */
export function groupElement(document: Document, group: Group): SVGGElement {
  const element = document.createElementNS(NS, "g");
  for (const [name, value] of Object.entries(group.attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  for (const i of group.shapes.keys()) element.append(shapeElement(document, group, i));
  return element;
}

/** A mark as it is drawn for the first time; without rows it has no element. */
export function drawnMark(document: Document, group: Group): Drawn {
  if (group.shapes.length === 0) return { group, element: null, shapes: [] };
  const element = groupElement(document, group);
  return { group, element, shapes: Array.from(element.children) };
}

/** Writes the size of a chart and what it is called, where they differ. */
export function putFrame(svg: Element, options: ChartOptions, height: number): void {
  const { width, ariaLabel, direction } = options;
  put(svg, "width", written(width));
  put(svg, "height", written(height));
  put(svg, "viewBox", `0 0 ${width} ${height}`);
  put(svg, "aria-label", ariaLabel);
  put(svg, "direction", direction);
}

/** The element of a chart before anything is in it. */
export function svgElement(options: ChartOptions, height: number): SVGSVGElement {
  const svg = options.document.createElementNS(NS, "svg") as SVGSVGElement;
  svg.setAttribute("id", options.id);
  svg.setAttribute("class", "chart");
  svg.setAttribute("role", "img");
  svg.setAttribute("text-anchor", "middle");
  svg.setAttribute("font-family", "inherit");
  putFrame(svg, options, height);
  return svg;
}
