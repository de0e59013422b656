import { describe, expect, it } from "vitest";
import { unodcCts } from "../../../pipelines/sources/unodc-cts.ts";
import { NO_RAW } from "../raw.ts";
import { type BookCell, changeCell, changeCells, cutRows, numberCell, textCell } from "./book.ts";
import { keepRows, moveColumns, moveTitles, renameFile, repeatRow, setCell } from "./grid.ts";
import {
  checkOf,
  type Damage,
  difference,
  readRight,
  realFiles,
  refused,
  sourceSubject,
} from "./harness.ts";

const FILE = "unodc-cts/data_cts_intentional_homicide_2022-08-08.xlsx";
const HEADER = 2;

const isKept = (_: unknown, row: number): boolean => row <= 1500 || (row > 30_500 && row <= 31_500);

/** 2,500 of the 76,341 rows, to save time: the first, which have no sex, and those where men by age begin. */
const cts = sourceSubject(unodcCts, async () =>
  changeCells(FILE, keepRows<BookCell>(isKept))(await realFiles(FILE)),
);

const column = (title: string, row: number, cell: BookCell): Damage =>
  changeCells(FILE, setCell<BookCell>(HEADER, row, title, cell));
const place = "2022-08-08\\.xlsx › data_cts_intentional_homicide › ";

describe.skipIf(NO_RAW)("CTS workbook, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order", async () => {
    await readRight(cts, changeCells(FILE, moveColumns<BookCell>(HEADER, "Age", "VALUE")));
  });
  it("reads years that are text, as UNODC writes them since 2024", async () => {
    await readRight(cts, changeCell(FILE, "J80", textCell("2006")));
  });
  it("refuses titles of sex and age that were exchanged: computed totals then stand under an age", async () => {
    await refused(
      cts,
      changeCells(FILE, moveTitles<BookCell>(HEADER, "Sex", "Age")),
      new RegExp(
        `${place}row 1521, column L: value 3716\\.87430966798 is not a count or a rate; allowed: .*for counts by age`,
      ),
    );
  });
  it("refuses titles of value and year that were exchanged", async () => {
    await refused(
      cts,
      changeCells(FILE, moveTitles<BookCell>(HEADER, "VALUE", "Year")),
      new RegExp(`${place}row 4, column L: value 0 is not a year; allowed: four digits`),
    );
  });
  it("refuses a renamed mechanism, one in other letters, and a band of ages without its blank", async () => {
    await refused(
      cts,
      column("Category", 80, "Firearms"),
      new RegExp(
        `${place}row 80, column G: value "Firearms" is not a known Category; allowed: .*"Firearms or explosives - firearms"`,
      ),
    );
    await refused(
      cts,
      column("Category", 80, "Firearms or explosives - Firearms"),
      new RegExp(`${place}row 80, column G: value "Firearms or explosives - Firearms"`),
    );
    await refused(
      cts,
      column("Age", 80, "10-14"),
      new RegExp(`${place}row 80, column I: value "10-14" is not a known Age; allowed: .*"10 -14"`),
    );
  });
  it("refuses an unknown unit", async () => {
    await refused(
      cts,
      column("Unit of measurement", 80, "Rate per 1,000 population"),
      new RegExp(`${place}row 80, column K: value "Rate per 1,000 population" is not a known Unit`),
    );
  });
  it("refuses a fraction of a victim by mechanism", async () => {
    await refused(
      cts,
      changeCell(FILE, "L80", numberCell("53.5")),
      new RegExp(
        `${place}row 80, column L: value 53\\.5 is not a count or a rate; allowed: .*a whole number`,
      ),
    );
  });
  it("marks a total with a fraction as an estimate and warns", async () => {
    const { lost, gained, checks } = await difference(
      cts,
      changeCell(FILE, "L84", numberCell("105.5")),
    );
    expect(lost).toMatchObject([{ obs_value: 105, obs_status: "A" }]);
    expect(gained).toMatchObject([{ obs_value: 105.5, obs_status: "E" }]);
    expect(checkOf(checks, "cts-fractional-counts")).toMatchObject({ status: "WARNING" });
    expect(checkOf(checks, "cts-fractional-counts").examples.join()).toContain("row 84: ");
  });
  it("refuses a suppressed, an empty and a negative count, and the text of one", async () => {
    const refusal = (shown: string) =>
      new RegExp(`${place}row 80, column L: value ${shown} is not a count or a rate`);
    await refused(cts, changeCell(FILE, "L80", textCell("<5")), refusal('"<5"'));
    await refused(cts, changeCell(FILE, "L80", "/>"), refusal("\\(empty cell\\)"));
    await refused(cts, changeCell(FILE, "L80", numberCell("-53")), refusal("-53"));
    await refused(cts, changeCell(FILE, "L80", textCell("53,0")), refusal('"53,0"'));
  });
  it("refuses a row that is there twice, with whatever value", async () => {
    const twice = new RegExp(
      `${place}row 2501: repeats the key of row 80; allowed: one row for each area`,
    );
    await refused(cts, changeCells(FILE, repeatRow<BookCell>(80)), twice);
    await refused(
      cts,
      changeCells(
        FILE,
        repeatRow<BookCell>(80, (cells) => cells.with(11, 35)),
      ),
      twice,
    );
  });
  it("refuses a year that is a date or a day number", async () => {
    const year = new RegExp(
      `${place}row 80, column J: value .* is not a year; allowed: four digits`,
    );
    await refused(cts, column("Year", 80, new Date("2006-01-01")), year);
    await refused(cts, changeCell(FILE, "J80", numberCell("38718")), year);
  });
  it("refuses an unknown area code and one in small letters", async () => {
    await refused(
      cts,
      column("Iso3_code", 80, "ALX"),
      new RegExp(
        `${place}row 80, column A: value "ALX" is not a known Iso3_code; allowed: ISO3 of UN M49, GBR_EW`,
      ),
    );
    await refused(
      cts,
      column("Iso3_code", 80, "alb"),
      new RegExp(`${place}row 80, column A: value "alb"`),
    );
  });
  it("refuses a code that stands beside another country's name", async () => {
    await refused(
      cts,
      column("Iso3_code", 80, "AFG"),
      new RegExp(
        `${place}row 80, column B: value "Albania" is the name of ALB, but the row says AFG; allowed: one code for a name`,
      ),
    );
  });
  it("refuses the questionnaire on arms under the name of the homicide file", async () => {
    const name = "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx";
    const [bytes = Buffer.alloc(0)] = (await realFiles(name)).values();
    await refused(
      cts,
      () => new Map([[FILE.replace("2022-08-08", "2025-05-12"), cutRows(bytes, 90)]]),
      /2025-05-12\.xlsx .* row 4, column E: value "Ammunition seized" is not a known Indicator/,
    );
  });
  it("refuses a file that is not named like a release", async () => {
    await refused(
      cts,
      renameFile(FILE, "unodc-cts/homicide.xlsx"),
      /unodc-cts\/homicide\.xlsx: is not named like a release file; .*; allowed: data_cts_intentional_homicide_YYYY-MM-DD\.xlsx/,
    );
  });
});
