import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAreas } from "../../pipelines/sources/un-m49.ts";
import { unodcCts } from "../../pipelines/sources/unodc-cts.ts";
import { CTS_AREAS_DROPPED } from "../../pipelines/sources/unodc-cts-areas.ts";
import { unodcGsh2019 } from "../../pipelines/sources/unodc-gsh-2019.ts";
import { GSH_AREAS, GSH_DROPPED } from "../../pipelines/sources/unodc-gsh-2019-areas.ts";
import { MEASURES } from "../../pipelines/sources/unodc-gsh-2019-labels.ts";
import { flagAll } from "../../pipelines/steps/flag.ts";
import type { SourceResult } from "../../pipelines/steps/source.ts";
import { loadObservations } from "../../pipelines/steps/table.ts";
import type { Area } from "../../src/standard/codelists/area.ts";
import { KEY_COLUMNS } from "../../src/standard/observation.ts";
import { NO_RAW, openDatabase, openSheet, RAW, table } from "./raw.ts";

const CTS = "unodc-cts/data_cts_intentional_homicide_2022-08-08.xlsx";
const GSH = join(RAW, "unodc-homicide-study-2019/homicide_study_2019_annex.csv");

/**
 * Holds `observations` (what the two sources give), `raw` (the cells of the workbook), `wide` and
 * `long` (the cells of the annex, as printed and one a row), all unmapped text.
 */
let db: DuckDBConnection;
let areas: ReadonlyMap<string, Area>;
let cts: SourceResult;
let gsh: SourceResult;
const ask = (sql: string): Promise<unknown[][]> => table(db, sql);

const open = async (): Promise<void> => {
  db = await openDatabase();
  areas = await readAreas(RAW);
  [cts, gsh] = [await unodcCts.read(RAW, areas), await unodcGsh2019.read(RAW, areas)];
  await loadObservations(db, flagAll([...cts.observations, ...gsh.observations]));
  await openSheet(db, "cells", CTS, 13);
  await db.run(
    `CREATE VIEW raw AS SELECT r, c0 iso, c4 indicator, c5 dimension, c6 category, c7 sex, c8 age, c9 AS year,
       c10 unit, c11::DOUBLE AS value FROM cells WHERE r > 3`,
  );
  await db.run(
    `CREATE TABLE wide AS SELECT row_number() OVER () + 1 AS line, *
     FROM read_csv('${GSH}', all_varchar = true, header = true, encoding = 'latin-1')`,
  );
  await db.run(
    `CREATE VIEW long AS SELECT line, Country AS area, Indicator AS indicator, year, value
     FROM (UNPIVOT wide ON COLUMNS('^[0-9]{4}$') INTO NAME year VALUE value)`,
  );
};

const checkOf = (result: SourceResult, id: string) =>
  result.checks.find((check) => check.id === id);

const quoted = (names: readonly string[]): string =>
  names.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ");
const LOST = quoted(Object.keys(CTS_AREAS_DROPPED));

const VICTIMS = "indicator = 'Victims of intentional homicide'";

