import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readUnodcFolder } from "../../pipelines/read/unodc-folder.ts";
import { readUnodcTable, type UnodcTable } from "../../pipelines/read/unodc-table.ts";
import { COUNT, UNODC_HEADERS, type ValueRule } from "../../src/standard/layouts/unodc-table.ts";
import {
  type Cell,
  IAFQ_HEADER,
  iafqRow,
  iafqSheet,
  problemsOf,
  temporaryFolder,
  textFile,
  workbook,
} from "./files.ts";

const STEM = "data_iafq_firearms_trafficking";

/** A rule that looks at the unit of the row. */
const COUNT_OR_RATE: ValueRule = {
  accepts: (value, text) =>
    value >= 0 && (text["Unit of measurement"] === "Rate" || Number.isSafeInteger(value)),
  refusal: "is not a count or a rate",
  allowed: "a number, whole for counts",
};

const csv = (rows: readonly (readonly Cell[])[], newline: "\n" | "\r\n" = "\n"): string =>
  Papa.unparse(
    rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
    { newline },
  ) + newline;

const readCsvText = async (
  content: string | Uint8Array,
  name = `${STEM}_2025-05-12.csv`,
  rule: ValueRule = COUNT,
): Promise<UnodcTable> =>
  readUnodcTable(await textFile(await temporaryFolder(), name, content), rule);

const readSheet = async (
  rows: readonly (readonly Cell[])[],
  name = "release.xlsx",
  rule: ValueRule = COUNT,
): Promise<UnodcTable> =>
  readUnodcTable(await workbook(await temporaryFolder(), name, rows, "data"), rule);

const SHEET = iafqSheet([iafqRow({}), iafqRow({ Year: 2017, Country: "Côte d’Ivoire, the" })]);
const content = ({ release, rows }: UnodcTable) => ({ release, rows });

describe("UNODC table", () => {
  it("is the same from a workbook and from text, with or without mark, in either line end", async () => {
    const sheet = await readSheet(SHEET);
    expect(sheet).toMatchObject({ sheet: "data", release: "2025-05-12", stamped: true });
    expect(sheet.rows.map(({ row, text, value }) => [row, text.Year, value])).toEqual([
      [4, "2016", 10],
      [5, "2017", 10],
    ]);
    for (const text of [csv(SHEET), `\uFEFF${csv(SHEET)}`, csv(SHEET, "\r\n")]) {
      const read = await readCsvText(text);
      expect(read).toMatchObject({ sheet: undefined, stamped: true });
      expect(content(read)).toEqual(content(sheet));
    }
  });

  it("takes the release from the name of a text file without title and stamp", async () => {
    const read = await readCsvText(csv(SHEET.slice(2)), "any_2026-01-31.csv");
    expect(read).toMatchObject({ release: "2026-01-31", stamped: false });
    expect(read.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it("reads the preamble as a spreadsheet writes it, filled up with commas", async () => {
    const filled = SHEET.map((row) => IAFQ_HEADER.map((_, at) => row[at] ?? null));
    expect(content(await readCsvText(csv(filled)))).toEqual(content(await readSheet(SHEET)));
  });

  it("names columns by letter in a sheet and by title in a text file", async () => {
    expect((await readSheet(SHEET)).columns.VALUE).toBe("L");
    expect((await readCsvText(csv(SHEET))).columns.VALUE).toBe("VALUE");
  });

  it("gives the same rows whatever the order of the columns", async () => {
    const folder = await temporaryFolder();
    const expected = await readSheet(SHEET);
    const order = fc.shuffledSubarray([...IAFQ_HEADER.keys()], { minLength: IAFQ_HEADER.length });
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (positions, text) => {
        const shuffled = SHEET.map((row, at) =>
          at < 2 ? row : positions.map((position) => row[position] ?? null),
        );
        const path = text
          ? await textFile(folder, "shuffled.csv", csv(shuffled))
          : await workbook(folder, "shuffled.xlsx", shuffled);
        expect(content(await readUnodcTable(path, COUNT))).toEqual(content(expected));
      }),
      { numRuns: 40 },
    );
  });

  it("gives back any text and any count that was written as CSV", async () => {
    const folder = await temporaryFolder();
    const label = fc.oneof(
      fc.string({ minLength: 1, unit: "grapheme" }),
      fc.constantFrom(
        "NA",
        '"',
        ",",
        "a\nb",
        "a\rb",
        "a\r\nb",
        " x ",
        "\u00A0",
        "é",
        "UNODC",
        "Year",
        "=1+1",
      ),
    );
    const row = fc.record({
      Iso3_code: label,
      Country: label,
      Indicator: label,
      Category: label,
      Year: fc.integer({ min: 1900, max: 2099 }),
      VALUE: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      Source: label,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (changes) => {
        const sheet = iafqSheet(changes.map(iafqRow));
        const path = await textFile(folder, "any.csv", csv(sheet));
        const { rows } = await readUnodcTable(path, COUNT);
        const read = rows.map(({ text, value }) =>
          UNODC_HEADERS.map((header) => (header === "VALUE" ? value : text[header])),
        );
        const written = sheet
          .slice(3)
          .map((cells) =>
            cells.map((cell, at) => (IAFQ_HEADER[at] === "Year" ? String(cell) : cell)),
          );
        expect(read).toEqual(written);
      }),
    );
  });

  it("gives back any number that is not negative and was written as CSV", async () => {
    const folder = await temporaryFolder();
    const rate = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(rate, async (VALUE) => {
        const rows = iafqSheet([iafqRow({ "Unit of measurement": "Rate", VALUE })]);
        const path = await textFile(folder, "rate.csv", csv(rows));
        expect((await readUnodcTable(path, COUNT_OR_RATE)).rows[0]?.value).toBe(VALUE);
      }),
    );
  });

  it("needs whole counts, but takes fractions as rates", async () => {
    const rate = iafqSheet([iafqRow({ "Unit of measurement": "Rate", VALUE: 37.72 })]);
    const count = iafqSheet([iafqRow({ VALUE: 37.72 })]);
    expect((await readSheet(rate, "r.xlsx", COUNT_OR_RATE)).rows[0]?.value).toBe(37.72);
    expect(await problemsOf(() => readSheet(count, "r.xlsx", COUNT_OR_RATE))).toMatch(
      /row 4, column L: value 37.72 is not a count or a rate; allowed: .*whole/,
    );
    expect(await problemsOf(() => readSheet(rate))).toMatch(/value 37.72 is not a count;/);
  });
});

