import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brRjIsp } from "../../pipelines/sources/br-rj-isp.ts";
import { mxSesnspVictims } from "../../pipelines/sources/mx-sesnsp-victims.ts";
import { readAreas } from "../../pipelines/sources/un-m49.ts";
import { unSdg1642 } from "../../pipelines/sources/un-sdg-16-4-2.ts";
import { loadObservations } from "../../pipelines/steps/table.ts";
import type { Area } from "../../src/standard/codelists/area.ts";
import { NO_RAW, openDatabase, RAW, table } from "./raw.ts";

const LANGUAGES = ["en", "ar", "cn", "fr", "ru", "es"];

/** Holds `o` (what the three sources give) and the raw files as text: rj, mx, sdg, m49_en … m49_es. */
let db: DuckDBConnection;
let areas: ReadonlyMap<string, Area>;
const ask = (sql: string): Promise<unknown[][]> => table(db, sql);

const open = async (): Promise<void> => {
  db = await openDatabase();
  areas = await readAreas(RAW);
  const results = [];
  for (const source of [brRjIsp, mxSesnspVictims, unSdg1642]) {
    results.push(await source.read(RAW, areas));
  }
  await loadObservations(
    db,
    results.flatMap((result) => result.observations),
  );
  await db.run("CREATE VIEW o AS FROM observations");
  const view = (name: string, file: string, options = "") =>
    db.run(
      `CREATE TABLE ${name} AS FROM read_csv('${join(RAW, file)}', all_varchar = true${options})`,
    );
  await view("rj", "br-rj-isp/ArmasApreendidasEvolucaoCisp.csv", ", delim = ';'");
  await view("mx", "mx-sesnsp-victims/victimas_con_arma_de_fuego.csv.gz");
  await view("sdg", "un-sdg-16-4-2/VC_ARM_SZTRACE_2026-Q3.csv");
  await codeMexico();
  for (const language of LANGUAGES) {
    await view(`m49_${language}`, `un-m49/UNSD-M49-${language}.csv`);
  }
};

/** The Mexican file with our codes, typed here once more, as table mx_codes; its line counts the header. */
const codeMexico = async (): Promise<void> => {
  await db.run("CREATE TABLE states (code VARCHAR, label VARCHAR)");
  for (const { code, label, parent } of areas.values()) {
    if (parent === "MEX") await db.run(`INSERT INTO states VALUES ('${code}', '${label}')`);
  }
  await db.run(
    `CREATE TABLE mx_codes AS SELECT line, n_year AS year, n_year || '-' || n_month AS month,
       states.code AS area, n_victimas::BIGINT AS value,
       CASE subtipo_de_delito WHEN 'Homicidio doloso' THEN 'VICTIMS_HOMICIDE_FIREARM'
         WHEN 'Feminicidio' THEN 'VICTIMS_FEMICIDE_FIREARM'
         WHEN 'Lesiones dolosas' THEN 'VICTIMS_INJURY_FIREARM'
         WHEN 'Homicidio culposo' THEN 'VICTIMS_NEGLIGENT_HOMICIDE_FIREARM'
         WHEN 'Lesiones culposas' THEN 'VICTIMS_NEGLIGENT_INJURY_FIREARM' END AS indicator,
       CASE genero WHEN 'Mujer' THEN 'F' WHEN 'Hombre' THEN 'M' ELSE '_U' END AS sex,
       CASE WHEN rango_de_edad LIKE 'Menores%' THEN 'Y0T17'
         WHEN rango_de_edad LIKE 'Adultos%' THEN 'Y_GE18' ELSE '_U' END AS age
     FROM (SELECT row_number() OVER () + 1 AS line, * FROM mx) JOIN states ON label = nombre_estado`,
  );
};

/** Rows of either query that the other does not have. */
const differences = async (one: string, other: string): Promise<unknown[][]> =>
  ask(
    `((FROM (${one})) EXCEPT ALL (FROM (${other})))
     UNION ALL ((FROM (${other})) EXCEPT ALL (FROM (${one}))) LIMIT 5`,
  );

const RJ = "dataset = 'BR_RJ_ISP'";
/** Our weapon types from the columns of the file, typed here once more. */
const RJ_TYPES = `
  _T: arma_fogo_total
  PISTOL: arma_fogo_pistola
  REVOLVER: arma_fogo_revolver
  RIFLE: arma_fogo_fuzil + arma_fogo_carabina
  SHOTGUN: arma_fogo_espingarda
  SUBMACHINE_GUN: arma_fogo_submetralhadora
  MACHINE_GUN: arma_fogo_metralhadora
  _O: arma_fogo_garrucha + arma_fogo_garruchao + arma_fogo_arma_fabricacao_caseira + arma_fogo_outros`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(": "));

