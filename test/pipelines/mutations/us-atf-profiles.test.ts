import { describe, expect, it } from "vitest";
import { usAtfProfiles } from "../../../pipelines/sources/us-atf-profiles.ts";
import { NO_RAW } from "../raw.ts";
import {
  addColumn,
  changeFields,
  changeFile,
  changeText,
  dropColumn,
  keepRows,
  moveColumns,
  moveTitles,
  renameFile,
  repeatRow,
  replaced,
  setCell,
} from "./grid.ts";
import {
  checkOf,
  difference,
  inTurn,
  readRight,
  realFiles,
  refused,
  shown,
  sourceSubject,
} from "./harness.ts";

const FILE = "us-atf-trace-profiles/state_pages_2020-2023.csv";
const profiles = sourceSubject(usAtfProfiles, () => realFiles(FILE));

/** A row that the collector did not copy: pistols of Idaho in 2021, 895. */
const ROW = 2797;
const cell = (title: string, value: string) => changeFields(FILE, setCell(0, ROW, title, value));
const place = (column: string, shown: string): string =>
  `state_pages_2020-2023\\.csv › row ${ROW}, column ${column}: value ${shown} `;

describe.skipIf(NO_RAW)("ATF State pages, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order, and one more", async () => {
    await readRight(profiles, changeFields(FILE, moveColumns(0, "State", "Value")));
    await readRight(profiles, changeFields(FILE, addColumn(0, "url", "https://example.org")));
  });
  it("reads a byte-order mark and CR LF", async () => {
    await readRight(
      profiles,
      changeText(FILE, (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`),
    );
  });
  it("reads a label with a non-breaking and a zero-width blank as the label", async () => {
    const { gained } = await difference(profiles, cell("Category_or_Place", "Pistols\u00A0\u200B"));
    expect(gained).toMatchObject([{ weapon_type: "PISTOL", obs_value: 895 }]);
  });
  it("refuses titles of section and title of section that were exchanged", async () => {
    await refused(
      profiles,
      changeFields(FILE, moveTitles(0, "Section", "Section_raw")),
      /row 2, column Section: value "Firearm Types with an Alabama Recovery" is not a known section; allowed: Firearms Types/,
    );
  });
  it("refuses titles of year and value that were exchanged", async () => {
    await refused(
      profiles,
      changeFields(FILE, moveTitles(0, "Year", "Value")),
      /row 237, column Value: value "2023" contradicts line 34, which has the same State, Year and category; allowed: "2020"/,
    );
  });
  it("refuses a renamed section, a renamed label, one in other letters, and a calibre read as a number", async () => {
    await refused(
      profiles,
      cell("Section", "Types"),
      new RegExp(`${place("Section", '"Types"')}is not a known section`),
    );
    await refused(
      profiles,
      cell("Category_or_Place", "Handguns"),
      new RegExp(
        `${place("Category_or_Place", '"Handguns"')}is not a known label; allowed: "Pistols"`,
      ),
    );
    await refused(
      profiles,
      cell("Category_or_Place", "pistols"),
      new RegExp(place("Category_or_Place", '"pistols"')),
    );
    await refused(
      profiles,
      changeText(FILE, (text) => text.replaceAll(",.22 Cal", ",0.22")),
      /column Category_or_Place: value "0\.22" is not a known label; allowed: "9mm", "\.22 Cal"/,
    );
  });
  it("refuses an unknown State and one in small letters", async () => {
    await refused(
      profiles,
      cell("State", "Alabamma"),
      new RegExp(`${place("State", '"Alabamma"')}is not a known area; allowed: "Alabama"`),
    );
    await refused(profiles, cell("State", "alabama"), new RegExp(place("State", '"alabama"')));
  });
  it("refuses a total line among the types", async () => {
    await refused(
      profiles,
      changeFields(
        FILE,
        repeatRow(2, (cells) => cells.with(4, "9999").with(3, "Total").with(8, "Total")),
      ),
      /row 10898, column Category_or_Place: value "Total" is not a known label/,
    );
  });
  it("refuses counts with a comma, suppressed, empty, negative, with a fraction or computed", async () => {
    const values = ["1,895", "<5", "-", "", "-895", "895.0", "=800+95", "8.95e2"];
    await refused(
      profiles,
      changeFields(FILE, (grid) =>
        values.reduce((now, value, at) => setCell(0, ROW + at, "Value", value)(now), grid),
      ),
      inTurn(
        values.map(
          (value, at) =>
            `row ${ROW + at}, column Value: value ${shown(value)} is not a count; allowed: digits only`,
        ),
      ),
    );
  });
  it("refuses a year that is a date, a day number or two digits", async () => {
    const values = ["2021-01-01", "44197", "21", "2021.5"];
    await refused(
      profiles,
      changeFields(FILE, (grid) =>
        values.reduce((now, value, at) => setCell(0, ROW + at, "Year", value)(now), grid),
      ),
      inTurn(
        values.map(
          (value, at) =>
            `row ${ROW + at}, column Year: value ${shown(value)} is not a year; allowed: four digits`,
        ),
      ),
    );
  });
  it("refuses a row that comes again with another value", async () => {
    await refused(
      profiles,
      changeFields(
        FILE,
        repeatRow(ROW, (cells) => cells.with(4, "896")),
      ),
      /row 10898, column Value: value "896" contradicts line 2797, which has the same State, Year and category; allowed: "895"/,
    );
  });
  it("drops an exact copy of a row, flags what is left and warns", async () => {
    const copied = 3000;
    const { lost, gained, checks } = await difference(
      profiles,
      changeFields(FILE, repeatRow(copied)),
    );
    expect(lost).toHaveLength(1);
    expect(gained).toMatchObject([{ obs_value: lost[0]?.obs_value }]);
    expect(gained[0]?.flags).toContain("DUPLICATE_DROPPED");
    expect(checkOf(checks, "profiles-copies")).toMatchObject({ status: "WARNING", count: 279 });
  });
  it("refuses a missing column, Latin-1 bytes, a footnote and a file that is cut", async () => {
    await refused(
      profiles,
      changeFields(FILE, dropColumn(0, "Note2")),
      /row 1: value "State,Year.*" header does not have column "Note2" exactly once; allowed: State, Year/,
    );
    await refused(
      profiles,
      changeFile(FILE, (bytes) => Buffer.from(bytes.toString("utf8"), "latin1")),
      /state_pages_2020-2023\.csv › row \d+: is not UTF-8 text/,
    );
    await refused(
      profiles,
      changeText(FILE, (text) => `${text}"Note: see the pages of each State"\n`),
      /row 10898: value "Note: see the pages of each State" has 1 fields instead of 9/,
    );
    await refused(
      profiles,
      changeText(FILE, (text) => text.slice(0, text.length - 60)),
      /has \d fields instead of 9|cannot be read/,
    );
  });
  it("refuses a file of another name", async () => {
    await refused(
      profiles,
      renameFile(FILE, "us-atf-trace-profiles/pages.csv"),
      /us-atf-trace-profiles\/: has no file with a name like \^state_pages/,
    );
  });
});

describe.skipIf(NO_RAW)(
  "ATF State pages: what only a warning shows (skipped without the raw folder)",
  () => {
    it("warns of a band of ages that is missing, which every page has", async () => {
      const { checks } = await difference(
        profiles,
        changeText(FILE, (text) => {
          const line = text
            .split("\n")
            .find((each) => /^Idaho,2021,.*Age of Possessors,Over 50/.test(each));
          return replaced(`${line ?? "no such line"}\n`, "")(text);
        }),
      );
      expect(checkOf(checks, "profiles-complete")).toMatchObject({
        status: "WARNING",
        count: 1,
        examples: ['state_pages_2020-2023.csv: Idaho 2021, Age of Possessors: no "Over 50"'],
      });
    });
    it("warns of a section that is missing on one page", async () => {
      const { checks } = await difference(
        profiles,
        changeFields(
          FILE,
          keepRows(
            (cells) =>
              !(
                cells[0] === "Idaho" &&
                cells[1] === "2021" &&
                cells[7] === "Top Calibers Reported"
              ),
          ),
        ),
      );
      expect(checkOf(checks, "profiles-complete").examples).toEqual([
        "state_pages_2020-2023.csv: Idaho 2021, Top Calibers Reported: no row",
      ]);
    });
  },
);
