import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { peekFile, readRaw } from "../../../src/return/file.ts";
import { ReturnError } from "../../../src/return/finding.ts";
import { cellOf, profilesOf, type RawTable } from "../../../src/return/raw-table.ts";
import type { Encoding } from "../../../src/return/read/encoding.ts";
import { SEPARATORS } from "../../../src/return/read/head.ts";

/** Every byte of Windows-1252 by its character, as the platform's own decoder has it. */
const WINDOWS = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(byte)),
    byte,
  ]),
);

type Written = Encoding | "utf-8 with mark";

const utf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> => {
  const bytes = new DataView(new ArrayBuffer(2 + 2 * text.length));
  bytes.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at += 1)
    bytes.setUint16(2 + 2 * at, text.charCodeAt(at), little);
  return new Uint8Array(bytes.buffer);
};

const encode = (text: string, encoding: Written): Uint8Array<ArrayBuffer> => {
  if (encoding === "windows-1252")
    return Uint8Array.from([...text], (character) => WINDOWS.get(character) ?? 63);
  if (encoding === "utf-16le" || encoding === "utf-16be")
    return utf16(text, encoding === "utf-16le");
  return new TextEncoder().encode(encoding === "utf-8" ? text : `\uFEFF${text}`);
};

const rowsOf = (table: RawTable): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => cellOf(column, row)),
  );

const blob = (text: string, encoding: Written = "utf-8"): Blob =>
  new Blob([encode(text, encoding)]);

const isControl = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
};
const LATIN = [...WINDOWS.keys()].filter((character) => !isControl(character));

/** Cells with everything that breaks careless readers. */
const anyCell = (characters: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(characters, fc.constantFrom('"', ",", ";", "\t", "|", "\n", "\r\n", "\r", " ")),
    maxLength: 12,
  });

const anyTable = (characters: fc.Arbitrary<string>) =>
  fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(anyCell(characters), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 20,
      }),
      separator: fc.constantFrom(...SEPARATORS),
      newline: fc.constantFrom("\n", "\r\n"),
      last: fc.boolean(),
    }),
  );

interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly separator: (typeof SEPARATORS)[number];
  readonly newline: string;
  readonly last: boolean;
}

/** Lines of the file on which each row begins, counted from what stands before it. */
const linesOf = (rows: readonly (readonly string[])[]): number[] => {
  let next = 2;
  return rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return line;
  });
};

const isReadBack = async ({ rows, separator, newline, last }: Table, encoding: Written) => {
  const titles = rows[0]?.map((_, at) => `title ${at}`) ?? [];
  const options = { delimiter: separator, newline, quotes: true };
  const text = Papa.unparse([titles, ...rows.map((row) => [...row])], options);
  const table = await readRaw(blob(last ? text + newline : text, encoding), {
    separator,
    headerAt: 0,
  });
  expect(rowsOf(table)).toEqual(rows);
  expect([...table.lines]).toEqual(linesOf(rows));
  expect(table.columns.map(({ title }) => title)).toEqual(titles);
  expect(table.findings).toEqual([]);
  expect(table.readAs).toMatchObject({ separator });
  return table;
};

describe("a table in any separator and encoding", () => {
  it.each<Written>(["utf-8", "utf-8 with mark", "utf-16le", "utf-16be"])(
    "is read back from %s",
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(
          anyTable(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })),
          async (table) => {
            const { readAs } = await isReadBack(table, encoding);
            expect(readAs).toMatchObject({ encoding: encoding.replace(" with mark", "") });
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it("is read back from Windows-1252, which is told from UTF-8 by its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(fc.constantFrom(...LATIN)), async (table) => {
        // An é before a separator or a line end is no UTF-8, whatever else stands in the table.
        const width = table.rows[0]?.length ?? 1;
        const rows = [...table.rows, Array.from({ length: width }, () => "é")];
        const { readAs } = await isReadBack({ ...table, rows }, "windows-1252");
        expect(readAs).toMatchObject({ encoding: "windows-1252" });
      }),
      { numRuns: 100 },
    );
  });

  it("is Windows-1252 even when the first wrong byte stands far behind its head", async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => `${at};plain`);
    const file = blob(
      ["id;text", ...rows, "40000;caf\u00e9 \u201cx\u201d"].join("\n"),
      "windows-1252",
    );
    expect((await peekFile(file)).encoding).toBe("utf-8");
    const table = await readRaw(file);
    expect(table.readAs).toMatchObject({ encoding: "windows-1252", separator: ";" });
    expect(rowsOf(table).at(-1)).toEqual(["40000", "café “x”"]);
  });
});

