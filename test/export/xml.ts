import sax from "sax";

/** An element of a parsed document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML strictly; throws where it is not well-formed. */
export const wellFormed = (xml: string): Element => {
  const parser = sax.parser(true);
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const texts = Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === "string" ? value : value.value,
    ]);
    const element: Element = {
      name,
      attributes: Object.fromEntries(texts),
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(xml).close();
  const [document] = root.children;
  if (document === undefined) throw new Error("The document is empty.");
  return document;
};

/** All elements of a name below another. */
export const below = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...below(child, name),
  ]);
