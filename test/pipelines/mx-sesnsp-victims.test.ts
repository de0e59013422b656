import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mxSesnspVictims } from "../../pipelines/sources/mx-sesnsp-victims.ts";
import {
  CELLS,
  STATES,
  TYPE_OF_SUBTYPE,
  type VictimCell,
} from "../../pipelines/sources/mx-sesnsp-victims-labels.ts";
import { problemsOf, temporaryFolder, textFile } from "./files.ts";

type Row = Readonly<Record<string, string>>;
const COLUMNS =
  "date_year_month,n_year,n_month,cve_ent,nombre_estado,bien_juridico_afectado,tipo_de_delito,subtipo_de_delito,modalidad,genero,rango_de_edad,n_victimas".split(
    ",",
  );

const row = (month: string, state: string, cell: VictimCell, victims: number): Row => {
  const [n_year = "", n_month = ""] = month.split("-");
  return {
    date_year_month: `${month}-15`,
    n_year,
    n_month,
    cve_ent: state,
    nombre_estado: STATES[state]?.[0] ?? "",
    bien_juridico_afectado: "La vida y la Integridad corporal",
    tipo_de_delito: TYPE_OF_SUBTYPE[cell.subtype],
    subtipo_de_delito: cell.subtype,
    modalidad: "Con arma de fuego",
    genero: cell.genero,
    rango_de_edad: cell.rango,
    n_victimas: String(victims),
  };
};

/** A complete file: in each State and month the first cell has 1 victim, the second 2, and so on to 31. */
const grid = (months: readonly string[]): Row[] =>
  months.flatMap((month) =>
    Object.keys(STATES)
      .sort()
      .flatMap((state) => CELLS.map((cell, at) => row(month, state, cell, at + 1))),
  );

const text = (rows: readonly Row[], columns: readonly string[] = COLUMNS): string =>
  `${[columns, ...rows.map((cells) => columns.map((name) => cells[name] ?? ""))].map((cells) => cells.join(",")).join("\n")}\n`;

