import { expect, test } from "vitest";
import { inlineCode } from "../../src/build/inline-code.ts";

test.each([
  '<script type="module" src="./a.js"></script>',
  '<script type="application/json">{"a": 1}</script>',
  '<script type="application/ld+json">{}</script>',
  "<style>a{}</style><p>onclick=1 <!-- <script>1</script> --></p>",
])("%s is clean", (html) => expect(inlineCode(html)).toEqual([]));

test.each([
  ["<script>1</script>", "<script> without src"],
  ['<script type="module">1</script>', '<script type="module"> without src'],
  ['<script type="speculationrules">{}</script>', '<script type="speculationrules"> without src'],
  ['<b onclick="x()">', "<b onclick>"],
])("%s is found", (html, found) => expect(inlineCode(html)).toEqual([found]));
