import { describe, expect, it } from "vitest";
import { brRjIsp } from "../../../pipelines/sources/br-rj-isp.ts";
import { NO_RAW } from "../raw.ts";
import {
  addFile,
  changeFields,
  changeFile,
  changeText,
  dropColumn,
  moveColumns,
  moveTitles,
  renameFile,
  repeatRow,
  replaced,
  setCell,
} from "./grid.ts";
import { checkOf, difference, readRight, realFiles, refused, sourceSubject } from "./harness.ts";

const WHOLE = "br-rj-isp/ArmasApreendidasEvolucaoCisp.csv";
const FILE = WHOLE.replace(".csv", "_2026-03.csv");
const TABLE = "br-rj-isp/Relacao_RISPxAISPxCISP_CSV.csv";
const split = { delimiter: ";" } as const;

/**
 * The years 2023 and 2024 of the file, to save time: 3,288 rows. It bears its month in the name, because the
 * list of hashes, which dates the whole file, cannot know a damaged one.
 */
const rj = sourceSubject(brRjIsp, async () =>
  changeText(FILE, (text) =>
    text
      .split("\n")
      .filter((line, at) => at === 0 || line === "" || /^\d+;\d+;202[34];/.test(line))
      .join("\n"),
  )(await renameFile(WHOLE, FILE)(await realFiles(WHOLE, TABLE))),
);

/** Precinct 1 in February 2023, in line 3. */
const ROW = 3;
const cell = (title: string, value: string) =>
  changeFields(FILE, setCell(0, ROW, title, value), split);
const place = "ArmasApreendidasEvolucaoCisp_2026-03\\.csv › row 3, column ";
const FIREARMS = "arma_fogo_pistola";