describe("what a file leaves open", () => {
  it.each([
    ["a,b,c\n1,2,3\n4,5,6", ","],
    ["a;b;c\n1,5;2;3\n4,1;5;6", ";"],
    ["a\tb\n1,2\t3\n", "\t"],
    ["a|b\n1|2", "|"],
    ['a;b\n"x,y,z";2\n"x,y,z";3', ";"],
    ["one column\n1\n2", ","],
  ] as const)("guesses the separator of %j", async (text, separator) => {
    expect((await readRaw(blob(text))).readAs).toMatchObject({ separator });
  });

  it("finds the titles below a title of the table, and keeps what stands above", async () => {
    const table = await readRaw(
      blob("Seizures of 2021\n\nprinted,2021-05-01\nyear,country,arms\n2021,MEX,4\n2021,BRA,5\n"),
    );
    expect(table.headerLine).toBe(4);
    expect(table.columns.map(({ title }) => title)).toEqual(["year", "country", "arms"]);
    expect(table.above[0]).toEqual(["Seizures of 2021"]);
    expect([...table.lines]).toEqual([5, 6]);
  });

  it("believes a reader who says where the titles stand", async () => {
    const table = await readRaw(blob("x,y\na,b\n1,2\n"), { headerAt: 1 });
    expect(table.columns.map(({ title }) => title)).toEqual(["a", "b"]);
  });

  it("makes empty and repeated titles unique", async () => {
    const table = await readRaw(blob("area,,area\n1,2,3\n"), { headerAt: 0 });
    expect(table.columns.map(({ title }) => title)).toEqual(["area", "column 2", "area (2)"]);
  });
});

describe("a damaged text file", () => {
  it("names each line that cannot be read, and reads the others", async () => {
    const table = await readRaw(
      blob('year,area,n\n2020,MEX,1\n2020,MEX\n2020,"MEX"x,3\n\n2020,BRA,4,5\n2020,PER,6\n'),
    );
    expect(rowsOf(table)).toEqual([
      ["2020", "MEX", "1"],
      ["2020", "PER", "6"],
    ]);
    expect(table.findings).toEqual([
      {
        rule: "fields",
        status: "FAIL",
        count: 2,
        findings: [
          { line: 3, column: null, value: "2020,MEX" },
          { line: 6, column: null, value: "2020,BRA,4,5" },
        ],
      },
      {
        rule: "quote-stray",
        status: "FAIL",
        count: 1,
        findings: [{ line: 4, column: "2", value: '2020,"MEX"x,3' }],
      },
    ]);
  });

  it.each([
    ["", "empty"],
    ["\n\n\n", "no-header"],
  ] as const)("refuses %j: %s", async (text, reason) => {
    const refused = await readRaw(blob(text)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReturnError);
    expect(refused).toMatchObject({ reason });
  });

  it("stops when it is given up, and says how far it was", async () => {
    const text = `a,b\n${"1,2\n".repeat(2_500_000)}`;
    const stop = new AbortController();
    const done: number[] = [];
    const reading = readRaw(blob(text), {
      signal: stop.signal,
      progress: (bytes) => {
        done.push(bytes);
        stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(done).toEqual([4 << 20]);
  });
});

describe("profiles", () => {
  it("count the values that rows have, most frequent first", async () => {
    const table = await readRaw(blob("t,u\npistol,1\nrifle,1\npistol,\n"));
    expect(profilesOf(table)).toEqual([
      {
        title: "t",
        distinct: 2,
        empty: 0,
        values: [
          { value: "pistol", count: 2 },
          { value: "rifle", count: 1 },
        ],
      },
      {
        title: "u",
        distinct: 2,
        empty: 1,
        values: [
          { value: "1", count: 2 },
          { value: "", count: 1 },
        ],
      },
    ]);
  });
});
