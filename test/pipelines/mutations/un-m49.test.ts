import { describe, it } from "vitest";
import { readAreas } from "../../../pipelines/sources/un-m49.ts";
import type { Area } from "../../../src/standard/codelists/area.ts";
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
  repeatRow,
  replaced,
} from "./grid.ts";
import { once, readRight, realFiles, refused, type Subject } from "./harness.ts";

const fileOf = (language: string): string => `un-m49/UNSD-M49-${language}.csv`;
const EN = fileOf("en");
const FR = fileOf("fr");

const m49: Subject<Area> = {
  files: once(() => realFiles(...["en", "fr", "es", "ru", "cn", "ar"].map(fileOf))),
  read: async (raw) => ({ rows: [...(await readAreas(raw)).values()], checks: [] }),
  textOf: (area) => JSON.stringify(area),
};

describe.skipIf(NO_RAW)("UN M49, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order, one more column, CR LF, with and without a byte-order mark", async () => {
    await readRight(m49, changeFields(FR, moveColumns(0, "M49 Code", "Country or Area")));
    await readRight(m49, changeFields(FR, addColumn(0, "Notes", "")));
    await readRight(
      m49,
      changeText(FR, (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`),
    );
    await readRight(
      m49,
      changeText(EN, (text) => text.replace("\uFEFF", "")),
    );
  });
  it("refuses codes that lost their leading zeros", async () => {
    await refused(
      m49,
      changeText(
        EN,
        replaced(
          "001,World,002,Africa,015,Northern Africa,,,Algeria,012",
          "1,World,2,Africa,15,Northern Africa,,,Algeria,12",
        ),
      ),
      /UNSD-M49-en\.csv › row 2, column Sub-region Code: value "15" is not a code; allowed: three digits/,
    );
  });
  it("refuses a Namibia whose NA was read as missing", async () => {
    await refused(
      m49,
      changeText(EN, replaced(",516,NA,NAM,", ",516,,NAM,")),
      /UNSD-M49-en\.csv › row \d+, column ISO-alpha2 Code: value "" is not a code; allowed: two capitals/,
    );
  });
  it("refuses codes in small letters, doubled codes and exchanged titles of codes", async () => {
    await refused(
      m49,
      changeText(EN, replaced(",DZ,DZA,", ",DZ,dza,")),
      /en\.csv › row 2, column ISO-alpha3 Code: value "dza" is not a code; allowed: three capitals/,
    );
    await refused(
      m49,
      changeFields(EN, repeatRow(2)),
      /en\.csv › row 251, column ISO-alpha3 Code: value "DZA" is there already; allowed: each code once/,
    );
    await refused(
      m49,
      changeFields(EN, moveTitles(0, "ISO-alpha2 Code", "ISO-alpha3 Code")),
      /en\.csv › row 2, column ISO-alpha3 Code: value "DZ" is not a code/,
    );
    await refused(
      m49,
      changeFields(FR, moveTitles(0, "Region Code", "Sub-region Code")),
      /fr\.csv › row 2, column Region Code: value "015" is not what UNSD-M49-en\.csv has; allowed: 002/,
    );
  });
  it("refuses an area that is missing in one language or is in another region there", async () => {
    await refused(
      m49,
      changeFields(
        FR,
        keepRows((_, row) => row !== 2),
      ),
      /UNSD-M49-fr\.csv › column ISO-alpha3 Code: value "DZA" is not in the file, but in UNSD-M49-en\.csv/,
    );
    await refused(
      m49,
      changeFields(FR, (rows) =>
        rows.map((cells, row) => (row === 1 ? cells.with(4, "202") : cells)),
      ),
      /fr\.csv › row 2, column Sub-region Code: value "202" is not what UNSD-M49-en\.csv has; allowed: 015/,
    );
  });
  it("refuses one language under the name of another", async () => {
    await refused(
      m49,
      (files) => new Map([...files, [fileOf("es"), files.get(FR) ?? Buffer.alloc(0)]]),
      /UNSD-M49-es\.csv › column Country or Area: has the same names as UNSD-M49-fr\.csv; allowed: es/,
    );
  });
  it("refuses exchanged titles of names of regions and sub-regions", async () => {
    await refused(
      m49,
      changeFields(FR, moveTitles(0, "Region Name", "Sub-region Name")),
      /UNSD-M49-fr\.csv › row \d+, column Sub-region Name: value "Afrique" is the name of 015 already, and here of 202; allowed: one code for a name/,
    );
  });
  it("refuses exchanged titles of names of areas and regions", async () => {
    await refused(
      m49,
      changeFields(FR, moveTitles(0, "Country or Area", "Sub-region Name")),
      /UNSD-M49-fr\.csv › row 119, column Country or Area: value "" is no name; allowed: a name/,
    );
  });
  it("refuses Latin-1 bytes, semicolons, CR alone, a missing column and an empty file", async () => {
    await refused(
      m49,
      changeFile(FR, (bytes) => Buffer.from(bytes.toString("utf8"), "latin1")),
      /fr\.csv › row 2: is not UTF-8 text/,
    );
    await refused(
      m49,
      changeText(FR, (text) => text.replaceAll(",", ";")),
      /fr\.csv › row 1: .*(header does not have column|cannot be read)/,
    );
    await refused(
      m49,
      changeText(FR, (text) => text.replaceAll("\n", "\r")),
      /fr\.csv › row 1: .*carriage return/,
    );
    await refused(
      m49,
      changeFields(FR, dropColumn(0, "Sub-region Name")),
      /fr\.csv › row 1: .*header does not have column "Sub-region Name" exactly once/,
    );
    await refused(
      m49,
      changeFile(FR, () => Buffer.alloc(0)),
      /fr\.csv › row 1: .*header does not have column "Global Code"/,
    );
  });
  it("refuses a folder without one of the languages", async () => {
    await refused(
      m49,
      (files) => new Map([...files].filter(([name]) => name !== FR)),
      /UNSD-M49-fr\.csv: is not there/,
    );
  });
});