describe.skipIf(NO_RAW)("Rio de Janeiro, damaged (skipped without the raw folder)", () => {
  it("reads columns that stand in another order, a byte-order mark and LF", async () => {
    await readRight(rj, changeFields(FILE, moveColumns(0, "cisp", "municao_total"), split));
    await readRight(
      rj,
      changeText(FILE, (text) => `\uFEFF${text}`),
    );
    await readRight(
      rj,
      changeText(FILE, (text) => text.replaceAll("\r\n", "\n")),
    );
  });
  it("reads the table of precincts saved as UTF-8, of which the numbers alone are used", async () => {
    await readRight(
      rj,
      changeFile(TABLE, (bytes) => Buffer.from(bytes.toString("latin1"), "utf8")),
    );
  });
  it("refuses exchanged titles of month and year, of precinct and area, and of a type and the total", async () => {
    await refused(
      rj,
      changeFields(FILE, moveTitles(0, "mes", "ano"), split),
      new RegExp(`${place}ano: value "2" is not a year; allowed: four digits`),
    );
    await refused(
      rj,
      changeFields(FILE, moveTitles(0, "cisp", "aisp"), split),
      /column cisp: value "\d+" is there in 2023-\d\d already, in row \d+; allowed: one row for each precinct and month/,
    );
    await refused(
      rj,
      changeFields(FILE, moveTitles(0, FIREARMS, "arma_fogo_total"), split),
      /row \d+, column arma_fogo_total: value \d+ is not the sum of its parts, as in \d+ cells; are columns swapped or shifted\?/,
    );
  });
  it("warns of types that stand in another order, whose titles alone may have been exchanged", async () => {
    const { checks } = await difference(
      rj,
      changeFields(FILE, moveTitles(0, FIREARMS, "arma_fogo_revolver"), split),
    );
    expect(checkOf(checks, "rj-column-order")).toMatchObject({ status: "WARNING", count: 2 });
  });
  it("refuses counts with a thousands point, suppressed, a dash, negative, with a fraction or computed", async () => {
    for (const value of ["1.234", "1,0", "<5", "-", "n/d", "-1", "=1+1", "1E1", " 1"]) {
      const shown = JSON.stringify(value).replace(/[.+]/g, "\\$&");
      await refused(
        rj,
        cell(FIREARMS, value),
        new RegExp(
          `${place}${FIREARMS}: value ${shown} is not a count; allowed: digits only, or nothing`,
        ),
      );
    }
  });
  it("refuses a year that is a date, two digits, and a month of 13 or by name", async () => {
    await refused(
      rj,
      cell("ano", "01/02/2023"),
      new RegExp(`${place}ano: value "01/02/2023" is not a year`),
    );
    await refused(rj, cell("ano", "23"), new RegExp(`${place}ano: value "23" is not a year`));
    await refused(
      rj,
      cell("mes", "13"),
      new RegExp(`${place}mes: value "13" is not a month; allowed: 1 to 12`),
    );
    await refused(rj, cell("mes", "fev"), new RegExp(`${place}mes: value "fev" is not a month`));
  });
  it("refuses a month that is missing, and a precinct that is missing in one month or in all", async () => {
    const keep = (pattern: RegExp) =>
      changeText(FILE, (text) =>
        text
          .split("\n")
          .filter((line) => !pattern.test(line))
          .join("\n"),
      );
    await refused(
      rj,
      keep(/^\d+;5;2023;/),
      /2026-03\.csv › column mes: value "2023-05" has no row in the whole file/,
    );
    await refused(
      rj,
      keep(/^1;5;2023;/),
      /2026-03\.csv › column cisp: value "1" is a precinct without a row in 2023-05; allowed: a row for every month/,
    );
    await refused(
      rj,
      keep(/^1;/),
      /2026-03\.csv › column cisp: value "1" is in the precinct table and has no row/,
    );
  });
  it("refuses a row that comes again, as a copy or with another count", async () => {
    const twice =
      /row 3290, column cisp: value "1" is there in 2023-02 already, in row 3; allowed: one row for each precinct and month/;
    await refused(rj, changeFields(FILE, repeatRow(ROW), split), twice);
    await refused(
      rj,
      changeFields(
        FILE,
        repeatRow(ROW, (cells) => cells.with(5, "9")),
        split,
      ),
      twice,
    );
  });
  it("refuses a State total as one more precinct", async () => {
    await refused(
      rj,
      changeFields(
        FILE,
        repeatRow(ROW, (cells) => cells.with(0, "Total")),
        split,
      ),
      /row 3290, column cisp: value "Total" is not the number of a precinct; allowed: digits only/,
    );
  });
  it("warns of a precinct that the table of precincts does not have", async () => {
    const { checks } = await difference(
      rj,
      changeFields(
        FILE,
        repeatRow(ROW, (cells) => cells.with(0, "999")),
        split,
      ),
    );
    expect(checkOf(checks, "rj-precincts")).toMatchObject({ status: "WARNING" });
    expect(checkOf(checks, "rj-precincts").examples.join()).toContain(
      "precinct 999, 2023-02 to 2023-02, not in the precinct table",
    );
  });
  it("uses the parts where one printed total is wrong, flags it and warns", async () => {
    const { gained, checks } = await difference(rj, cell("arma_fogo_total", "99"));
    expect(gained.length).toBeGreaterThan(0);
    expect(gained.every((row) => row.flags.includes("PRINTED_TOTAL_WRONG"))).toBe(true);
    expect(checkOf(checks, "rj-printed-totals")).toMatchObject({ status: "WARNING", count: 1 });
  });
  it("warns of a type that does not fit the printed total of its row", async () => {
    const { checks } = await difference(rj, cell(FIREARMS, "70"));
    expect(checkOf(checks, "rj-printed-totals").examples).toEqual([
      expect.stringMatching(/row 3: arma_fogo_total \d+ instead of 7\d/),
    ]);
  });
  it("gives a month no value where one precinct's cell is empty, and says so", async () => {
    const { gained } = await difference(rj, cell(FIREARMS, ""));
    expect(gained).toMatchObject([
      { time_period: "2023-02", weapon_type: "PISTOL", obs_value: null, obs_status: "O" },
    ]);
    expect(gained[0]?.source_detail).toContain("note=blank in 1 of 137 precincts: 1");
  });
  it("refuses commas, CR alone, a broken quote, a footnote, a cut and an empty file", async () => {
    await refused(
      rj,
      changeText(FILE, (text) => text.replaceAll(";", ",")),
      /2026-03\.csv › row 1: value .*has no semicolons between its fields/,
    );
    await refused(
      rj,
      changeText(FILE, (text) => text.replaceAll("\r\n", "\r")),
      /2026-03\.csv › row 1: .*lone carriage return/,
    );
    await refused(
      rj,
      changeText(FILE, replaced("\n1;2;2023;", '\n"1;2;2023;')),
      /2026-03\.csv › row 3: cannot be read: .*quote/i,
    );
    await refused(
      rj,
      changeText(FILE, (text) => `${text.trimEnd()}\r\nFonte: ISP\r\n`),
      /row 3290: value "Fonte: ISP" has 1 fields instead of 42/,
    );
    await refused(
      rj,
      changeText(FILE, (text) => text.slice(0, text.length - 40)),
      /row 3289: value "168,12,2024.*" has \d+ fields instead of 42/,
    );
    await refused(
      rj,
      changeFile(FILE, () => Buffer.alloc(0)),
      /2026-03\.csv › row 1: /,
    );
  });
  it("refuses a missing column and the table of precincts in place of the weapons", async () => {
    await refused(
      rj,
      changeFields(FILE, dropColumn(0, "arma_fogo_fuzil"), split),
      /row 1: value ".*" header does not have column "arma_fogo_fuzil" exactly once/,
    );
    await refused(
      rj,
      (files) => new Map([...files, [FILE, files.get(TABLE) ?? Buffer.alloc(0)]]),
      /2026-03\.csv › row \d+: is not UTF-8 text/,
    );
  });
  it("refuses a damaged file that only the list of hashes dates, and two files of one month", async () => {
    await refused(
      rj,
      renameFile(FILE, WHOLE),
      /ArmasApreendidasEvolucaoCisp\.csv: does not say when it was copied from the publisher; rename it/,
    );
    await refused(
      rj,
      addFile(FILE.replace("Cisp_", "Cisp-b_"), (files) => files.get(FILE)),
      /2026-03\.csv: has the same release as another file: copy-2026-03/,
    );
  });
});
