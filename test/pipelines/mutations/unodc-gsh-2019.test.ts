import { describe, expect, it } from "vitest";
import { unodcGsh2019 } from "../../../pipelines/sources/unodc-gsh-2019.ts";
import { flagAll } from "../../../pipelines/steps/flag.ts";
import { NO_RAW } from "../raw.ts";
import {
  addColumn,
  changeFields,
  changeFile,
  changeText,
  dropColumn,
  insertRows,
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

const FILE = "unodc-homicide-study-2019/homicide_study_2019_annex.csv";
const gsh = sourceSubject(unodcGsh2019, () => realFiles(FILE));
const latin1 = { encoding: "latin1" } as const;

/** Firearm homicides of Jamaica; column X is 2009 with 1,291. */
const ROW = 5478;
const cell = (title: string, value: string) =>
  changeFields(FILE, setCell(0, ROW, title, value), latin1);
const place = "homicide_study_2019_annex\\.csv › row 5478, column ";

describe.skipIf(NO_RAW)("homicide study, damaged (skipped without the raw folder)", () => {
  it("reads the file saved again as UTF-8 with a byte-order mark", async () => {
    await readRight(
      gsh,
      changeFile(FILE, (bytes) => Buffer.from(`\uFEFF${bytes.toString("latin1")}`, "utf8")),
    );
  });
  it("reads text columns that stand in another order, and LF", async () => {
    await readRight(gsh, changeFields(FILE, moveColumns(0, "Country", "Indicator"), latin1));
    await readRight(
      gsh,
      changeText(FILE, (text) => text.replaceAll("\r\n", "\n"), "latin1"),
    );
  });
  it("refuses exchanged titles of country and region, and of two years", async () => {
    await refused(
      gsh,
      changeFields(FILE, moveTitles(0, "Country", "Region"), latin1),
      /annex\.csv › row 2, column Country: value "Asia" is not a known Country/,
    );
    await refused(
      gsh,
      changeFields(FILE, moveTitles(0, "2009", "2010"), latin1),
      /annex\.csv › row 1, column X: value "2010" is out of order; allowed: years from old to new/,
    );
  });
  it("refuses a renamed area, one with a blank at its end and one in other letters", async () => {
    const names = ["Jamaika", "Jamaica ", "JAMAICA", "Jama\u00EFca"];
    await refused(
      gsh,
      changeFields(
        FILE,
        (grid) => names.reduce((now, name, at) => setCell(0, ROW + at, "Country", name)(now), grid),
        latin1,
      ),
      inTurn(
        names.map(
          (name, at) => `row ${ROW + at}, column Country: value "${name}" is not a known Country`,
        ),
      ),
    );
  });
  it("refuses a renamed indicator", async () => {
    await refused(
      gsh,
      cell("Indicator", "Homicides by firearm"),
      new RegExp(
        `${place}Indicator: value "Homicides by firearm" is not a known Indicator; allowed: Homicide by Firearms`,
      ),
    );
  });
  it("refuses counts with a comma, suppressed, a dash, negative, with a fraction or computed", async () => {
    const values = ["1,291", "<5", "-", "n/a", "-1291", "1291.0", "=1203+88", "1.291E3"];
    await refused(
      gsh,
      changeFields(
        FILE,
        (grid) =>
          values.reduce((now, value, at) => setCell(0, ROW, String(1990 + at), value)(now), grid),
        latin1,
      ),
      inTurn(
        values.map(
          (value, at) =>
            `${place}${"EFGHIJKL"[at]}: value ${shown(value)} is not a count; allowed: digits only, or empty`,
        ),
      ),
    );
  });
  it("refuses a rate with a decimal comma", async () => {
    await refused(
      gsh,
      changeFields(FILE, setCell(0, ROW + 1, "2009", "47,9"), latin1),
      /row 5479, column X: value "47,9" is not a (rate|count); allowed: digits/,
    );
  });
  it("refuses a line that is there twice and an area without one of its lines", async () => {
    await refused(
      gsh,
      changeFields(FILE, repeatRow(ROW), latin1),
      /row 12002, column Indicator: value "Homicide by Firearms" is there already for Jamaica/,
    );
    await refused(
      gsh,
      changeFields(
        FILE,
        keepRows((_, row) => row !== ROW),
        latin1,
      ),
      /row \d+, column Country: value "Jamaica" has 49 of 50 indicators; the file is cut or damaged, missing: Homicide by Firearms/,
    );
  });
  it("refuses a year that is missing, one that became a date, and an unknown column", async () => {
    await refused(
      gsh,
      changeFields(FILE, dropColumn(0, "2009"), latin1),
      /row 1: value "1990,.*" has no column for 2009; allowed: years without a gap/,
    );
    await refused(
      gsh,
      changeText(FILE, replaced('"2009"', '"01/01/2009"'), "latin1"),
      /row 1, column X: value "01\/01\/2009" is not a known header/,
    );
    await refused(
      gsh,
      changeFields(FILE, addColumn(0, "Notes", ""), latin1),
      /row 1, column AG: value "Notes" is not a known header/,
    );
  });
  it("refuses a title above the header, a footnote, a shifted row and semicolons", async () => {
    await refused(
      gsh,
      changeFields(FILE, insertRows(1, [["Annex"]]), latin1),
      /row 1, column A: value "Annex" is not a known header/,
    );
    await refused(
      gsh,
      changeText(FILE, (text) => `${text.trimEnd()}\r\n"Note: see the study"\r\n`, "latin1"),
      /row 12002: value "Note: see the study" has 1 fields instead of 32/,
    );
    await refused(
      gsh,
      changeText(
        FILE,
        replaced(
          '"Jamaica","Americas","Caribbean","Homicide by Firearms",',
          '"Jamaica","Americas","Caribbean","Homicide by Firearms",,',
        ),
        "latin1",
      ),
      /row 5478: value "Jamaica,.*" has 33 fields instead of 32/,
    );
    await refused(
      gsh,
      changeText(FILE, (text) => text.replaceAll(",", ";"), "latin1"),
      /row 1, column A: value "Country;.*" is not a known header|row 1: .*cannot be read/,
    );
  });
  it("refuses UTF-16, an empty file and a file that is not there", async () => {
    await refused(
      gsh,
      changeFile(FILE, (bytes) => Buffer.from(`\uFEFF${bytes.toString("latin1")}`, "utf16le")),
      /annex\.csv › row 1, column A: value .* is not a known header|NUL/,
    );
    await refused(
      gsh,
      changeFile(FILE, () => Buffer.alloc(0)),
      /annex\.csv › row 1: has no column for a year/,
    );
    await refused(
      gsh,
      renameFile(FILE, FILE.replace("annex", "data")),
      /homicide_study_2019_annex\.csv: is not there/,
    );
  });
});

describe.skipIf(NO_RAW)(
  "homicide study: what only a warning shows (skipped without the raw folder)",
  () => {
    it("warns where all lines of an area are missing, as where a file is cut between two areas", async () => {
      const { checks } = await difference(
        gsh,
        changeFields(
          FILE,
          keepRows((cells) => cells[0] !== "Jamaica"),
          latin1,
        ),
      );
      expect(checkOf(checks, "gsh-areas-missing")).toMatchObject({
        status: "WARNING",
        count: 1,
        examples: ["homicide_study_2019_annex.csv: Jamaica"],
      });
    });
    it("flags men who changed places with the total", async () => {
      const { rows } = await difference(
        gsh,
        changeFields(
          FILE,
          (lines) =>
            lines.map((cells) =>
              cells[0] !== "Jamaica"
                ? cells
                : cells[3] === "Homicide by Firearms"
                  ? cells.with(3, "Male Homicide by Firearms")
                  : cells[3] === "Male Homicide by Firearms"
                    ? cells.with(3, "Homicide by Firearms")
                    : cells,
            ),
          latin1,
        ),
      );
      const men = flagAll(rows).filter(
        (row) =>
          row.ref_area === "JAM" &&
          row.time_period === "2009" &&
          row.sex === "M" &&
          row.indicator === "VICTIMS_HOMICIDE_FIREARM",
      );
      expect(men).toMatchObject([{ obs_value: 1291, flags: "PARTS_GT_TOTAL" }]);
    });
  },
);
