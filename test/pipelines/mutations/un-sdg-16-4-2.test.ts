import { describe, expect, it } from "vitest";
import { unSdg1642 } from "../../../pipelines/sources/un-sdg-16-4-2.ts";
import { NO_RAW } from "../raw.ts";
import {
  addFile,
  changeFields,
  changeFile,
  changeText,
  doubleColumn,
  insertRows,
  moveColumns,
  moveTitles,
  renameFile,
  repeatRow,
  setCell,
} from "./grid.ts";
import { checkOf, difference, readRight, realFiles, refused, sourceSubject } from "./harness.ts";

const FILE = "un-sdg-16-4-2/VC_ARM_SZTRACE_2026-Q3.csv";
const sdg = sourceSubject(unSdg1642, () => realFiles(FILE));

/** Argentina, 2016: 17.71. */
const ROW = 4;
const cell = (title: string, value: string) => changeFields(FILE, setCell(0, ROW, title, value));
const place = (column: string, shown: string): string =>
  `VC_ARM_SZTRACE_2026-Q3\\.csv › row 4, column ${column}: value ${shown} `;

describe.skipIf(NO_RAW)("SDG 16.4.2, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order, a byte-order mark and CR LF", async () => {
    await readRight(sdg, changeFields(FILE, moveColumns(0, "iso3", "footnotes")));
    await readRight(
      sdg,
      changeText(FILE, (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`),
    );
  });
  it("reads area numbers with and without leading zeros", async () => {
    await readRight(sdg, cell("m49", "032"));
  });
  it("refuses exchanged titles of year and area, and of nature and reporting type", async () => {
    await refused(
      sdg,
      changeFields(FILE, moveTitles(0, "m49", "year")),
      new RegExp(place("m49", '"2016"')),
    );
    await refused(
      sdg,
      changeFields(FILE, moveTitles(0, "nature", "reportingType")),
      new RegExp(`${place("reportingType", '"C"')}is not the global series; allowed: G`),
    );
  });
  it("refuses a code and an area number of two countries", async () => {
    await refused(
      sdg,
      cell("iso3", "ARM"),
      new RegExp(`${place("iso3", '"ARM"')}is not the code of area 32; allowed: ARG`),
    );
    await refused(
      sdg,
      cell("iso3", "arg"),
      new RegExp(`${place("iso3", '"arg"')}is not the code of area 32`),
    );
    await refused(
      sdg,
      cell("m49", "33"),
      new RegExp(`${place("m49", '"33"')}is not an area of UN M49`),
    );
  });
  it("refuses percentages with a decimal comma, a sign, suppressed, empty, negative or above 100", async () => {
    for (const value of ["17,71", "17.71%", "<5", "-", "", "-17.71", "1771", "NaN", "1e1"]) {
      const shown = JSON.stringify(value).replace(".", "\\.");
      await refused(
        sdg,
        cell("valuePercent", value),
        new RegExp(
          `${place("valuePercent", shown)}is not a percentage; allowed: a number from 0 to 100, with a point`,
        ),
      );
    }
  });
  it("refuses a year that is a date or has a fraction", async () => {
    await refused(
      sdg,
      cell("year", "2016-01-01"),
      new RegExp(`${place("year", '"2016-01-01"')}is not a year`),
    );
    await refused(
      sdg,
      cell("year", "2016.5"),
      new RegExp(`${place("year", '"2016\\.5"')}is not a year`),
    );
  });
  it("refuses an unknown nature and a national series", async () => {
    await refused(
      sdg,
      cell("nature", "Z"),
      new RegExp(`${place("nature", '"Z"')}is not a known nature; allowed: C, CA`),
    );
    await refused(sdg, cell("reportingType", "N"), new RegExp(place("reportingType", '"N"')));
  });
  it("refuses an area and year that come again, with the same value or another", async () => {
    const twice =
      /row 106, column m49: value "32" is there in 2016 already, in row 4 of VC_ARM_SZTRACE_2026-Q3\.csv; allowed: one value/;
    await refused(sdg, changeFields(FILE, repeatRow(ROW)), twice);
    await refused(
      sdg,
      changeFields(
        FILE,
        repeatRow(ROW, (cells) => cells.with(4, "71.17")),
      ),
      twice,
    );
  });
  it("refuses a doubled column, a title row above the header and a footnote row", async () => {
    await refused(
      sdg,
      changeFields(FILE, doubleColumn(0, "valuePercent")),
      /row 1: .*header does not have column "valuePercent" exactly once/,
    );
    await refused(
      sdg,
      changeFields(FILE, insertRows(1, [["SDG 16.4.2"]])),
      /row 1: value "SDG 16\.4\.2" header does not have column "iso3" exactly once/,
    );
    await refused(
      sdg,
      changeText(FILE, (text) => `${text}Source: UNSD\n`),
      /row 106: value "Source: UNSD" has 1 fields instead of 9/,
    );
  });
  it("refuses UTF-16, CR alone and an empty file", async () => {
    await refused(
      sdg,
      changeFile(FILE, (bytes) => Buffer.from(`\uFEFF${bytes.toString()}`, "utf16le")),
      /2026-Q3\.csv › row 1: is not UTF-8 text/,
    );
    await refused(
      sdg,
      changeText(FILE, (text) => text.replaceAll("\n", "\r")),
      /2026-Q3\.csv › row 1: .*carriage return/,
    );
    await refused(
      sdg,
      changeFile(FILE, () => Buffer.alloc(0)),
      /2026-Q3\.csv › row 1: .*header does not have column "iso3"/,
    );
  });
  it("refuses a release that does not exist in the file name, and takes the release from it", async () => {
    await refused(
      sdg,
      renameFile(FILE, FILE.replace("Q3", "Q5")),
      /VC_ARM_SZTRACE_2026-Q5\.csv: does not name its release as expected; allowed: VC_ARM_SZTRACE_<year>-Q<quarter>\.csv/,
    );
    expect(await sdg.releases(renameFile(FILE, FILE.replace("Q3", "Q4")))).toMatchObject([
      { release: "2026.Q4.G.01" },
    ]);
  });
  it("refuses a second file whose name is no release", async () => {
    await refused(
      sdg,
      addFile(FILE.replace(".csv", " (1).csv"), (files) => files.get(FILE)),
      /2026-Q3 \(1\)\.csv: does not name its release as expected/,
    );
  });
  it("warns of a footnote in other words, keeps it and reads no window from it", async () => {
    const { gained, checks } = await difference(sdg, cell("footnotes", "mean of 2016 and 2017"));
    expect(gained).toMatchObject([{ obs_value: 17.71, flags: "TRANSCRIBED" }]);
    expect(checkOf(checks, "sdg-footnote-wording")).toMatchObject({ status: "WARNING", count: 1 });
  });
});
