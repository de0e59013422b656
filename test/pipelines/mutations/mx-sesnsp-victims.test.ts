import { gunzipSync, gzipSync } from "node:zlib";
import { describe, it } from "vitest";
import { mxSesnspVictims } from "../../../pipelines/sources/mx-sesnsp-victims.ts";
import { NO_RAW } from "../raw.ts";
import {
  addFile,
  type Change,
  changeFields,
  changeFile,
  changeText,
  keepRows,
  moveColumns,
  moveTitles,
  renameFile,
  repeatRow,
  replaced,
  setCell,
} from "./grid.ts";
import { type Damage, readRight, realFiles, refused, sourceSubject } from "./harness.ts";

const FILE = "mx-sesnsp-victims/victimas_con_arma_de_fuego.csv.gz";

/** A damage of the text inside the gzip file. */
const inside =
  (damage: Damage): Damage =>
  async (files) => {
    const packed = files.get(FILE) ?? Buffer.alloc(0);
    const changed = await damage(new Map([[FILE, gunzipSync(packed)]]));
    return new Map([...files, [FILE, gzipSync(changed.get(FILE) ?? "", { level: 1 })]]);
  };
const fields = (change: Change<string>): Damage => inside(changeFields(FILE, change));
const text = (change: (whole: string) => string): Damage => inside(changeText(FILE, change));

/** The first quarter of 2015, to save time: 2,976 of the 124,992 rows, a complete grid. */
const mx = sourceSubject(mxSesnspVictims, async () =>
  text((whole) =>
    whole
      .split("\n")
      .filter((line, at) => at === 0 || /^2015-0[123]/.test(line))
      .join("\n"),
  )(await realFiles(FILE)),
);

const cell = (title: string, value: string): Damage => fields(setCell(0, 2, title, value));
const place = (column: string, shown: string): string =>
  `victimas_con_arma_de_fuego\\.csv\\.gz › row 2, column ${column}: value ${shown} `;