describe.skipIf(NO_RAW)("homicide, real data (skipped without the raw folder)", () => {
  beforeAll(open, 120_000);
  afterAll(() => db.closeSync());

  it("gives every observation a key of its own", async () => {
    expect(
      await ask(
        `SELECT count(*) FROM (SELECT ${KEY_COLUMNS.join(", ")} FROM observations
         GROUP BY ALL HAVING count(*) > 1)`,
      ),
    ).toEqual([[0]]);
  });

  describe("CTS", () => {
    it("loads 59,436 of 76,338 rows: the same values at the same rows", async () => {
      const loaded = `(${VICTIMS} OR indicator LIKE '%Regional Estimate') AND sex <> 'Unknown'
        AND dimension <> 'by citizenship' AND iso NOT IN (${LOST})`;
      expect(
        await ask(
          `SELECT (SELECT count(*) FROM raw), (SELECT count(*) FROM raw WHERE ${loaded}),
             (SELECT count(*) FROM observations WHERE dataset = 'UNODC_CTS_HOMICIDE'),
             (SELECT count(*) FROM (FROM raw WHERE ${loaded}) raw JOIN observations o ON o.source_row = raw.r::VARCHAR
                AND o.dataset = 'UNODC_CTS_HOMICIDE' AND o.obs_value = raw.value
                AND o.time_period = raw.year)`,
        ),
      ).toEqual([[76338, 59436, 59436, 59436]]);
      expect(checkOf(cts, "cts-rows")).toMatchObject({ status: "PASS", count: 76338 });
    });

    it("has 837 counts by firearm in 91 areas and 801 rates in 88, 2005 to 2020", async () => {
      const known = [
        ["NUMBER", 837, 91, "2005", "2020"],
        ["PER_100000_POP", 801, 88, "2005", "2020"],
      ];
      expect(
        await ask(
          `SELECT unit_measure, count(*), count(DISTINCT ref_area), min(time_period), max(time_period)
           FROM observations WHERE dataset = 'UNODC_CTS_HOMICIDE'
             AND indicator = 'VICTIMS_HOMICIDE_FIREARM' GROUP BY 1 ORDER BY 1`,
        ),
      ).toEqual(known);
      expect(
        await ask(
          `SELECT unit, count(*), count(DISTINCT iso), min(year), max(year) FROM raw
           WHERE ${VICTIMS} AND category = 'Firearms or explosives - firearms'
             AND sex = 'Total' AND age = 'Total' GROUP BY 1 ORDER BY 1`,
        ).then((rows) => rows.map(([, ...rest]) => rest)),
      ).toEqual(known.map(([, ...rest]) => rest));
    });

    it("has Jamaica 2020: 1,117 by firearm, 37.7216909178528 per 100,000, and the parent alike", async () => {
      const ours = (indicator: string) =>
        ask(
          `SELECT unit_measure, obs_value FROM observations WHERE dataset = 'UNODC_CTS_HOMICIDE'
           AND indicator = '${indicator}' AND ref_area = 'JAM' AND time_period = '2020' ORDER BY 1`,
        );
      const known = [
        ["NUMBER", 1117],
        ["PER_100000_POP", 37.7216909178528],
      ];
      expect(await ours("VICTIMS_HOMICIDE_FIREARM")).toEqual(known);
      expect(await ours("VICTIMS_HOMICIDE_FIREARM_EXPLOSIVE")).toEqual(known);
    });

    it("has 8,627 counts by sex and age in 102 areas, no rate among them, no age without sex", async () => {
      expect(
        await ask(
          `SELECT unit_measure, count(*), count(DISTINCT ref_area), min(time_period), max(time_period)
           FROM observations WHERE breakdown = 'sex+age' GROUP BY 1`,
        ),
      ).toEqual([["NUMBER", 8627, 102, "2005", "2020"]]);
      expect(await ask("SELECT count(*) FROM observations WHERE breakdown = 'age'")).toEqual([[0]]);
    });

    it("has the rows of each table of the workbook, less the rows that are not loaded", async () => {
      const ours = await ask(
        `SELECT CASE WHEN breakdown LIKE '%offence_context' THEN 'context'
             WHEN indicator = 'VICTIMS_HOMICIDE' THEN 'all'
             WHEN indicator LIKE '%ESTIMATE' THEN 'estimate'
             WHEN regexp_matches(indicator, '_(IPFM|IP|FM|OTHER_KNOWN|UNKNOWN_PERPETRATOR|REL_UNKNOWN)$')
             THEN 'relationship' ELSE 'mechanism' END AS part, count(*)
         FROM observations WHERE dataset = 'UNODC_CTS_HOMICIDE' GROUP BY 1 ORDER BY 1`,
      );
      const lost = (dimension: string, also = "false") =>
        ask(
          `SELECT count(*) FROM raw WHERE ${VICTIMS} AND dimension = '${dimension}'
           AND (iso IN (${LOST}) OR ${also})`,
        ).then((rows) => Number(rows[0]?.[0]));
      expect(ours).toEqual([
        ["all", 27019 - (await lost("Total", "sex = 'Unknown'"))],
        ["context", 9483 - (await lost("by situational context"))],
        ["estimate", 2310],
        ["mechanism", 6645 - (await lost("by mechanisms"))],
        ["relationship", 15147 - (await lost("by relationship to perpetrator"))],
      ]);
    });

    it("keeps men and women of the world apart from its countries", async () => {
      expect(
        await ask(
          `SELECT area_level, count(DISTINCT ref_area), string_agg(DISTINCT obs_status, '')
           FROM observations WHERE indicator = 'VICTIMS_HOMICIDE_ESTIMATE' GROUP BY 1`,
        ),
      ).toEqual([["REGION", 21, "E"]]);
      expect(
        await ask(
          `SELECT string_agg(DISTINCT ref_area, ' ' ORDER BY ref_area) FROM observations
           WHERE dataset = 'UNODC_CTS_HOMICIDE' AND area_level = 'SUBNATIONAL'`,
        ),
      ).toEqual([["GB-EAW GB-NIR GB-SCT"]]);
    });

    it("marks the 1,619 counts with a fraction as estimated and loads no sex unknown", async () => {
      expect(
        await ask(
          `SELECT count(*), count(*) FILTER (obs_status = 'E'), count(*) FILTER (age <> '_T'),
             (SELECT count(*) FROM observations WHERE dataset = 'UNODC_CTS_HOMICIDE' AND sex = '_U')
           FROM observations WHERE unit_measure = 'NUMBER' AND obs_value <> floor(obs_value)`,
        ),
      ).toEqual([[1619, 1619, 0, 0]]);
      expect(
        await ask(
          `SELECT count(*) FROM raw WHERE unit = 'Counts' AND value <> floor(value)
           AND iso NOT IN (${LOST})`,
        ),
      ).toEqual([[1619]]);
      expect(
        await ask(
          `SELECT count(*) FROM (SELECT 1 FROM raw WHERE sex = 'Unknown'
           GROUP BY iso, indicator, dimension, category, age, year, unit HAVING count(*) > 1)`,
        ),
      ).toEqual([[536]]);
    });
  });

  describe("homicide study 2019", () => {
    it("maps or names every one of the 240 areas, each to a known area", async () => {
      const names = (
        await ask("SELECT DISTINCT area FROM long UNION SELECT Country FROM wide")
      ).flat();
      expect(names).toHaveLength(240);
      const known = [...Object.keys(GSH_AREAS), ...Object.keys(GSH_DROPPED)];
      expect(known.sort()).toEqual(names.map(String).sort());
      const unknown = Object.values(GSH_AREAS).filter((code) => !areas.has(code));
      expect(unknown).toEqual([]);
    });

    it("agrees in every code with the names of the list of areas, but for ten", () => {
      const renamed = Object.entries(GSH_AREAS).filter(
        ([name, code]) => areas.get(code)?.label !== name,
      );
      expect(renamed).toEqual([
        ["Cote d'Ivoire", "CIV"],
        ["Curacao", "CUW"],
        ["Falkland Islands (Malvinas)", "FLK"],
        ["Netherlands", "NLD"],
        ["Reunion", "REU"],
        ["The former Yugoslav Republic of Macedonia", "MKD"],
        ["Turkey", "TUR"],
        ["United Kingdom (England and Wales)", "GB-EAW"],
        ["United Kingdom (Northern Ireland)", "GB-NIR"],
        ["United Kingdom (Scotland)", "GB-SCT"],
      ]);
    });

    it("has the 951, 706 and 706 filled cells by firearm of 122, 105 and 105 areas, less four areas", async () => {
      const lost = quoted(Object.keys(GSH_DROPPED));
      const label = "replace(replace(indicator, 'Male ', 'M'), 'Female ', 'F')";
      const cells = await ask(
        `SELECT ${label}, count(*), count(DISTINCT area), min(year), max(year),
           count(*) FILTER (area NOT IN (${lost})) FROM long
         WHERE indicator LIKE '%Homicide by Firearms' GROUP BY 1 ORDER BY 1`,
      );
      expect(cells.map((row) => row.slice(0, 5))).toEqual([
        ["FHomicide by Firearms", 706, 105, "2003", "2017"],
        ["Homicide by Firearms", 951, 122, "1999", "2017"],
        ["MHomicide by Firearms", 706, 105, "2003", "2017"],
      ]);
      const ours = await ask(
        `SELECT sex, count(*) FROM observations WHERE dataset = 'UNODC_GSH_2019'
         AND indicator = 'VICTIMS_HOMICIDE_FIREARM' AND sex <> '_U' GROUP BY 1 ORDER BY sex = 'M', sex = '_T'`,
      );
      expect(ours.map(([, count]) => count)).toEqual(cells.map((row) => row[5]));
    });

    it("gives every loaded count back at its line, and no rate, because every rate has its count", async () => {
      const labels = quoted(MEASURES.map(({ count }) => count));
      const lost = quoted(Object.keys(GSH_DROPPED));
      expect(
        await ask(
          `SELECT count(*), count(o.obs_value), (SELECT count(*) FROM observations
             WHERE dataset = 'UNODC_GSH_2019' AND flags NOT LIKE '%DERIVED%')
           FROM long LEFT JOIN observations o ON o.dataset = 'UNODC_GSH_2019'
             AND split_part(o.source_row, ':', 1) = long.line::VARCHAR AND o.time_period = long.year
             AND o.obs_value = long.value::DOUBLE AND o.flags NOT LIKE '%DERIVED%'
             AND contains(o.source_detail, 'area=' || area || '; indicator=' || long.indicator)
           WHERE long.indicator IN (${labels}) AND area NOT IN (${lost})`,
        ),
      ).toEqual([[8800, 8800, 8800]]);
      expect(checkOf(gsh, "gsh-rows")).toMatchObject({ status: "PASS", count: 12000 });
    });

    it("has Jamaica 2009 and 2012, and Italy 2009 with one victim left over", async () => {
      const sexes = (area: string, year: string) =>
        ask(
          `SELECT sex, obs_value FROM observations WHERE dataset = 'UNODC_GSH_2019'
           AND indicator = 'VICTIMS_HOMICIDE_FIREARM' AND ref_area = '${area}' AND time_period = '${year}'
           ORDER BY obs_value DESC`,
        );
      const known = [
        ["_T", 1291],
        ["M", 1203],
        ["F", 88],
      ];
      expect(await sexes("JAM", "2009")).toEqual(known);
      expect(await sexes("JAM", "2012")).toEqual([
        ["_T", 773],
        ["M", 707],
        ["F", 66],
      ]);
      expect(await sexes("ITA", "2009")).toEqual([
        ["_T", 252],
        ["M", 219],
        ["F", 32],
      ]);
    });

    it("flags the differences that the cells show: by firearm 61 below, 54 above", async () => {
      const compare = await ask(
        `SELECT count(*) FILTER (t > m + f), count(*) FILTER (t < m + f), count(*) FILTER (t = m + f)
         FROM (SELECT max(value::INT) FILTER (indicator = 'Homicide by Firearms') AS t,
             max(value::INT) FILTER (indicator = 'Male Homicide by Firearms') AS m,
             max(value::INT) FILTER (indicator = 'Female Homicide by Firearms') AS f
           FROM long GROUP BY area, year)`,
      );
      expect(compare).toEqual([[61, 54, 591]]);
      expect(
        await ask(
          `SELECT count(*) FILTER (flags LIKE '%PARTS_LT_TOTAL%'), count(*) FILTER (flags LIKE '%PARTS_GT_TOTAL%')
           FROM observations WHERE dataset = 'UNODC_GSH_2019' AND indicator = 'VICTIMS_HOMICIDE_FIREARM'
             AND sex = 'F' AND unit_measure = 'NUMBER'`,
        ),
      ).toEqual([[61, 54]]);
    });
  });
});