describe("UNODC table, damage", () => {
  const change = (row: Readonly<Record<string, Cell>>) => csv(iafqSheet([iafqRow(row)]));

  it.each([
    [
      "a decimal comma",
      change({ VALUE: "1,5" }),
      /row 4, column VALUE: value "1,5" is not a count/,
    ],
    ["a thousands separator", change({ VALUE: "5 196" }), /column VALUE: value "5 196"/],
    ["a suppressed value", change({ VALUE: "<5" }), /column VALUE: value "<5" is not a count/],
    ["a negative value", change({ VALUE: "-1" }), /column VALUE: value "-1" is not a count/],
    ["a leading zero", change({ VALUE: "007" }), /column VALUE: value "007" is not a count/],
    ["an empty value", change({ VALUE: null }), /column VALUE: value \(empty cell\)/],
    ["an empty label", change({ Category: null }), /column Category: value \(empty cell\)/],
    ["a year with a fraction", change({ Year: "2016.0" }), /column Year: value "2016.0"/],
    ["semicolons", csv(SHEET).replaceAll(",", ";"), /row 3, .*is not a known header/],
    ["semicolons without title", "Iso3_code;Year\nAGO;2016\n", /row 1, .*comma-separated/],
    ["a footnote", `${csv(SHEET)}Source: UNODC\n`, /row 6: .*has 1 fields instead of 13/],
    ["an empty line", csv(SHEET).replace("AGO", "\nAGO"), /row 4: .*1 fields instead of 13/],
    ["a missing column", csv(SHEET).replace("VALUE", "Value"), /row 3, column Value: /],
    ["another title", csv(SHEET).replace("UNODC", "WHO"), /row 1, .*value "WHO" is not the title/],
    ["no data", csv(SHEET.slice(0, 3)), /has no data row/],
    ["an empty file", "", /row 1, .*is not the title/],
    ["a stamp of another order", csv(SHEET).replace("12/05", "05/31"), /row 2, .*dd\/mm\/yyyy/],
    ["a day that does not exist", csv(SHEET).replace("12/05", "31/02"), /row 2, .*dd\/mm\/yyyy/],
    ["latin-1", Uint8Array.of(85, 233, 10), /row 1: is not UTF-8/],
  ])("refuses a text file with %s", async (_, text, message) => {
    expect(await problemsOf(() => readCsvText(text))).toMatch(message);
  });

  it("refuses a text file whose release nothing tells, and says how to tell it", async () => {
    const bare = csv(SHEET.slice(2));
    expect(await problemsOf(() => readCsvText(bare, `${STEM}.csv`))).toMatch(
      /no stamp and no date in its name.*_YYYY-MM-DD\.csv/,
    );
  });

  it("refuses a file name that contradicts the stamp", async () => {
    const message = /row 2: value "2025-05-12" .*the file name says 2024-08-26/;
    expect(await problemsOf(() => readCsvText(csv(SHEET), "x_2024-08-26.csv"))).toMatch(message);
    expect(await problemsOf(() => readSheet(SHEET, "x_2024-08-26.xlsx"))).toMatch(message);
  });

  it("refuses a workbook without title and stamp, whatever its name", async () => {
    expect(await problemsOf(() => readSheet(SHEET.slice(2), "x_2025-05-12.xlsx"))).toMatch(
      /row 1, column A: value "Iso3_code" is not the title; allowed: "UNODC"$/m,
    );
  });
});

