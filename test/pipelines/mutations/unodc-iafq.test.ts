import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unodcIafq } from "../../../pipelines/sources/unodc-iafq.ts";
import { NO_RAW } from "../raw.ts";
import {
  type BookCell,
  changeCell,
  changeCells,
  changePart,
  cutRows,
  numberCell,
  textCell,
} from "./book.ts";
import {
  addColumn,
  addFile,
  changeFile,
  changeRow,
  doubleColumn,
  dropColumn,
  insertRows,
  keepRows,
  moveColumns,
  moveTitles,
  renameFile,
  repeatRow,
  setCell,
} from "./grid.ts";
import {
  checkOf,
  type Damage,
  difference,
  readRight,
  realFiles,
  refused,
  sourceSubject,
} from "./harness.ts";

const FILE = "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx";

/** The newest release, cut after row 800 to save time. */
const iafq = sourceSubject(unodcIafq, async () => {
  const files = await realFiles(FILE);
  return new Map([...files].map(([name, bytes]) => [name, cutRows(bytes, 800)]));
});

const HEADER = 2;
const column = (title: string, row: number, cell: BookCell): Damage =>
  changeCells(FILE, setCell<BookCell>(HEADER, row, title, cell));
const value = (cell: string): Damage => changeCell(FILE, "L14", cell);
const NOT_A_COUNT =
  "2025-05-12\\.xlsx › data_iafq_firearms_trafficking › row 14, column L: value VALUE is not a count; allowed: a number, whole and not negative";
const notACount = (shown: string): RegExp => new RegExp(NOT_A_COUNT.replace("VALUE", shown));

