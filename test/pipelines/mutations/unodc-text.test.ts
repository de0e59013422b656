import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { unodcIafq } from "../../../pipelines/sources/unodc-iafq.ts";
import { NO_RAW } from "../raw.ts";
import { cellsOf, cutRows } from "./book.ts";
import {
  changeFields,
  changeFile,
  changeText,
  moveColumns,
  renameFile,
  repeatRow,
  replaced,
  setCell,
} from "./grid.ts";
import { difference, readRight, realFiles, refused, sourceSubject } from "./harness.ts";

const BOOK = "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx";
const FILE = BOOK.replace(".xlsx", ".csv");

/** The newest release, cut after row 2,500 and saved as comma-separated text, as a spreadsheet program would. */
const iafq = sourceSubject(unodcIafq, async () => {
  const [book = Buffer.alloc(0)] = (await realFiles(BOOK)).values();
  const [, cells] = await cellsOf(cutRows(book, 2500));
  const text = `${Papa.unparse(
    cells.map((row) => row.map((cell) => cell ?? "")),
    { newline: "\n" },
  )}\n`;
  return new Map([[FILE, Buffer.from(text)]]);
});

const bytes = (encode: (text: string) => Buffer) =>
  changeFile(FILE, (file) => encode(file.toString("utf8")));
const line14 =
  "AGO,Angola,Africa,Sub-Saharan Africa,Arms seized,Total,Total,na,na,2016,Counts,11475,IAFQ";
const value = (cell: string) => changeText(FILE, replaced(line14, line14.replace("11475", cell)));
const notACount = (shown: string): RegExp =>
  new RegExp(
    `2025-05-12\\.csv › row 14, column VALUE: value ${shown} is not a count; allowed: a number, whole and not negative`,
  );

