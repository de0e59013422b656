import { InputError } from "../../src/standard/problem.ts";

const NAMES: Readonly<Record<string, string>> = { "\n": "LF", "\r\n": "CR LF", "\r": "CR" };

const linesIn = (quoted: string): number => quoted.split("\n").length - 1;

/**
 * Throws InputError, naming the first such line, where a line outside quotes ends otherwise than the lines before it:
 * a reader that expects one kind would keep the rest of the other as a part of the last field.
 */
export const refuseMixedLineEnds = (file: string, text: string): void => {
  if (!text.includes("\r")) return;
  let first = "";
  let row = 1;
  for (const [token] of text.matchAll(/"(?:[^"]|"")*"|\r\n|\n|\r/g)) {
    const name = NAMES[token];
    if (name === undefined) row += linesIn(token);
    else if (first === "" || first === name) {
      first = name;
      row += 1;
    } else {
      const message = `ends in ${name}, other than the lines before it; save the file with one kind of line end`;
      throw new InputError([{ file, row, message, allowed: first }]);
    }
  }
};