describe.skipIf(NO_RAW)("Mexico, damaged (skipped without the raw folder)", () => {
  it("reads the file unpacked, columns in another order, a byte-order mark and CR LF", async () => {
    await readRight(
      mx,
      (files) =>
        new Map([...files].map(([name, bytes]) => [name.replace(".gz", ""), gunzipSync(bytes)])),
    );
    await readRight(mx, fields(moveColumns(0, "genero", "n_victimas")));
    await readRight(
      mx,
      text((whole) => `\uFEFF${whole.replaceAll("\n", "\r\n")}`),
    );
  });
  it("reads rows in another order", async () => {
    await readRight(
      mx,
      fields(([head = [], ...rows]) => [head, ...rows.reverse()]),
    );
  });
  it("refuses exchanged titles of year and month, sex and age, and code and name of the State", async () => {
    await refused(
      mx,
      fields(moveTitles(0, "n_year", "n_month")),
      new RegExp(`${place("n_year", '"01"')}is not a year; allowed: four digits`),
    );
    await refused(
      mx,
      fields(moveTitles(0, "genero", "rango_de_edad")),
      new RegExp(
        `${place("subtipo_de_delito", '"Homicidio doloso"')}with genero "Menores de edad \\(0-17\\)" and rango_de_edad "Mujer" is not a known cell`,
      ),
    );
    await refused(
      mx,
      fields(moveTitles(0, "cve_ent", "nombre_estado")),
      new RegExp(`${place("cve_ent", '"Aguascalientes"')}is not a State; allowed: 01 to 32`),
    );
  });
  it("refuses men and women who changed places: femicide has women only", async () => {
    await refused(
      mx,
      text((whole) =>
        whole
          .replaceAll(",Hombre,", ",?,")
          .replaceAll(",Mujer,", ",Hombre,")
          .replaceAll(",?,", ",Mujer,"),
      ),
      /column subtipo_de_delito: value "Feminicidio" with genero "Hombre" and .* is not a known cell/,
    );
  });
  it("refuses a code of a State that lost its zero, and one beside another State's name", async () => {
    await refused(mx, cell("cve_ent", "1"), new RegExp(`${place("cve_ent", '"1"')}is not a State`));
    await refused(
      mx,
      cell("cve_ent", "02"),
      new RegExp(
        `${place("nombre_estado", '"Aguascalientes"')}is not the name of State 02; allowed: Baja California`,
      ),
    );
  });
  it("refuses a label with a non-breaking blank, in other letters, and an accent written as two characters", async () => {
    await refused(
      mx,
      cell("genero", "Mujer\u00A0"),
      new RegExp(place("subtipo_de_delito", '"Homicidio doloso"')),
    );
    await refused(
      mx,
      cell("modalidad", "CON ARMA DE FUEGO"),
      new RegExp(`${place("modalidad", '"CON ARMA DE FUEGO"')}is not about firearms`),
    );
    await refused(
      mx,
      cell("nombre_estado", "Me\u0301xico"),
      new RegExp(
        `${place("nombre_estado", '"Me\u0301xico"')}is not the name of State 01; allowed: Aguascalientes`,
      ),
    );
  });
  it("refuses Latin-1 bytes", async () => {
    await refused(
      mx,
      inside(changeFile(FILE, (bytes) => Buffer.from(bytes.toString("utf8"), "latin1"))),
      /\.csv\.gz › row 17: is not UTF-8 text/,
    );
  });
  it("refuses counts with a comma, suppressed, empty, negative, with a fraction or computed", async () => {
    for (const value of ["1,234", "<5", "-", "", "-1", "0.0", "=0", "1e0"]) {
      const shown = JSON.stringify(value).replace(".", "\\.");
      await refused(
        mx,
        cell("n_victimas", value),
        new RegExp(`${place("n_victimas", shown)}is not a count; allowed: digits only`),
      );
    }
  });
  it("refuses a date that is another month, and a year that is a date", async () => {
    await refused(
      mx,
      cell("date_year_month", "2015-02-15"),
      new RegExp(
        `${place("date_year_month", '"2015-02-15"')}is not in the month of n_year and n_month; allowed: 2015-01-15`,
      ),
    );
    await refused(
      mx,
      cell("date_year_month", "15/01/2015"),
      new RegExp(place("date_year_month", '"15/01/2015"')),
    );
    await refused(
      mx,
      cell("n_year", "2015-01-15"),
      new RegExp(`${place("n_year", '"2015-01-15"')}is not a year`),
    );
    await refused(
      mx,
      cell("n_month", "1"),
      new RegExp(`${place("n_month", '"1"')}is not a month; allowed: 01 to 12`),
    );
  });
  it("refuses a row that is missing, a month that is missing, and rows that come again", async () => {
    await refused(
      mx,
      fields(keepRows((_, row) => row !== 2)),
      /\.csv\.gz: value "2015-01 MX-AGU" lacks 1 of 31 cells, the first Homicidio doloso \/ Mujer \/ Menores de edad \(0-17\); allowed: every State and cell in every month/,
    );
    await refused(
      mx,
      fields(keepRows((cells) => cells[2] !== "02")),
      /\.csv\.gz: value "2015-02.*" (has no row|lacks)/,
    );
    const twice =
      /row 2978, value|row 2978: value "2015-01 MX-AGU .*" is there already, in row 2; allowed: each cell once/;
    await refused(mx, fields(repeatRow(2)), twice);
    await refused(mx, fields(repeatRow(2, (cells) => cells.with(11, "7"))), twice);
  });
  it("refuses a national total among the States", async () => {
    await refused(
      mx,
      fields(repeatRow(2, (cells) => cells.with(3, "00").with(4, "Nacional"))),
      /row 2978, column cve_ent: value "00" is not a State/,
    );
  });
  it("refuses half a gzip file, text under the name of one, a footnote and an empty file", async () => {
    await refused(
      mx,
      changeFile(FILE, (bytes) => bytes.subarray(0, bytes.length / 2)),
      /\.csv\.gz: cannot be unpacked: unexpected end of file/,
    );
    await refused(
      mx,
      changeFile(FILE, (bytes) => gunzipSync(bytes)),
      /\.csv\.gz: cannot be unpacked: incorrect header check/,
    );
    await refused(
      mx,
      text((whole) => `${whole.trimEnd()}\nFuente: SESNSP\n`),
      /row 2978: value "Fuente: SESNSP" has 1 fields instead of 12/,
    );
    await refused(
      mx,
      changeFile(FILE, () => Buffer.alloc(0)),
      /\.csv\.gz: cannot be unpacked|\.csv\.gz › row 1: /,
    );
  });
  it("refuses two files of one release and a file of another name", async () => {
    await refused(
      mx,
      addFile(FILE.replace(".csv", "_2.csv"), (files) => files.get(FILE)),
      /fuego_2\.csv\.gz › column n_month: ends in 2015-03, as victimas_con_arma_de_fuego\.csv\.gz does: one of the two must go/,
    );
    await refused(
      mx,
      renameFile(FILE, FILE.replace("victimas", "delitos")),
      /mx-sesnsp-victims\/: has no file with a name like/,
    );
  });
  it("refuses a quote that is not closed", async () => {
    await refused(
      mx,
      text(replaced("2015-01-15,2015", '"2015-01-15,2015')),
      /\.csv\.gz › row 2: cannot be read: .*quote/i,
    );
  });
});
