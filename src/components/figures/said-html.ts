import { element, xmlText } from "../../export/xml.ts";
import { piecesOf } from "../../i18n/said.ts";

/** A sentence as HTML, each of its numbers with the question that it answers. */
export const saidHtml = (sentence: string): string =>
  piecesOf(sentence)
    .map(({ text, ask }) =>
      ask === undefined
        ? xmlText(text)
        : element("data", { value: text, "data-ask": ask }, xmlText(text)),
    )
    .join("");
