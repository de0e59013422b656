/** Text as it may stand in an element or in an attribute. */
export const xmlText = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");

/** An element with attributes, around markup that is already written; closed in itself where there is none. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  inside: string,
): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  const open = `<${name}${written.join("")}`;
  return inside === "" ? `${open}/>` : `${open}>${inside}</${name}>`;
};
