import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type Scanned, type ScanOptions, scanner } from "../../../src/return/read/scan.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

interface Read {
  readonly rows: (readonly [line: number, ...fields: string[]])[];
  readonly rejected: { line: number; kind: string; fields: number; text: string }[];
  readonly blank: number;
  readonly lines: number;
}

/** Reads a text in pieces of the given sizes, the last size repeated. */
const read = (text: string, options: ScanOptions, sizes: readonly number[] = [1 << 20]): Read => {
  const bytes = encode(text);
  const scan = scanner(options);
  const parts: Scanned[] = [];
  let at = 0;
  for (let index = 0; at < bytes.length || index === 0; index += 1) {
    const size = Math.max(1, sizes[Math.min(index, sizes.length - 1)] ?? 1);
    const next = Math.min(bytes.length, at + size);
    parts.push(scan.push(bytes.slice(at, next), next === bytes.length));
    at = next;
  }
  const word = (column: number, code: number): string =>
    decode(scan.dictionaries[column]?.bytesOf(code) ?? new Uint8Array());
  return {
    rows: parts.flatMap((part) =>
      Array.from(part.lines, (line, row): [number, ...string[]] => [
        line,
        ...part.codes.map((codes, column) => word(column, codes[row] ?? -1)),
      ]),
    ),
    rejected: parts.flatMap((part) =>
      part.rejected.map(({ line, kind, fields, bytes }) => ({
        line,
        kind,
        fields,
        text: decode(bytes),
      })),
    ),
    blank: parts.reduce((sum, part) => sum + part.blank, 0),
    lines: scan.lines(),
  };
};

const COMMA = { delimiter: ",", width: 3, skip: 0 };

describe("the scanner of delimited text", () => {
  it("reads fields verbatim, quoted or not", () => {
    const { rows } = read('a, b ,c\n"x,1","say ""no""",""\né,—,\n', COMMA);
    expect(rows).toEqual([
      [1, "a", " b ", "c"],
      [2, "x,1", 'say "no"', ""],
      [3, "é", "—", ""],
    ]);
  });

  it("counts the lines of the file, not the rows", () => {
    const text = 'title\na,b,c\n"two\r\nlines",b,c\n\n,,\nd,"x\ny\nz",f';
    expect(read(text, { ...COMMA, skip: 1 })).toEqual({
      rows: [
        [2, "a", "b", "c"],
        [3, "two\r\nlines", "b", "c"],
        [7, "d", "x\ny\nz", "f"],
      ],
      rejected: [],
      blank: 2,
      lines: 9,
    });
  });

  it.each(["\n", "\r\n", "\r"])("takes %j as the end of a line", (end) => {
    const { rows, lines } = read(["a,b,c", "d,e,f", ""].join(end), COMMA);
    expect(rows.map(([line]) => line)).toEqual([1, 2]);
    expect(lines).toBe(2);
  });

  it("rejects a line with too few or too many fields, and says how many", () => {
    const { rows, rejected } = read("a,b,c\nd,e\nf,g,h,i\nj,k,l\n", COMMA);
    expect(rows.map(([line]) => line)).toEqual([1, 4]);
    expect(rejected).toEqual([
      { line: 2, kind: "fields", fields: 2, text: "d,e" },
      { line: 3, kind: "fields", fields: 4, text: "f,g,h,i" },
    ]);
  });

  it("loses one line to a wrong quotation mark, not the rest of the file", () => {
    const { rows, rejected } = read('a,b,c\nd,"e,f\ng,h,i\nj,"k"l,m\nn,o,p\n', COMMA);
    expect(rows.map(([line]) => line)).toEqual([1, 3, 5]);
    expect(rejected).toEqual([
      { line: 2, kind: "quote-stray", fields: 2, text: 'd,"e,f' },
      { line: 4, kind: "quote-stray", fields: 2, text: 'j,"k"l,m' },
    ]);
    expect(read('a,b,c\nd,"e,f\ng,h,i', COMMA).rejected).toEqual([
      { line: 2, kind: "quote-open", fields: 2, text: 'd,"e,f' },
    ]);
  });

  it("does not read on for ever after a quotation mark that nothing closes", () => {
    const line = `${"x".repeat(98)},y,z\n`;
    const text = `a,"b,c\n${line.repeat(30_000)}`;
    const { rows, rejected } = read(text, COMMA, [1 << 16]);
    expect(rows.length).toBe(30_000);
    expect(rejected.map(({ line, kind }) => [line, kind])).toEqual([[1, "quote-open"]]);
  });

  it("gives one code to one word, and new codes as words come", () => {
    const scan = scanner({ delimiter: ";", width: 1, skip: 0 });
    const words = Array.from({ length: 5_000 }, (_, at) => `word ${at % 2_500}`);
    const { codes } = scan.push(encode(words.join("\n")), true);
    expect(Array.from(codes[0] ?? [])).toEqual(words.map((_, at) => at % 2_500));
    expect(scan.dictionaries[0]?.size()).toBe(2_500);
  });

  const field = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(",", '"', "\n", "\r\n", "é", "a"), maxLength: 6 }),
  );
  const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.array(fc.array(field, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 12,
    }),
  );

  it("reads back what a strict writer wrote, whatever the pieces", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (rows, sizes) => {
          const text = Papa.unparse(rows, { quotes: true, newline: "\n" });
          const width = rows[0]?.length ?? 0;
          const result = read(text, { delimiter: ",", width, skip: 0 }, sizes);
          expect(result.rows.map(([, ...fields]) => fields)).toEqual(rows);
          expect(result.rejected).toEqual([]);
        },
      ),
    );
  });

  it("loses no line of any text: each is in a row, rejected, blank or skipped", () => {
    const alphabet = fc.constantFrom(",", '"', "\n", "\r", "\r\n", "a", "b");
    fc.assert(
      fc.property(
        fc.string({ unit: alphabet, maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (text, sizes) => {
          const whole = read(text, { delimiter: ",", width: 2, skip: 0 });
          expect(read(text, { delimiter: ",", width: 2, skip: 0 }, sizes)).toEqual(whole);
          const within = whole.rows
            .flatMap(([, ...fields]) => fields)
            .reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
          const lines =
            text === "" ? 0 : text.replace(/(\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/).length;
          expect(whole.lines).toBe(lines);
          expect(whole.rows.length + whole.rejected.length + whole.blank + within).toBe(lines);
        },
      ),
      { numRuns: 500 },
    );
  });
});