describe("UNODC folder", () => {
  const PLACE = { folder: "unodc", stem: STEM, rule: COUNT };
  const filled = async (...names: readonly string[]): Promise<string> => {
    const raw = await temporaryFolder();
    for (const name of names) {
      const day = /-(\d{2})\./.exec(name)?.[1] ?? "12";
      const rows = SHEET.map((row, at) => (at === 1 ? [`${day}/05/2025`] : row));
      if (name.endsWith("xlsx")) await workbook(raw, `unodc/${name}`, rows);
      else await textFile(raw, `unodc/${name}`, csv(rows));
    }
    return raw;
  };

  it("gives all releases, oldest first, in either format, and passes over what programs leave", async () => {
    const raw = await filled(`${STEM}_2025-05-11.csv`, `${STEM}.xlsx`, `${STEM}_2025-05-10.xlsx`);
    await textFile(raw, "unodc/.DS_Store", "x");
    await textFile(raw, `unodc/~$${STEM}.xlsx`, "x");
    const tables = await readUnodcFolder(raw, PLACE);
    expect(tables.map(({ release }) => release)).toEqual([
      "2025-05-10",
      "2025-05-11",
      "2025-05-12",
    ]);
  });

  it("refuses a workbook and a text file of one release, naming both", async () => {
    const raw = await filled(`${STEM}_2025-05-12.xlsx`, `${STEM}_2025-05-12.csv`);
    expect(await problemsOf(() => readUnodcFolder(raw, PLACE))).toMatch(
      /_2025-05-12\.xlsx: has the same release date as .*_2025-05-12\.csv: .*one file a release/,
    );
  });

  it("refuses two workbooks of one release, for example a download and its copy", async () => {
    const raw = await filled(`${STEM}.xlsx`, `${STEM}_0.xlsx`);
    expect(await problemsOf(() => readUnodcFolder(raw, PLACE))).toMatch(/_0\.xlsx: has the same/);
  });

  it.each(["notes.txt", "data_cts_2025-05-12.xlsx", `${STEM}_2025-05-12.xls`, `${STEM}.csv.gz`])(
    "refuses %s, which it would otherwise pass over in silence",
    async (name) => {
      const raw = await filled(`${STEM}_2025-05-12.xlsx`);
      await textFile(raw, `unodc/${name}`, "x");
      const text = await problemsOf(() => readUnodcFolder(raw, PLACE));
      expect(text).toContain(`unodc/${name}: is not named like a release file`);
      expect(text).toContain(`${STEM}_YYYY-MM-DD.xlsx`);
    },
  );

  it("refuses a folder that is missing", async () => {
    const raw = await temporaryFolder();
    expect(await problemsOf(() => readUnodcFolder(raw, PLACE))).toMatch(/^unodc\/: has no release/);
  });

  it("names the problems of all files at once", async () => {
    const raw = await filled(`${STEM}_2025-05-12.xlsx`);
    await textFile(raw, `unodc/${STEM}_2026-01-01.csv`, csv(SHEET));
    await textFile(raw, `unodc/${STEM}_2026-01-02.csv`, "x");
    const text = await problemsOf(() => readUnodcFolder(raw, PLACE));
    expect(text).toMatch(/2026-01-01\.csv › row 2: /);
    expect(text).toMatch(/2026-01-02\.csv › row 1, /);
  });
});