const rjSums = (period: string, where: string): string =>
  RJ_TYPES.map(([code = "", columns = ""]) => {
    const sum = columns.replace(/\w+/g, "$&::BIGINT");
    return `SELECT '${code}' AS type, ${period} AS period, sum(${sum})::DOUBLE AS value
      FROM rj WHERE ${where} GROUP BY 2`;
  }).join(" UNION ALL ");

describe.skipIf(NO_RAW)("national sources, real data (skipped without the raw folder)", () => {
  beforeAll(open, 120_000);
  afterAll(() => db.closeSync());

  describe("Rio de Janeiro", () => {
    it("has the known table of three years", async () => {
      const rows = await ask(
        `SELECT weapon_type, ${["2007", "2017", "2023"].map((year) => `sum(obs_value) FILTER (time_period = '${year}')`).join(", ")}
         FROM o WHERE ${RJ} AND freq = 'A' AND indicator = 'ARMS_SEIZED' GROUP BY 1 ORDER BY 1`,
      );
      expect(rows).toEqual([
        ["MACHINE_GUN", 59, 20, 20],
        ["PISTOL", 2275, 3637, 3405],
        ["REVOLVER", 5792, 3383, 1646],
        ["RIFLE", 371, 596, 672],
        ["SHOTGUN", 1360, 701, 368],
        ["SUBMACHINE_GUN", 14, 36, 18],
        ["_O", 1191, 333, 152],
        ["_T", 11062, 8706, 6281],
      ]);
    });

    it("equals sums over the raw file in every month and year and type", async () => {
      const ours = (freq: string) =>
        `SELECT weapon_type AS type, time_period AS period, obs_value AS value FROM o
         WHERE ${RJ} AND indicator = 'ARMS_SEIZED' AND freq = '${freq}' AND obs_value IS NOT NULL`;
      const published = "NOT (ano = '2024' AND mes::INT > 9)";
      const month = "ano || '-' || lpad(mes, 2, '0')";
      expect(await differences(ours("M"), rjSums(month, published))).toEqual([]);
      expect(await differences(ours("A"), rjSums("ano", "ano <> '2024'"))).toEqual([]);
      expect(await ask(`SELECT count(*) FROM (${ours("M")})`)).toEqual([[213 * 8]]);
    });

    it("has 143,599 firearms in all months, with no value for three unpublished ones", async () => {
      expect(
        await ask(
          `SELECT (SELECT sum(arma_fogo_total::BIGINT) FROM rj), sum(obs_value)
           FROM o WHERE ${RJ} AND freq = 'M' AND indicator = 'ARMS_SEIZED' AND breakdown = '_T'`,
        ),
      ).toEqual([[143599, 143599]]);
      expect(
        await ask(
          `SELECT time_period, count(*), count(obs_value), string_agg(DISTINCT obs_status)
           FROM o WHERE ${RJ} AND flags LIKE '%UNPUBLISHED%' GROUP BY 1 ORDER BY 1`,
        ),
      ).toEqual(["2024-10", "2024-11", "2024-12"].map((month) => [month, 12, 0, "O"]));
      expect(
        await ask(`SELECT min(time_period), max(time_period) FROM o WHERE ${RJ} AND freq = 'A'`),
      ).toEqual([["2007", "2023"]]);
      expect(await ask(`SELECT DISTINCT release FROM o WHERE ${RJ}`)).toEqual([["copy-2026-03"]]);
    });

    it("begins other objects where the file does, and equals its sums", async () => {
      const ours = await ask(
        `SELECT indicator, min(time_period) FILTER (obs_value IS NOT NULL),
           count(*) FILTER (obs_value IS NULL AND flags = ''), sum(obs_value)
         FROM o WHERE ${RJ} AND freq = 'M' AND indicator <> 'ARMS_SEIZED' GROUP BY 1 ORDER BY 1`,
      );
      const raw = "municao_total arma_branca_total artefato_explosivo_total simulacro_total"
        .split(" ")
        .map((name) => `sum(${name}::BIGINT)`);
      const [[ammunition, blades, explosives, replicas] = []] = await ask(
        `SELECT ${raw.join(", ")} FROM rj`,
      );
      expect(ours).toEqual([
        ["AMMUNITION_SEIZED", "2014-01", 84, ammunition],
        ["BLADED_SEIZED", "2016-01", 108, blades],
        ["EXPLOSIVES_SEIZED", "2012-01", 60, explosives],
        ["REPLICAS_SEIZED", "2014-01", 84, replicas],
      ]);
    });
  });

  describe("Mexico, victims", () => {
    const MX = "dataset = 'MX_SESNSP_VICTIMS'";
    it("has rows and victims of each crime as in the file", async () => {
      const ours = await ask(
        `SELECT indicator, count(*), sum(obs_value) FROM o
         WHERE ${MX} AND freq = 'M' AND breakdown = 'sex+age' GROUP BY 1 ORDER BY 1`,
      );
      expect(ours).toEqual([
        ["VICTIMS_FEMICIDE_FIREARM", 12096, 2029],
        ["VICTIMS_HOMICIDE_FIREARM", 28224, 215021],
        ["VICTIMS_INJURY_FIREARM", 28224, 105171],
        ["VICTIMS_NEGLIGENT_HOMICIDE_FIREARM", 28224, 1231],
        ["VICTIMS_NEGLIGENT_INJURY_FIREARM", 28224, 3758],
      ]);
    });

    it("has the known homicides by year, and no year 2025", async () => {
      const rows = await ask(
        `SELECT time_period, obs_value FROM o WHERE ${MX} AND freq = 'A' AND ref_area = 'MEX'
           AND breakdown = '_T' AND indicator = 'VICTIMS_HOMICIDE_FIREARM' ORDER BY 1`,
      );
      const known = [10455, 14266, 19961, 23936, 24448, 24415, 23159, 21685, 21219, 21928];
      expect(rows).toEqual(known.map((value, at) => [String(2015 + at), value]));
      expect(
        await ask(
          `SELECT sum(obs_value), count(*) FROM o WHERE ${MX} AND freq = 'M' AND ref_area = 'MEX'
             AND breakdown = '_T' AND indicator = 'VICTIMS_HOMICIDE_FIREARM'
             AND time_period > '2025'`,
        ),
      ).toEqual([[9549, 6]]);
    });

    it("equals the raw file cell by cell, on its line", async () => {
      const [same] = await ask(
        `SELECT count(*) FROM mx_codes r JOIN o ON ${MX} AND o.freq = 'M' AND o.breakdown = 'sex+age'
           AND o.source_row = r.line::VARCHAR AND o.indicator = r.indicator AND o.ref_area = r.area
           AND o.time_period = r.month AND o.sex = r.sex AND o.age = r.age
           AND o.obs_value = r.value`,
      );
      expect(same).toEqual([124992]);
    });

    it.each([
      ["M", "SUBNATIONAL", ["_T"]],
      ["M", "COUNTRY", ["sex", "age", "_T"]],
      ["A", "SUBNATIONAL", ["sex+age", "sex", "age", "_T"]],
      ["A", "COUNTRY", ["sex+age", "sex", "age", "_T"]],
    ])(
      "has the sums of the file by %s, %s and %j, and no other",
      async (freq, level, breakdowns) => {
        const where = `${MX} AND freq = '${freq}' AND area_level = '${level}' AND NOT (freq = 'M'
        AND area_level = 'SUBNATIONAL' AND breakdown = 'sex+age')`;
        expect(await ask(`SELECT DISTINCT breakdown FROM o WHERE ${where} ORDER BY 1`)).toEqual(
          breakdowns.toSorted().map((by) => [by]),
        );
        for (const by of breakdowns) {
          const raw = `SELECT indicator, ${freq === "A" ? "year" : "month"} AS period,
            ${level === "COUNTRY" ? "'MEX'" : "area"} AS area, ${by.includes("sex") ? "sex" : "'_T'"} AS sex,
            ${by.includes("age") ? "age" : "'_T'"} AS age, sum(value)::DOUBLE AS value
          FROM mx_codes ${freq === "A" ? "WHERE year <> '2025'" : ""} GROUP BY ALL`;
          const ours = `SELECT indicator, time_period, ref_area, sex, age, obs_value FROM o
          WHERE ${where} AND breakdown = '${by}'`;
          expect(await differences(raw, ours), by).toEqual([]);
        }
      },
    );

    it("flags 16,954 small cells of 28,193 that are not zero", async () => {
      expect(
        await ask(
          `SELECT count(*) FILTER (flags LIKE '%SMALL_CELL%'), count(*) FILTER (obs_value > 0),
             count(*) FILTER (obs_value = 0)
           FROM o WHERE ${MX} AND freq = 'M' AND breakdown = 'sex+age'`,
        ),
      ).toEqual([[16954, 28193, 96799]]);
      expect(await ask(`SELECT DISTINCT release FROM o WHERE ${MX}`)).toEqual([["2025-06"]]);
    });
  });

  describe("SDG 16.4.2", () => {
    const SDG = "dataset = 'UN_SDG_16_4_2'";

    it("has 104 values of 43 countries, by label and kind as documented", async () => {
      expect(
        await ask(
          `SELECT count(*), count(DISTINCT ref_area), count(*) FILTER (flags LIKE '%TWO_YEAR_MEAN%'),
             count(*) FILTER (flags LIKE '%TRANSCRIBED%'), count(*) FILTER (obs_value = 100),
             count(*) FILTER (obs_value = 0), count(*) FILTER (source_detail LIKE '%source=IAFQ;%')
           FROM o WHERE ${SDG}`,
        ),
      ).toEqual([[104, 43, 74, 104, 22, 7, 96]]);
      expect(
        await ask(`SELECT time_period, count(*) FROM o WHERE ${SDG} GROUP BY 1 ORDER BY 1`),
      ).toEqual([
        ["2010", 1],
        ["2016", 21],
        ["2017", 11],
        ["2018", 7],
        ["2019", 7],
        ["2020", 10],
        ["2021", 14],
        ["2022", 15],
        ["2023", 9],
        ["2024", 9],
      ]);
    });

    it.each<[string, string, number[]]>([
      ["GBR", "2016 2017 2018 2019 2020 2021 2022", [14.87, 20.18, 21.29, 17.72, 19, 11.87, 4.44]],
      [
        "ESP",
        "2016 2017 2018 2019 2020 2021 2022 2023",
        [63.61, 66.2, 53.71, 48.23, 44.63, 71.49, 95.57, 76.5],
      ],
      ["BRA", "2016 2017 2020 2021 2022", [18.24, 16.12, 9.75, 3.32, 1.83]],
      ["COL", "2019 2020 2021 2022 2023", [3.97, 11.68, 8.19, 50.48, 86.32]],
      ["MEX", "2021 2024", [99.52, 67]],
    ])("has the documented values of %s", async (area, years, values) => {
      const sql = `SELECT time_period, obs_value FROM o WHERE ${SDG} AND ref_area = '${area}' ORDER BY 1`;
      expect(await ask(sql)).toEqual(years.split(" ").map((year, at) => [year, values[at]]));
    });

    it("equals the raw file, footnotes included", async () => {
      const raw = `SELECT iso3, "year", valuePercent::DOUBLE, 'nature=' || nature || '; source=' || source
          || '; reporting=' || reportingType || coalesce('; footnote=' || footnotes, '') FROM sdg`;
      const ours = `SELECT ref_area, time_period, obs_value, source_detail FROM o WHERE ${SDG}`;
      expect(await differences(raw, ours)).toEqual([]);
    });
  });

  describe("UN M49", () => {
    it("names every country as its file does, but for the documented slips", async () => {
      const slips: unknown[] = [];
      for (const language of LANGUAGES) {
        const rows = await ask(
          `SELECT "ISO-alpha3 Code", "Country or Area" FROM m49_${language} ORDER BY 1`,
        );
        expect(rows).toHaveLength(249);
        const column = language === "en" ? "label" : `label_${language === "cn" ? "zh" : language}`;
        for (const [code, name] of rows) {
          const area = areas.get(String(code));
          const ours = Object.entries(area ?? {}).find(([key]) => key === column)?.[1];
          if (ours !== name) slips.push([language, code, ours ?? "left out"]);
        }
      }
      expect(slips).toEqual([
        ["en", "CIV", "Côte d’Ivoire"],
        ["en", "NLD", "Netherlands (Kingdom of the)"],
        ["en", "TWN", "left out"],
        ["ar", "NLD", "هولندا (مملكة)"],
        ["ar", "TWN", "left out"],
        ...["cn", "fr", "ru", "es"].map((language) => [language, "TWN", "left out"]),
      ]);
    });

    it("has every region that estimates use, with a name in all six languages", () => {
      const regions =
        "001 002 009 015 019 021 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419";
      expect(
        [...areas.values()].filter(({ level }) => level === "REGION").map(({ code }) => code),
      ).toEqual(regions.split(" "));
      for (const area of areas.values()) {
        if (area.m49 === "") continue;
        const { label, label_ar, label_zh, label_fr, label_ru, label_es } = area;
        const names = [label, label_ar, label_zh, label_fr, label_ru, label_es];
        for (const name of names) expect(name, area.code).toMatch(/\S/);
      }
      expect(areas.get("030")).toMatchObject({ label_fr: "Asie orientale", label_ar: "شرقي آسيا" });
      expect(areas.get("001")?.label_ru).toBe("Весь мир");
      expect(areas.get("NAM")?.iso2).toBe("NA");
    });
  });
});