describe.skipIf(NO_RAW)("IAFQ workbook, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order", async () => {
    await readRight(iafq, changeCells(FILE, moveColumns<BookCell>(HEADER, "Sex", "VALUE")));
  });
  it("reads a workbook whose sheet was renamed", async () => {
    await readRight(
      iafq,
      changeFile(FILE, (bytes) =>
        changePart(bytes, "xl/workbook.xml", (xml) =>
          xml.replace(/name="data_iafq_firearms_trafficking"/, 'name="Tabelle1"'),
        ),
      ),
    );
  });
  it("reads years that are numbers, as in 2022", async () => {
    await readRight(iafq, changeCell(FILE, "J14", numberCell("2016")));
  });
  it("reads a formula by the number that the workbook keeps for it", async () => {
    await readRight(iafq, value("><f>SUM(L11:L12)</f><v>11475</v></c>"));
  });
  it("reads a number in scientific notation, which a workbook stores as the same number", async () => {
    await readRight(iafq, value(numberCell("1.1475E4")));
  });
  it("reads empty rows at the end as nothing", async () => {
    await readRight(
      iafq,
      changeFile(FILE, (bytes) =>
        changePart(bytes, "xl/worksheets/sheet1.xml", (xml) =>
          xml.replace("</sheetData>", '<row r="801"><c r="A801" s="1"/></row></sheetData>'),
        ),
      ),
    );
  });
  it("refuses titles of sex and age that were exchanged over their columns", async () => {
    await refused(
      iafq,
      changeCells(FILE, moveTitles<BookCell>(HEADER, "Sex", "Age")),
      /row 373, column H: value "Female" is not a known Age; allowed: "Total"/,
    );
  });
  it("refuses titles of dimension and category that were exchanged", async () => {
    await refused(
      iafq,
      changeCells(FILE, moveTitles<BookCell>(HEADER, "Dimension", "Category")),
      /row 5, column G: value "machine gun" is not a known Dimension; allowed: "Total", "by location"/,
    );
  });
  it("refuses titles of country and region that were exchanged", async () => {
    await refused(
      iafq,
      changeCells(FILE, moveTitles<BookCell>(HEADER, "Country", "Region")),
      /column C: value "Americas" is the name of ATG, but the row says ARG; allowed: one code for a name|value "Europe" is the name of ALB, but the row says AND/,
    );
  });
  it("warns of titles of region and sub-region that were exchanged, which change no number", async () => {
    const { checks } = await readRight(
      iafq,
      changeCells(FILE, moveTitles<BookCell>(HEADER, "Region", "Subregion")),
    );
    expect(checkOf(checks, "iafq-regions-2025-05-12")).toMatchObject({
      status: "WARNING",
      count: 797,
    });
  });
  it("refuses a renamed label", async () => {
    await refused(
      iafq,
      column("Category", 5, "machine guns"),
      /row 5, column G: value "machine guns" is not a known Category; allowed: .*"machine gun"/,
    );
  });
  it("refuses a label with a blank at its end", async () => {
    await refused(
      iafq,
      column("Category", 5, "machine gun "),
      /row 5, column G: value "machine gun "/,
    );
  });
  it("refuses a label with a non-breaking blank", async () => {
    await refused(
      iafq,
      column("Category", 5, "machine\u00A0gun"),
      /row 5, column G: value "machine\u00A0gun" is not a known Category/,
    );
  });
  it("refuses a label in other letters", async () => {
    await refused(
      iafq,
      column("Indicator", 5, "ARMS FOUND"),
      /row 5, column E: value "ARMS FOUND" is not a known Indicator; allowed: "Arms seized"/,
    );
  });
  it("refuses a source with a blank at its end, which hides that it is another source", async () => {
    await refused(
      iafq,
      column("Source", 14, "ATF "),
      /row 14, column M: value "ATF " is not a known Source; allowed: "ATF"/,
    );
  });
  it("warns of a source that was never seen", async () => {
    const { checks } = await difference(iafq, column("Source", 14, "A.T.F."));
    expect(checkOf(checks, "iafq-sources-2025-05-12")).toMatchObject({
      status: "WARNING",
      count: 1,
      examples: ["data_iafq_firearms_trafficking_2025-05-12.xlsx row 14: A.T.F."],
    });
  });
  it("refuses a sheet without title and stamp", async () => {
    await refused(
      iafq,
      changeCells(
        FILE,
        keepRows((_, row) => row > 2),
      ),
      /row 1, column A: value "Iso3_code" is not the title; allowed: "UNODC"/,
    );
  });
  it("refuses a stamp of another date than the file name", async () => {
    await refused(
      iafq,
      changeCell(FILE, "A2", textCell("26/08/2024")),
      /row 2: value "2024-08-26" is the release date, but the file name says 2025-05-12/,
    );
  });
  it("refuses a stamp that became a date cell", async () => {
    await refused(
      iafq,
      changeCells(
        FILE,
        changeRow<BookCell>(2, ([, ...rest]) => [new Date("2025-05-12"), ...rest]),
      ),
      /row 2, column A: value "2025-05-12T00:00:00.000Z" is not the release date; allowed: dd\/mm\/yyyy/,
    );
  });
  it("refuses a header one row too low", async () => {
    await refused(
      iafq,
      changeCells(FILE, insertRows<BookCell>(3, [["Firearms trafficking"]])),
      /row 3, column A: value "Firearms trafficking" is not a known header/,
    );
  });
  it("refuses a row whose cells moved one column to the right", async () => {
    await refused(
      iafq,
      changeCells(
        FILE,
        changeRow<BookCell>(14, (cells) => [null, ...cells.slice(0, -1)]),
      ),
      /row 14, column A: value \(empty cell\) is not a text for "Iso3_code"/,
    );
  });
  it("refuses a footnote at the end", async () => {
    await refused(
      iafq,
      changeCells(FILE, (rows) => [...rows, ["Note: 2016 is provisional."]]),
      /row 801, column L: value \(empty cell\) is not a count/,
    );
  });
  it("refuses a missing, a doubled and an unknown column", async () => {
    await refused(
      iafq,
      changeCells(FILE, dropColumn<BookCell>(HEADER, "Age")),
      /row 3: header "Age" does not stand here exactly once; allowed: Iso3_code, Country/,
    );
    await refused(
      iafq,
      changeCells(FILE, doubleColumn<BookCell>(HEADER, "VALUE")),
      /row 3: header "VALUE" does not stand here exactly once/,
    );
    await refused(
      iafq,
      changeCells(FILE, addColumn<BookCell>(HEADER, "Notes", "")),
      /row 3, column N: value "Notes" is not a known header/,
    );
  });
  it("refuses a count that is the text of a number, with a thousands comma or a formula", async () => {
    await refused(iafq, value(textCell("11475")), notACount('"11475"'));
    await refused(iafq, value(textCell("11,475")), notACount('"11,475"'));
    await refused(iafq, value(textCell("=SUM(L11:L12)")), notACount('"=SUM\\(L11:L12\\)"'));
  });
  it("refuses a formula without a number", async () => {
    await refused(iafq, value("><f>SUM(L11:L12)</f></c>"), notACount("\\(empty cell\\)"));
  });
  it("refuses an error cell", async () => {
    await refused(
      iafq,
      value(' t="e"><v>#REF!</v></c>'),
      /row 14, column L: value "#REF!" is the error of a formula, not a value/,
    );
  });
  it("refuses a suppressed count, a dash, n/a and an empty cell", async () => {
    await refused(iafq, value(textCell("<5")), notACount('"<5"'));
    await refused(iafq, value(textCell("-")), notACount('"-"'));
    await refused(iafq, value(textCell("n/a")), notACount('"n/a"'));
    await refused(iafq, value("/>"), notACount("\\(empty cell\\)"));
  });
  it("refuses a negative count, a fraction and a date", async () => {
    await refused(iafq, value(numberCell("-11475")), notACount("-11475"));
    await refused(iafq, value(numberCell("11475.5")), notACount("11475.5"));
    await refused(iafq, column("VALUE", 14, new Date("1931-06-01")), notACount('"1931-06-01T.*"'));
  });
  it("refuses a year that is a date, a day number, two digits or a fraction", async () => {
    const year = /row 14, column J: value (.*) is not a year; allowed: four digits/;
    await refused(iafq, column("Year", 14, new Date("2016-01-01")), year);
    await refused(iafq, column("Year", 14, 42370), year);
    await refused(iafq, column("Year", 14, "16"), year);
    await refused(iafq, column("Year", 14, 2016.5), year);
    await refused(iafq, column("Year", 14, "01/01/2016"), year);
  });
  it("refuses an unknown area code and one in small letters", async () => {
    await refused(
      iafq,
      column("Iso3_code", 14, "AGX"),
      /row 14, column A: value "AGX" is not a known Iso3_code; allowed: ISO3 codes of UN M49/,
    );
    await refused(
      iafq,
      column("Iso3_code", 14, "ago"),
      /row 14, column A: value "ago" is not a known Iso3_code/,
    );
  });
  it("refuses code and country name that changed columns", async () => {
    await refused(
      iafq,
      changeCells(FILE, moveTitles<BookCell>(HEADER, "Iso3_code", "Country")),
      /row 4, column B: value "Angola" is not a known Iso3_code/,
    );
  });
  it("refuses a code that stands beside another country's name", async () => {
    await refused(
      iafq,
      column("Iso3_code", 14, "ALB"),
      /row 14, column B: value "Angola" is the name of AGO, but the row says ALB; allowed: one code for a name/,
    );
  });
  it("refuses a second sheet", async () => {
    await refused(
      iafq,
      changeCells(FILE, (rows) => rows.slice(0, 20), [["Notes", [["Read me"]]]]),
      /2025-05-12\.xlsx: value "data_iafq_firearms_trafficking, Notes" is not one sheet; allowed: a workbook with exactly one sheet/,
    );
  });
  it("refuses an empty file, half a workbook, and text under the name of a workbook", async () => {
    const unreadable = /2025-05-12\.xlsx: cannot be read as an \.xlsx workbook/;
    await refused(
      iafq,
      changeFile(FILE, () => Buffer.alloc(0)),
      unreadable,
    );
    await refused(
      iafq,
      changeFile(FILE, (bytes) => bytes.subarray(0, bytes.length / 2)),
      unreadable,
    );
    await refused(
      iafq,
      changeFile(FILE, () => Buffer.from("Iso3_code,Country\n")),
      unreadable,
    );
  });
  it("refuses a workbook that lost its sheet", async () => {
    await refused(
      iafq,
      changeFile(FILE, (bytes) => {
        const { "xl/worksheets/sheet1.xml": _, ...rest } = unzipSync(bytes);
        return Buffer.from(zipSync(rest));
      }),
      /2025-05-12\.xlsx: cannot be read as an \.xlsx workbook/,
    );
  });
  it("refuses UNODC's homicide file and an ATF workbook under the name of the questionnaire", async () => {
    const cts = (
      await realFiles("unodc-cts/data_cts_intentional_homicide_2022-08-08.xlsx")
    ).values();
    const atf = (await realFiles("us-atf-trace-flows/trace_2020.xlsx")).values();
    await refused(
      iafq,
      () =>
        new Map([
          [FILE.replace("2025-05-12", "2022-08-08"), cutRows([...cts][0] ?? Buffer.alloc(0), 90)],
        ]),
      /2022-08-08\.xlsx .* row 4, column E: value "Victims of intentional homicide" is not a known Indicator/,
    );
    await refused(
      iafq,
      changeFile(FILE, () => [...atf][0] ?? Buffer.alloc(0)),
      /2025-05-12\.xlsx › SOURCE AND RECOVERY STATES › row 1, column A: value "Recovery State" is not the title; allowed: "UNODC"/,
    );
  });
  it("refuses two files of one release and a file name of another date", async () => {
    await refused(
      iafq,
      addFile(FILE.replace(".xlsx", " (1).xlsx"), (files) => files.get(FILE)),
      /2025-05-12\.xlsx: has the same release date as .*2025-05-12 \(1\)\.xlsx: 2025-05-12; allowed: one file a release/,
    );
    await refused(
      iafq,
      renameFile(FILE, FILE.replace("05-12", "11-03")),
      /2025-11-03\.xlsx .* row 2: value "2025-05-12" is the release date, but the file name says 2025-11-03/,
    );
  });
  it("drops an exact copy of a row, flags what is left and warns", async () => {
    const { lost, gained, checks } = await difference(
      iafq,
      changeCells(FILE, repeatRow<BookCell>(14)),
    );
    expect(lost).toHaveLength(1);
    expect(gained).toMatchObject([
      { ...lost[0], flags: "DUPLICATE_DROPPED", source_row: "14+801" },
    ]);
    expect(checkOf(checks, "iafq-repeated-rows-2025-05-12").status).toBe("WARNING");
  });
  it("gives no value where a row comes again with another value, and warns", async () => {
    const { lost, gained, checks } = await difference(
      iafq,
      changeCells(
        FILE,
        repeatRow<BookCell>(14, (cells) => cells.with(11, 11745)),
      ),
    );
    expect(lost).toHaveLength(1);
    expect(gained).toMatchObject([
      { obs_value: null, obs_status: "O", flags: "CONFLICTING_DUPLICATE", source_row: "14+801" },
    ]);
    expect(gained[0]?.source_detail).toContain("values=11475 / 11745");
    expect(checkOf(checks, "iafq-conflicting-duplicates-2025-05-12").status).toBe("WARNING");
  });
  it("refuses a block of rows that was pasted twice", async () => {
    await refused(
      iafq,
      changeCells(FILE, (rows) => [...rows, ...rows.slice(3, 503)]),
      /column G: value "Arms seized \/ .*" repeats the key of row \d+, and so does this label \d+ times in the file/,
    );
  });
});

/** Keeps shared strings in view of a reader of this file: labels stand there once for all rows. */
describe.skipIf(NO_RAW)("IAFQ shared texts, damaged (skipped without the raw folder)", () => {
  it("refuses a label that changed in the list of texts, and so in every row at once", async () => {
    await refused(
      iafq,
      changeFile(FILE, (bytes) => {
        const parts = unzipSync(bytes);
        const texts = strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array());
        const changed = texts.replace(">by location<", ">by place<");
        return Buffer.from(zipSync({ ...parts, "xl/sharedStrings.xml": strToU8(changed) }));
      }),
      /row 13, column F: value "by place" is not a known Dimension/,
    );
  });
});
