import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { parseHTML } from "linkedom";
import type { Piece } from "../../src/i18n/said.ts";
import { openSaid } from "../said-by-sql.ts";
import { DIST, distFiles } from "./dist.ts";

/** The pieces of a sentence as they stand in a page. */
const piecesIn = (sentence: Element): Piece[] =>
  [...sentence.childNodes].map((node) => {
    const text = node.textContent ?? "";
    const ask = (node as Element).getAttribute?.("data-ask");
    return ask == null ? { text } : { text, ask };
  });

test("every number in a sentence made from data is the one of SQL, on every page", async () => {
  test.setTimeout(300_000);
  const said = await openSaid();
  const wrong: string[] = [];
  let numbers = 0;
  for (const file of distFiles(".html")) {
    const html = readFileSync(join(DIST, file), "utf8");
    if (!html.includes("data-ask")) continue;
    for (const sentence of parseHTML(html).document.querySelectorAll(".fact")) {
      const pieces = piecesIn(sentence);
      numbers += pieces.filter(({ ask }) => ask !== undefined).length;
      for (const one of await said.wrongIn(pieces)) wrong.push(`${file}: ${one}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(numbers).toBeGreaterThan(0);
  said.close();
});