describe.skipIf(NO_RAW)("IAFQ as text, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order", async () => {
    await readRight(iafq, changeFields(FILE, moveColumns(2, "Iso3_code", "VALUE")));
  });
  it("reads a byte-order mark as nothing", async () => {
    await readRight(
      iafq,
      changeText(FILE, (text) => `\uFEFF${text}`),
    );
  });
  it("reads lines that end in CR LF", async () => {
    await readRight(
      iafq,
      changeText(FILE, (text) => text.replaceAll("\n", "\r\n")),
    );
  });
  it("refuses lines that end in CR alone", async () => {
    await refused(
      iafq,
      changeText(FILE, (text) => text.replaceAll("\n", "\r")),
      /2025-05-12\.csv › row 1: has lines that end in a carriage return alone; save with LF or CR LF/,
    );
  });
  it("refuses line ends that change within the file", async () => {
    await refused(
      iafq,
      changeText(FILE, (text) => text.replace(`${line14}\n`, `${line14}\r\n`)),
      /2025-05-12\.csv › row 14: ends in CR LF, other than the lines before it; save the file with one kind of line end/,
    );
    await refused(
      iafq,
      changeText(FILE, (text) =>
        text.replaceAll("\n", "\r\n").replace(`${line14}\r\n`, `${line14}\n`),
      ),
      /2025-05-12\.csv › row 14: ends in LF, other than the lines before it/,
    );
  });
  it("reads a file without title and stamp by the date in its name", async () => {
    await readRight(
      iafq,
      changeText(FILE, (text) => text.split("\n").slice(2).join("\n")),
    );
  });
  it("refuses a file without title, stamp and date in its name", async () => {
    await refused(
      iafq,
      async (files) =>
        renameFile(
          FILE,
          FILE.replace("_2025-05-12", ""),
        )(await changeText(FILE, (text) => text.split("\n").slice(2).join("\n"))(files)),
      /trafficking\.csv: has no stamp and no date in its name, so that its release is unknown/,
    );
  });
  it("refuses a stamp of another date than the file name", async () => {
    await refused(
      iafq,
      changeText(FILE, replaced("12/05/2025", "05/12/2025")),
      /row 2: value "2025-12-05" is the release date, but the file name says 2025-05-12/,
    );
  });
  it("refuses Latin-1 bytes by their line", async () => {
    await refused(
      iafq,
      bytes((text) =>
        Buffer.from(text.replace(line14, line14.replace("Angola", "Ángola")), "latin1"),
      ),
      /2025-05-12\.csv › row 14: is not UTF-8 text; save the file as UTF-8/,
    );
  });
  it("refuses UTF-16, with or without its mark", async () => {
    await refused(
      iafq,
      bytes((text) => Buffer.from(`\uFEFF${text}`, "utf16le")),
      /2025-05-12\.csv › row 1: is not UTF-8 text; save the file as UTF-8/,
    );
    await refused(
      iafq,
      bytes((text) => Buffer.from(text, "utf16le")),
      /2025-05-12\.csv › row 1: holds NUL bytes, as UTF-16 text does; save the file as UTF-8/,
    );
  });
  it("refuses a NUL byte in a text that is kept as it stands", async () => {
    await refused(
      iafq,
      changeText(FILE, replaced(line14, `${line14}\u0000`)),
      /2025-05-12\.csv › row 14: holds NUL bytes/,
    );
  });
  it("refuses semicolons between the columns", async () => {
    await refused(
      iafq,
      changeText(FILE, (text) => text.replaceAll(",", ";")),
      /2025-05-12\.csv › row 1, column UNODC: value "UNODC;;;;;;;;;;;;" is not the title; allowed: "UNODC", or the header, comma-separated/,
    );
  });
  it("refuses a quote that is not closed and a row cut short", async () => {
    await refused(
      iafq,
      changeText(FILE, replaced(line14, `"${line14}`)),
      /2025-05-12\.csv › row 14: cannot be read: Trailing quote on quoted field is malformed/,
    );
    await refused(
      iafq,
      changeText(FILE, (text) => text.slice(0, text.indexOf(line14) + 40)),
      /2025-05-12\.csv › row 14: value "AGO,Angola,.*" has 5 fields instead of 13/,
    );
  });
  it("refuses a footnote at the end", async () => {
    await refused(
      iafq,
      changeText(FILE, (text) => `${text}Note: 2016 is provisional.\n`),
      /row 2501: value "Note: 2016 is provisional\." has 1 fields instead of 13/,
    );
  });
  it("refuses an empty line between the rows", async () => {
    await refused(
      iafq,
      changeText(FILE, replaced(line14, `\n${line14}`)),
      /row 14: value "" has 1 fields instead of 13/,
    );
  });
  it("refuses a file that ends after its header, and an empty file", async () => {
    await refused(
      iafq,
      changeText(FILE, (text) => `${text.split("\n").slice(0, 3).join("\n")}\n`),
      /2025-05-12\.csv: has no data row/,
    );
    await refused(
      iafq,
      bytes(() => Buffer.alloc(0)),
      /2025-05-12\.csv › row 1, column UNODC: value (""|\(empty cell\)) is not the title/,
    );
  });
  it("refuses counts with a thousands comma or point, a decimal comma, a sign or leading zeros", async () => {
    await refused(iafq, value('"11,475"'), notACount('"11,475"'));
    await refused(iafq, value("11.475"), notACount('"11.475"'));
    await refused(iafq, value('"11475,0"'), notACount('"11475,0"'));
    await refused(iafq, value("11 475"), notACount('"11 475"'));
    await refused(iafq, value("+11475"), notACount('"\\+11475"'));
    await refused(iafq, value("011475"), notACount('"011475"'));
  });
  it("refuses a suppressed, an empty, a negative and a computed count", async () => {
    await refused(iafq, value("<5"), notACount('"<5"'));
    await refused(iafq, value(""), notACount("\\(empty cell\\)"));
    await refused(iafq, value("-11475"), notACount('"-11475"'));
    await refused(iafq, value("=11000+475"), notACount('"=11000\\+475"'));
  });
  it("reads scientific notation as the number that it is", async () => {
    await readRight(iafq, value("1.1475E+4"));
  });
  it("refuses a year that a spreadsheet program made a date", async () => {
    await refused(
      iafq,
      changeFields(FILE, setCell(2, 14, "Year", "2016-01-01")),
      /row 14, column Year: value "2016-01-01" is not a year; allowed: four digits/,
    );
  });
  it("gives no value where a row comes again with another value", async () => {
    const { lost, gained } = await difference(
      iafq,
      changeFields(
        FILE,
        repeatRow(14, (cells) => cells.with(11, "1")),
      ),
    );
    expect(lost).toHaveLength(1);
    expect(gained).toMatchObject([{ obs_value: null, flags: "CONFLICTING_DUPLICATE" }]);
  });
  it("refuses a workbook under the name of a text file", async () => {
    const [book = Buffer.alloc(0)] = (await realFiles(BOOK)).values();
    await refused(
      iafq,
      bytes(() => book),
      /2025-05-12\.csv › row 1: is not UTF-8 text/,
    );
  });
});