const MONTH = grid(["2020-01"]);
const YEAR = Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, "0")}`);
const FILE = "victimas_con_arma_de_fuego.csv.gz";

const readBytes = async (content: string | Uint8Array, file = FILE) => {
  const raw = await temporaryFolder();
  const packed = file.endsWith(".gz") ? gzipSync(content) : content;
  await textFile(raw, `mx-sesnsp-victims/${file}`, packed);
  return mxSesnspVictims.read(raw, new Map());
};
const refusal = (content: string | Uint8Array) => problemsOf(() => readBytes(content));

type Result = Awaited<ReturnType<typeof readBytes>>;
const find = (
  { observations }: Result,
  area: string,
  period: string,
  [sex, age]: readonly [string, string] = ["_T", "_T"],
  indicator = "VICTIMS_HOMICIDE_FIREARM",
) =>
  observations.find(
    (one) =>
      one.indicator === indicator &&
      one.ref_area === area &&
      one.time_period === period &&
      one.sex === sex &&
      one.age === age,
  );

/** Victims in the synthetic file, in one State and month, of the cells that fit. */
const victims = (fits: (cell: VictimCell) => boolean): number =>
  CELLS.reduce((sum, cell, at) => (fits(cell) ? sum + at + 1 : sum), 0);
const isHomicide = (cell: VictimCell): boolean => cell.subtype === "Homicidio doloso";

describe("Mexico, victims, mapping", () => {
  it("keeps the cells of a State and month, with line and labels", async () => {
    const { observations, releases } = await readBytes(text(MONTH));
    expect(observations[0]).toMatchObject({
      dataset: "MX_SESNSP_VICTIMS",
      release: "2020-01",
      indicator: "VICTIMS_HOMICIDE_FIREARM",
      freq: "M",
      ref_area: "MX-AGU",
      area_level: "SUBNATIONAL",
      time_period: "2020-01",
      sex: "M",
      age: "Y0T17",
      weapon_type: "_Z",
      offence_context: "_T",
      obs_value: 1,
      breakdown: "sex+age",
      additivity: "PART",
      flags: "DEF_DIFFERS|SMALL_CELL",
      source_row: "2",
      source_detail:
        "subtipo_de_delito=Homicidio doloso; genero=Hombre; rango_de_edad=Menores de edad (0-17)",
    });
    expect(releases).toMatchObject([{ release: "2020-01", rowsRead: 32 * 31 }]);
    const cells = observations.filter((one) => one.breakdown === "sex+age");
    expect(cells).toHaveLength(32 * 31);
    const femicide = cells.filter((one) => one.indicator === "VICTIMS_FEMICIDE_FIREARM");
    expect(new Set(femicide.map((one) => `${one.sex} ${one.age}`))).toEqual(
      new Set(["F Y0T17", "F Y_GE18", "F _U"]),
    );
  });

  it("derives what a month gives, and no year of an incomplete one", async () => {
    const result = await readBytes(text(MONTH));
    const all = victims(isHomicide);
    expect(find(result, "MX-SIN", "2020-01")).toMatchObject({
      obs_value: all,
      breakdown: "_T",
      additivity: "TOTAL",
      flags: "DEF_DIFFERS|DERIVED",
    });
    expect(find(result, "MEX", "2020-01")).toMatchObject({
      obs_value: 32 * all,
      area_level: "COUNTRY",
    });
    expect(find(result, "MEX", "2020-01", ["F", "_T"])).toMatchObject({
      obs_value: 32 * victims((cell) => isHomicide(cell) && cell.sex === "F"),
      breakdown: "sex",
      additivity: "PART",
    });
    expect(find(result, "MX-SIN", "2020-01", ["F", "_T"])).toBeUndefined();
    expect(find(result, "MEX", "2020-01", ["F", "Y0T17"])).toBeUndefined();
    expect(result.observations.every((one) => one.freq === "M")).toBe(true);
    expect(result.observations).toHaveLength(32 * 31 + 32 * 5 + 13 + 15 + 5);
  });

  it("sums two labels of unknown age, and says so", async () => {
    const result = await readBytes(text(MONTH));
    const unknown = victims((cell) => isHomicide(cell) && cell.age === "_U");
    expect(find(result, "MEX", "2020-01", ["_T", "_U"])).toMatchObject({
      obs_value: 32 * unknown,
      breakdown: "age",
      flags: "MERGED_LABELS|DEF_DIFFERS|DERIVED",
      source_detail: expect.stringContaining("No especificado + No identificado"),
    });
    const femicide = find(result, "MEX", "2020-01", ["_T", "_U"], "VICTIMS_FEMICIDE_FIREARM");
    expect(femicide?.flags).toBe("DERIVED");
  });

  it("derives complete years at four breakdowns for States and the country", async () => {
    const result = await readBytes(text(grid([...YEAR, "2021-01"])));
    const years = result.observations.filter((one) => one.freq === "A");
    expect(new Set(years.map((one) => one.time_period))).toEqual(new Set(["2020"]));
    expect(years).toHaveLength(33 * (31 + 13 + 15 + 5));
    const all = victims(isHomicide);
    expect(find(result, "MX-ZAC", "2020")?.obs_value).toBe(12 * all);
    expect(find(result, "MEX", "2020")?.obs_value).toBe(12 * 32 * all);
    expect(find(result, "MEX", "2020", ["M", "Y0T17"])?.obs_value).toBe(12 * 32);
    const ages = years.filter((one) => one.breakdown === "age" && one.ref_area === "MEX");
    const totals = years.filter((one) => one.breakdown === "_T" && one.ref_area === "MEX");
    const sum = (rows: typeof years) =>
      rows.reduce((total, one) => total + (one.obs_value ?? 0), 0);
    expect(sum(ages)).toBe(sum(totals));
  });

  it("flags 1 to 4 as small, not 0 and not 5, and not the sum of small ones", async () => {
    const rows = MONTH.map((cells, at) => ({ ...cells, n_victimas: String(at < 6 ? at : 0) }));
    const { observations } = await readBytes(text(rows));
    const small = observations.slice(0, 6).map((one) => one.flags.includes("SMALL_CELL"));
    expect(small).toEqual([false, true, true, true, true, false]);
    const total = observations.find((one) => one.breakdown === "_T" && one.ref_area === "MX-AGU");
    expect(total).toMatchObject({ obs_value: 15, flags: "DEF_DIFFERS|DERIVED" });
    const two = MONTH.map((cells, at) => ({ ...cells, n_victimas: at < 3 ? "3" : "0" }));
    const nation = (await readBytes(text(two))).observations.find(
      (one) => one.breakdown === "sex" && one.sex === "M",
    );
    expect(nation).toMatchObject({ obs_value: 9, flags: "DEF_DIFFERS|DERIVED" });
  });
});

describe("Mexico, victims, other forms of the same file", () => {
  it.each<[string, string, (content: string) => string]>([
    ["an unpacked file", "victimas_con_arma_de_fuego.csv", (content) => content],
    ["a byte-order mark", FILE, (content) => `\uFEFF${content}`],
    ["Windows line ends", FILE, (content) => content.replaceAll("\n", "\r\n")],
    ["no last line end", FILE, (content) => content.trimEnd()],
  ])("reads %s", async (_, file, change) => {
    const { observations } = await readBytes(change(text(MONTH)), file);
    expect(observations).toEqual((await readBytes(text(MONTH))).observations);
  });

  it("finds columns by name and rows in any order", async () => {
    const { observations } = await readBytes(text([...MONTH].reverse(), [...COLUMNS].reverse()));
    expect(observations).toHaveLength(32 * 31 + 32 * 5 + 33);
    const first = observations.find((one) => one.ref_area === "MX-AGU" && one.sex === "M");
    expect(first?.source_row).not.toBe("2");
  });

  it("loads a second release, and refuses two of the same month", async () => {
    const raw = await temporaryFolder();
    await textFile(raw, `mx-sesnsp-victims/${FILE}`, gzipSync(text(MONTH)));
    const other = "mx-sesnsp-victims/victimas_con_arma_de_fuego_2020-02.csv";
    await textFile(raw, other, text(grid(["2020-01", "2020-02"])));
    const { releases } = await mxSesnspVictims.read(raw, new Map());
    expect(releases.map(({ release }) => release).sort()).toEqual(["2020-01", "2020-02"]);
    await textFile(raw, other, text(MONTH));
    expect(await problemsOf(() => mxSesnspVictims.read(raw, new Map()))).toMatch(
      /ends in 2020-01, as .* does/,
    );
  });
});

describe("Mexico, victims, damage", () => {
  it.each<[string, Row, RegExp]>([
    ["a thousands comma", { n_victimas: '"1,234"' }, /row 4, column n_victimas: value "1,234"/],
    ["a suppressed count", { n_victimas: "<5" }, /n_victimas: value "<5" is not a count.*digits/],
    ["a negative count", { n_victimas: "-1" }, /column n_victimas: value "-1"/],
    ["a decimal", { n_victimas: "1.0" }, /column n_victimas: value "1.0"/],
    ["an empty count", { n_victimas: "" }, /column n_victimas: value ""/],
    ["an unknown State", { cve_ent: "33" }, /column cve_ent: value "33" is not a State.*01 to 32/],
    ["a State that lost its zero", { cve_ent: "1" }, /column cve_ent: value "1"/],
    [
      "another State's name",
      { nombre_estado: "Jalisco" },
      /nombre_estado: value "Jalisco".*State 01/,
    ],
    ["a total over States", { cve_ent: "00", nombre_estado: "Nacional" }, /cve_ent: value "00"/],
    ["a date of another month", { date_year_month: "2020-02-15" }, /date_year_month: .*2020-01-15/],
    ["a date in another form", { date_year_month: "15/01/2020" }, /column date_year_month/],
    ["month 13", { n_month: "13", date_year_month: "2020-13-15" }, /n_month: value "13"/],
    ["a month that lost its zero", { n_month: "1" }, /column n_month: value "1"/],
    ["a year of two digits", { n_year: "20" }, /column n_year: value "20"/],
    ["another weapon", { modalidad: "Con arma blanca" }, /modalidad: value "Con arma blanca"/],
    ["an unknown crime", { subtipo_de_delito: "Robo" }, /subtipo_de_delito: value "Robo"/],
    ["an unknown sex", { genero: "Mujeres" }, /genero "Mujeres"/],
    ["a total over ages", { rango_de_edad: "Total" }, /rango_de_edad "Total"/],
    ["a type of another crime", { tipo_de_delito: "Lesiones" }, /tipo_de_delito: .*Homicidio/],
  ])("refuses %s", async (_, change, message) => {
    const rows = MONTH.map((cells, at) => (at === 2 ? { ...cells, ...change } : cells));
    expect(await refusal(text(rows))).toMatch(message);
  });

  it("refuses a doubled row, a missing one, a missing month and a missing State", async () => {
    const [first = {}] = MONTH;
    expect(await refusal(text([...MONTH, first]))).toMatch(
      /row 994: value "2020-01 MX-AGU Homicidio doloso .*" is there already, in row 2/,
    );
    expect(await refusal(text(MONTH.slice(1)))).toMatch(
      /value "2020-01 MX-AGU" lacks 1 of 31 cells, the first Homicidio doloso \/ Hombre \/ Menores/,
    );
    expect(await refusal(text([...MONTH, ...grid(["2020-03"])]))).toMatch(
      /^victimas.*: value "2020-02 MX-AGU" lacks 31 of 31 cells/,
    );
    expect(await refusal(text(MONTH.filter(({ cve_ent }) => cve_ent !== "09")))).toMatch(
      /^victimas.*: value "2020-01 MX-CMX" lacks 31 of 31 cells[^\n]*$/,
    );
  });

  it("refuses swapped columns", async () => {
    const header = (one: string, other: string): string => {
      const swapped = COLUMNS.map((name) => (name === one ? other : name === other ? one : name));
      return text(MONTH).replace(COLUMNS.join(","), swapped.join(","));
    };
    expect(await refusal(header("genero", "rango_de_edad"))).toMatch(/row 2, .*not a known cell/);
    expect(await refusal(header("n_year", "n_month"))).toMatch(/row 2, column n_year: value "01"/);
    expect(await refusal(header("cve_ent", "n_victimas"))).toMatch(/column cve_ent|nombre_estado/);
  });

  it("refuses another separator, a missing or doubled column, lone carriage returns", async () => {
    expect(await refusal(text(MONTH).replaceAll(",", ";"))).toMatch(/row 1: .*column "date_year_/);
    const missing = COLUMNS.filter((name) => name !== "rango_de_edad");
    expect(await refusal(text(MONTH, missing))).toMatch(/column "rango_de_edad" exactly once/);
    expect(await refusal(text(MONTH, [...COLUMNS, "genero"]))).toMatch(/column "genero" exactly/);
    expect(await refusal(text(MONTH).replaceAll("\n", "\r"))).toMatch(/no line ends of Windows/);
    expect(await refusal("")).toMatch(/no line ends/);
    expect(await refusal(text([]))).toMatch(/no row below its header/);
  });

  it("refuses latin-1, also in a single line, and names read in the wrong encoding", async () => {
    expect(await refusal(Buffer.from(text(MONTH), "latin1"))).toMatch(/row 3: is not UTF-8/);
    const utf8 = Buffer.from(text(MONTH));
    const mixed = Buffer.concat([utf8, Buffer.from("2020-01-15,2020,01,22,Querétaro", "latin1")]);
    expect(await refusal(mixed)).toMatch(/row 994: is not UTF-8/);
    const wrong = text(MONTH).replaceAll("Querétaro", "QuerÃ©taro");
    expect(await refusal(wrong)).toMatch(/nombre_estado: value "QuerÃ©taro"/);
  });

  it("refuses a file that is not packed, or cut short, though its name says gz", async () => {
    const raw = await temporaryFolder();
    const path = `mx-sesnsp-victims/${FILE}`;
    await textFile(raw, path, text(MONTH));
    const read = () => mxSesnspVictims.read(raw, new Map());
    expect(await problemsOf(read)).toMatch(/^victimas.*\.gz: cannot be unpacked/);
    await textFile(raw, path, gzipSync(text(MONTH)).subarray(0, 400));
    expect(await problemsOf(read)).toMatch(/cannot be unpacked/);
  });
});
