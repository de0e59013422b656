import { type Colours, plain } from "./theme.ts";
import { element, xmlText } from "./xml.ts";

const ELEMENT = 1;
const TEXT = 3;

/** Characters that XML cannot hold, whatever their escape. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text that XML can hold: what it cannot becomes the replacement character. */
export const legible = (text: string): string => text.replace(UNWRITABLE, "\ufffd");

/** What makes a chart answer to a page: not for a picture. */
const OF_PAGE = /^(?:class|role|tabindex|xmlns(?::.*)?|(?:aria|data)-.*|on.*)$/;

/** Elements that draw nothing, or that draw what stands elsewhere. */
const REFUSED: ReadonlySet<string> = new Set([
  "script",
  "style",
  "foreignObject",
  "image",
  "iframe",
]);

const styleOf = (style: string): string =>
  style
    .split(";")
    .map((declaration) => declaration.trim())
    .filter((declaration) => declaration !== "" && !declaration.startsWith("cursor"))
    .join("; ");

const refuseElsewhere = (name: string, value: string): void => {
  const elsewhere =
    (/(?:^|:)href$/.test(name) && !value.startsWith("#")) || /url\(\s*["']?(?!#)/.test(value);
  if (elsewhere)
    throw new Error(
      `A picture stands alone, but ${name}="${value}" refers to something elsewhere.`,
    );
};

const attributesOf = (node: Element, colours: Colours): Record<string, string> => {
  const written: Record<string, string> = {};
  for (const { name, value } of Array.from(node.attributes)) {
    if (OF_PAGE.test(name)) continue;
    const text = legible(plain(name === "style" ? styleOf(value) : value, colours));
    refuseElsewhere(name, text);
    if (name !== "style" || text !== "") written[name] = text;
  }
  return written;
};

/** What stands inside an element, as XML. */
const insideOf = (node: Node, colours: Colours): string =>
  Array.from(node.childNodes, (child) => {
    if (child.nodeType === TEXT) return xmlText(legible(child.textContent ?? ""));
    return child.nodeType === ELEMENT ? svgMarkup(child as Element, colours) : "";
  }).join("");

/**
 * A drawn element as XML that needs nothing around it: colours are plain, and whatever makes it answer to a page is
 * left out. Patterns and titles stay. `placed` are attributes that replace its own. Throws when it refers to
 * something outside of itself, or to a colour that the theme lacks.
 */
export function svgMarkup(
  node: Element,
  colours: Colours,
  placed: Readonly<Record<string, string>> = {},
): string {
  if (REFUSED.has(node.localName))
    throw new Error(`A picture cannot hold <${node.localName}>: draw it with shapes and text.`);
  return element(
    node.localName,
    { ...attributesOf(node, colours), ...placed },
    insideOf(node, colours),
  );
}
