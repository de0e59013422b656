import { describe, expect, it } from "vitest";
import { usFbiArrests } from "../../../pipelines/sources/us-fbi-arrests.ts";
import { NO_RAW } from "../raw.ts";
import {
  changeFields,
  changeFile,
  changeText,
  dropColumn,
  keepRows,
  moveColumns,
  moveTitles,
  repeatRow,
  setCell,
} from "./grid.ts";
import { checkOf, readRight, realFiles, refused, sourceSubject } from "./harness.ts";

const ADULTS = "us-fbi-arrests/arrests_national_adults.csv";
const JUVENILES = "us-fbi-arrests/arrests_national_juvenile.csv";
const fbi = sourceSubject(usFbiArrests, () => realFiles(ADULTS, JUVENILES));

/** Row of weapons offences of 2016. */
const ROW = 29;
const cell = (title: string, value: string) => changeFields(ADULTS, setCell(0, ROW, title, value));

describe.skipIf(NO_RAW)("FBI arrests, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order, and a file without quotes", async () => {
    await readRight(fbi, changeFields(ADULTS, moveColumns(0, "year", "population")));
  });
  it("reads a byte-order mark and CR LF", async () => {
    await readRight(
      fbi,
      changeText(ADULTS, (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`),
    );
  });
  it("refuses exchanged titles of men's and women's totals, and of a band of each", async () => {
    await refused(
      fbi,
      changeFields(ADULTS, moveTitles(0, "total_male", "total_female")),
      /arrests_national_adults\.csv › row 29, column total_male: value "\d+" is not the sum of its age bands; allowed: \d+/,
    );
    await refused(
      fbi,
      changeFields(ADULTS, moveTitles(0, "m_25_29", "f_25_29")),
      /row 29, column total_male: value "\d+" is not the sum of its age bands/,
    );
  });
  it("refuses exchanged titles of year and population", async () => {
    await refused(
      fbi,
      changeFields(ADULTS, moveTitles(0, "year", "population")),
      /row 29, column year: value "264\d+" is not a year; allowed: four digits/,
    );
  });
  it("warns of bands that stand in another order, whose titles alone may have been exchanged", async () => {
    const { checks } = await readRight(fbi, changeFields(ADULTS, moveColumns(0, "m_18", "m_19")));
    const found = checks.filter(({ id }) => id.startsWith("fbi-column-order"));
    expect(found.some(({ status }) => status === "WARNING")).toBe(true);
  });
  it("refuses counts with a comma, suppressed, empty, negative, with a fraction or computed", async () => {
    for (const value of ["7,004", "<5", "n/a", "", "-1", "12.0", "=SUM(J29:Y29)", "1E3"]) {
      const shown = JSON.stringify(value).replace(/[.()]/g, "\\$&");
      await refused(
        fbi,
        cell("m_18", value),
        new RegExp(
          `arrests_national_adults\\.csv › row 29, column m_18: value ${shown} is not a count; allowed: digits only`,
        ),
      );
    }
  });
  it("refuses a changed band by the total of its sex", async () => {
    await refused(
      fbi,
      cell("f_65p", "999"),
      /row 29, column total_female: value "\d+" is not the sum of its age bands/,
    );
  });
  it("refuses a year that is a date, two digits, doubled or missing", async () => {
    await refused(
      fbi,
      cell("year", "2016-01-01"),
      /row 29, column year: value "2016-01-01" is not a year/,
    );
    await refused(fbi, cell("year", "16"), /row 29, column year: value "16" is not a year/);
    await refused(
      fbi,
      changeFields(ADULTS, repeatRow(ROW)),
      /row 646, column year: value "2016" is there already; allowed: each year once/,
    );
    await refused(
      fbi,
      changeFields(
        ADULTS,
        keepRows((_, row) => row !== ROW),
      ),
      /arrests_national_juvenile\.csv › column year: value "1994, .*2016" has other years than the file of adults/,
    );
  });
  it("refuses a year that is missing between others in both files", async () => {
    const without = (file: string) =>
      changeFields(
        file,
        keepRows((cells) => !(cells.includes("2005") && cells.includes("ASR_WEAP"))),
      );
    await refused(
      fbi,
      async (files) => without(JUVENILES)(await without(ADULTS)(files)),
      /arrests_national_adults\.csv › column year: value "2005" has no row about weapons; allowed: every year from 1994 to 2016/,
    );
  });
  it("refuses rows of one State under the name of the national file", async () => {
    await refused(
      fbi,
      cell("state_abbr", "TX"),
      /arrests_national_adults\.csv › row 29, column state_abbr: value "TX" is not national; allowed: an empty cell/,
    );
  });
  it("refuses a renamed offence, which leaves a year without its row", async () => {
    await refused(
      fbi,
      cell("offense_code", "asr_weap"),
      /has other years than the file of adults; ages cannot be added up/,
    );
  });
  it("refuses a column that is missing, and the file of juveniles under the name of the adults'", async () => {
    await refused(
      fbi,
      changeFields(ADULTS, dropColumn(0, "m_24")),
      /arrests_national_adults\.csv › row 1: value ".*" header does not have column "m_24" exactly once/,
    );
    await refused(
      fbi,
      (files) => new Map([...files, [ADULTS, files.get(JUVENILES) ?? Buffer.alloc(0)]]),
      /arrests_national_adults\.csv › row 1: value ".*" header does not have column "m_18" exactly once/,
    );
  });
  it("refuses semicolons, CR alone, a footnote, a cut and an empty file", async () => {
    await refused(
      fbi,
      changeText(ADULTS, (text) => text.replaceAll(",", ";")),
      /adults\.csv › row 1: cannot be read: Trailing quote on quoted field is malformed/,
    );
    await refused(
      fbi,
      changeText(ADULTS, (text) => text.replaceAll("\n", "\r")),
      /adults\.csv › row 1: .*carriage return/,
    );
    await refused(
      fbi,
      changeText(ADULTS, (text) => `${text.trimEnd()}\n"Source: FBI"\n`),
      /adults\.csv › row 646: value "Source: FBI" has 1 fields instead of/,
    );
    await refused(
      fbi,
      changeText(ADULTS, (text) => text.slice(0, 90_000)),
      /adults\.csv › row \d+: value ".*" has \d+ fields instead of/,
    );
    await refused(
      fbi,
      changeFile(ADULTS, () => Buffer.alloc(0)),
      /adults\.csv › row 1: .*header does not have column "year"/,
    );
  });
  it("refuses a folder without one of the files", async () => {
    await refused(
      fbi,
      (files) => new Map([...files].filter(([name]) => name !== JUVENILES)),
      /arrests_national_juvenile\.csv: is not there/,
    );
  });
  it("passes the bands of undamaged files", async () => {
    const { checks } = await readRight(
      fbi,
      changeText(ADULTS, (text) => text.replaceAll('"', "")),
    );
    expect(checkOf(checks, "fbi-bands").status).toBe("PASS");
  });
});
