import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { brRjIsp } from "../../../pipelines/sources/br-rj-isp.ts";
import { mxSesnspVictims } from "../../../pipelines/sources/mx-sesnsp-victims.ts";
import { unSdg1642 } from "../../../pipelines/sources/un-sdg-16-4-2.ts";
import { unodcCts } from "../../../pipelines/sources/unodc-cts.ts";
import { unodcGsh2019 } from "../../../pipelines/sources/unodc-gsh-2019.ts";
import { unodcIafq } from "../../../pipelines/sources/unodc-iafq.ts";
import { usAtfFlows } from "../../../pipelines/sources/us-atf-flows.ts";
import { usAtfProfiles } from "../../../pipelines/sources/us-atf-profiles.ts";
import { usFbiArrests } from "../../../pipelines/sources/us-fbi-arrests.ts";
import type { Source } from "../../../pipelines/steps/source.ts";
import { NO_RAW, RAW } from "../raw.ts";
import {
  type Content,
  outcomeOf,
  type Reading,
  rawCells,
  rawGzip,
  rawText,
  readFrom,
  readingOf,
  toCsv,
} from "./rawfile.ts";

/** One way to damage a file, and what must come of it: the same numbers, or a refusal that names the place. */
type Mutation<T> = readonly [name: string, damage: (whole: T) => Content, outcome: RegExp];

const RIGHT = /^read right$/;

/** Every mutation of one real file of a source, the other files of the source being whole. */
const mutate = <T extends Content>(
  title: string,
  source: Source,
  file: string,
  load: () => Promise<T>,
  others: () => Promise<Readonly<Record<string, Content>>>,
  mutations: readonly Mutation<T>[],
): void => {
  describe.skipIf(NO_RAW)(`${title}, real file (skipped without the raw folder)`, () => {
    let whole: T;
    let rest: Readonly<Record<string, Content>>;
    let right: Reading;
    beforeAll(async () => {
      whole = await load();
      rest = await others();
      right = readingOf(await readFrom(source, { ...rest, [file]: whole }));
      expect(right.numbers.length).toBeGreaterThan(50);
    });
    it.each(mutations)("%s", async (_, damage, outcome) => {
      const damaged = damage(whole);
      expect(damaged, "the damage changes nothing").not.toEqual(whole);
      expect(await outcomeOf(source, { ...rest, [file]: damaged }, right)).toMatch(outcome);
    });
  });
};

const none = async (): Promise<Record<string, Content>> => ({});

/** Replaces once; a pattern that is not there is a mistake of the test. */
const swap = (text: string, from: string | RegExp, to: string): string => {
  const after = text.replace(from, to);
  if (after === text) throw new Error(`The file does not hold ${from}.`);
  return after;
};
/** Changes one line, counted from 1. */
const line = (text: string, number: number, change: (line: string) => string): string => {
  const lines = text.split("\n");
  lines[number - 1] = change(lines[number - 1] ?? "");
  return lines.join("\n");
};
/** Puts the fields of every line into another order; for files without quoted commas. */
const reorder = (text: string, order: (fields: string[]) => string[], separator = ","): string =>
  text
    .split("\n")
    .map((each) => (each === "" ? each : order(each.split(separator)).join(separator)))
    .join("\n");
const exchange =
  (a: number, b: number) =>
  (fields: string[]): string[] =>
    fields.map((field, at) => (at === a ? fields[b] : at === b ? fields[a] : field) ?? "");
const reparse = (text: string): string[][] =>
  Papa.parse<string[]>(text.trimEnd(), { delimiter: "," }).data;
const readBytes = (file: string): Promise<Uint8Array> => readFile(join(RAW, file));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));

const IAFQ = "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.csv";
const iafqCsv = async (): Promise<string> =>
  toCsv(await rawCells("unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx"));

mutate("UNODC firearms as text", unodcIafq, IAFQ, iafqCsv, none, [
  ["a byte-order mark", (text) => `\uFEFF${text}`, RIGHT],
  ["lines ended by CR LF", (text) => text.replaceAll("\n", "\r\n"), RIGHT],
  [
    "lines ended by CR alone",
    (text) => text.replaceAll("\n", "\r"),
    /csv › row 1: has lines that end in a carriage return alone; save with LF/,
  ],
  ["a dropped preamble", (text) => text.split("\n").slice(2).join("\n"), RIGHT],
  [
    "a preamble of another date",
    (text) => swap(text, "12/05/2025", "12/06/2025"),
    /row 2: value "2025-06-12" is the release date, but the file name says 2025-05-12/,
  ],
  ["Latin-1 bytes", (text) => latin1(text), /row 3363: is not UTF-8 text/],
  ["UTF-16", (text) => utf16(text), /row 1: is not UTF-8 text/],
  [
    "semicolons",
    (text) => text.replaceAll(",", ";"),
    /row 1.*is not the title; allowed: "UNODC", or the header, comma-separated/,
  ],
  [
    "swapped headers over columns in place",
    (text) => swap(text, "Sex,Age", "Age,Sex"),
    /row 373, column Age: value "Female" is not a known Age; allowed: "Total"/,
  ],
  [
    "a renamed header",
    (text) => swap(text, "VALUE", "Value"),
    /row 3, column Value: value "Value" is not a known header; allowed: .*VALUE/,
  ],
  [
    "an unknown column more",
    (text) =>
      text
        .split("\n")
        .map((each, at) => (at < 2 || each === "" ? each : `${each},${at === 2 ? "Remarks" : "x"}`))
        .join("\n"),
    /row 3, column Remarks: value "Remarks" is not a known header/,
  ],
  [
    "a renamed label",
    (text) => swap(text, ",pistol,", ",Pistols,"),
    /row 50, column Category: value "Pistols" is not a known Category; allowed: "pistol"/,
  ],
  [
    "a label with a blank at its end",
    (text) => swap(text, ",pistol,", ",pistol ,"),
    /row 50, column Category: value "pistol " is not a known Category; allowed: "pistol"/,
  ],
  [
    "a label with a no-break space",
    (text) => swap(text, "machine gun", "machine\u00A0gun"),
    /row 5, column Category: value "machine\u00A0gun" is not a known Category/,
  ],
  [
    "an unknown area code",
    (text) => swap(text, "\nALB,", "\nALX,"),
    /row 50, column Iso3_code: value "ALX" is not a known Iso3_code; allowed: ISO3/,
  ],
  [
    "an area code in lower case",
    (text) => swap(text, "\nALB,", "\nalb,"),
    /row 50, column Iso3_code: value "alb" is not a known Iso3_code/,
  ],
  [
    "another country's name under a code",
    (text) => swap(text, "\nALB,Albania", "\nALB,Algeria"),
    /row 50, column Country: value "Algeria" is the name of DZA, but the row says ALB/,
  ],
  [
    "a date in the year column",
    (text) => swap(text, ",2016,", ",01/01/2016,"),
    /row 4, column Year: value "01.01.2016" is not a year; allowed: four digits/,
  ],
  [
    "a year of two digits",
    (text) => swap(text, ",2016,", ",16,"),
    /row 4, column Year: value "16" is not a year/,
  ],
  [
    "a year with a fraction",
    (text) => swap(text, ",2016,", ",2016.5,"),
    /row 4, column Year: value "2016\.5" is not a year/,
  ],
  [
    "a thousands comma",
    (text) => swap(text, /,Counts,\d+,/, ',Counts,"1,234",'),
    /row 4, column VALUE: value "1,234" is not a count; allowed: a number, whole/,
  ],
  [
    "a decimal comma",
    (text) => swap(text, /,Counts,\d+,/, ',Counts,"12,5",'),
    /row 4, column VALUE: value "12,5" is not a count/,
  ],
  [
    "a suppressed cell",
    (text) => swap(text, /,Counts,\d+,/, ",Counts,<5,"),
    /row 4, column VALUE: value "<5" is not a count/,
  ],
  [
    "an empty cell",
    (text) => swap(text, /,Counts,\d+,/, ",Counts,,"),
    /row 4, column VALUE: value \(empty cell\) is not a count/,
  ],
  [
    "a formula cell",
    (text) => swap(text, /,Counts,\d+,/, ",Counts,=1+1,"),
    /row 4, column VALUE: value "=1\+1" is not a count/,
  ],
  [
    "a negative count",
    (text) => swap(text, /,Counts,\d+,/, ",Counts,-3,"),
    /row 4, column VALUE: value "-3" is not a count/,
  ],
  [
    "a fraction",
    (text) => swap(text, /,Counts,\d+,/, ",Counts,1.5,"),
    /row 4, column VALUE: value "1\.5" is not a count/,
  ],
  [
    "another unit",
    (text) => swap(text, ",Counts,", ",Rate,"),
    /row 4, column Unit of measurement: value "Rate" is not a known Unit of measurement; allowed: "Counts"/,
  ],
  [
    "a footnote row",
    (text) => `${text}Note: provisional figures,,,,,,,,,,,,\n`,
    /row 16714, column Country: value \(empty cell\) is not a text/,
  ],
  [
    "a repeated row with another value",
    (text) => {
      const l = text.split("\n");
      const row = l[5] ?? "";
      return `${text}${row.replace(/,Counts,\d+,/, ",Counts,987654,")}\n`;
    },
    /^noticed: iafq-conflicting-duplicates-2025-05-12 3$/,
  ],
  [
    "an exact copy of a row",
    (text) => `${text}${text.split("\n")[5]}\n`,
    /^noticed: iafq-repeated-rows-2025-05-12 1$/,
  ],
  ["a broken quote", (text) => line(text, 10, (l) => `"${l}`), /row 10: cannot be read: .*quote/i],
  [
    "a row that is cut short",
    (text) => line(text, 10, (l) => l.slice(0, 20)),
    /row 10: value "AGO,Angola,Africa,Su" has 4 fields instead of 13/,
  ],
  [
    "nothing but the header",
    (text) => `${text.split("\n").slice(0, 3).join("\n")}\n`,
    /2025-05-12\.csv: has no data row/,
  ],
  ["an empty file", () => "", /row 1.* is not the title/],
]);

const FLOWS = "us-atf-trace-flows/trace_2020.xlsx";
type Sheet = Awaited<ReturnType<typeof rawCells>>;
const cell = (sheet: Sheet, row: number, column: number, value: string | number | null): Sheet =>
  sheet.map((cells, r) =>
    r === row - 1 ? cells.map((old, c) => (c === column ? value : old)) : cells,
  );
const copyOf = (sheet: Sheet): Sheet => sheet.map((cells) => [...cells]);

const otherYears = async (): Promise<Record<string, Content>> => {
  const files = [2017, 2018, 2019].map((year) => `us-atf-trace-flows/trace_${year}.xlsx`);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, new Uint8Array(await readBytes(file))])),
  );
};

mutate("ATF workbook", usAtfFlows, FLOWS, () => rawCells(FLOWS), otherYears, [
  [
    "a transposed matrix",
    (sheet) => {
      const size = 55;
      const turned = copyOf(sheet);
      for (let r = 0; r < size; r += 1)
        for (let c = 0; c < size; c += 1) {
          const target = turned[r + 2];
          if (target !== undefined) target[c + 2] = sheet[c + 2]?.[r + 2] ?? null;
        }
      return turned;
    },
    /trace_2020\.xlsx: looks transposed: it is nearer to 3 of 3 other years/,
  ],
  [
    "a total row in the middle",
    (sheet) => {
      const s = copyOf(sheet);
      const total = s[56] ?? [];
      return [...s.slice(0, 20), total, ...s.slice(20)];
    },
    /row 21, column B: value "KENTUCKY" is missing before the total/,
  ],
  [
    "a suppressed cell",
    (sheet) => cell(sheet, 10, 10, "<5"),
    /row 10, column K: value "<5" is not a count/,
  ],
  [
    "an empty cell",
    (sheet) => cell(sheet, 10, 10, null),
    /row 10, column K: value \(empty cell\) is not a count/,
  ],
  [
    "a changed cell",
    (sheet) => cell(sheet, 10, 10, 99999),
    /row 10, column BE: value 1203 is not the sum of its cells; allowed: 101192/,
  ],
  [
    "a formula's text",
    (sheet) => cell(sheet, 10, 10, "=A1"),
    /row 10, column K: value "=A1" is not a count/,
  ],
  [
    "a renamed State",
    (sheet) => cell(sheet, 10, 1, "NEW SOMEWHERE"),
    /row 10, column B: value "NEW SOMEWHERE" is not a known area; allowed: "ALABAMA"/,
  ],
  [
    "a State twice",
    (sheet) => cell(sheet, 10, 1, String(sheet[10]?.[1])),
    /row 11, column B: value "DISTRICT OF COLUMBIA" stands for an area that is there already/,
  ],
  ["a dropped banner row", (sheet) => sheet.slice(1), /row 1: .*is not the banner/],
  [
    "a row of States left out",
    (sheet) => sheet.filter((_, at) => at !== 9),
    /column B: value "DELAWARE" is missing before the total/,
  ],
  [
    "a date in a cell",
    (sheet) => cell(sheet, 10, 10, "2020-01-01"),
    /row 10, column K: value "2020-01-01" is not a count/,
  ],
]);

const PROFILES = "us-atf-trace-profiles/state_pages_2020-2023.csv";
mutate("ATF State pages", usAtfProfiles, PROFILES, () => rawText(PROFILES), none, [
  [
    "columns in another order",
    (text) => toCsv(reparse(text).map((row) => [...row].reverse())),
    RIGHT,
  ],
  [
    "a suppressed cell",
    (text) => swap(text, /^(Texas,2023,.*,Pistols),\d+,/m, "$1,<5,"),
    /column Value: value "<5" is not a count/,
  ],
  [
    "a renamed section",
    (text) => swap(text, "Firearms Types Recovered in State", "Types of Firearms"),
    /row 2, column Section: value "Types of Firearms" is not a known section; allowed:/,
  ],
  [
    "an unknown State",
    (text) => swap(text, "\nAlabama,2020", "\nAlabammer,2020"),
    /row 2, column State: value "Alabammer" is not a known area/,
  ],
  [
    "a calibre read as a number",
    (text) => swap(text, /^(Texas,2023,.*Top Calibers Reported,)\.22 Cal/m, "$10.22"),
    /column Category_or_Place: value "0\.22" is not a known/,
  ],
  [
    "a second value under one key",
    (text) => `${text}Alabama,2020,x,Pistols,1,,,Firearms Types Recovered in State,Pistols\n`,
    /row 10898, column Value: value "1" contradicts line 2/,
  ],
]);

const ADULTS = "us-fbi-arrests/arrests_national_adults.csv";
const JUVENILES = "us-fbi-arrests/arrests_national_juvenile.csv";
mutate(
  "FBI arrests",
  usFbiArrests,
  ADULTS,
  () => rawText(ADULTS),
  async () => ({ [JUVENILES]: await rawText(JUVENILES) }),
  [
    ["columns in another order", (text) => reorder(text, exchange(9, 12)), RIGHT],
    [
      "swapped headers over columns in place",
      (text) => swap(text, '"m_18","m_19"', '"m_19","m_18"'),
      /^noticed: fbi-column-order-Y_GE18 2$/,
    ],
    [
      "headers of women and men swapped",
      (text) =>
        text.replace(/^[^\n]*/, (header) =>
          header.replaceAll('"m_', '"x_').replaceAll('"f_', '"m_').replaceAll('"x_', '"f_'),
        ),
      /row 29, column total_male: value "102522" is not the sum of its age bands; allowed: 10097/,
    ],
    [
      "a missing year",
      (text) =>
        text
          .split("\n")
          .filter((each) => !/,2010,"ASR_WEAP"/.test(each))
          .join("\n"),
      /juvenile\.csv › column year: .*2010.* has other years than the file of adults/,
    ],
    [
      "a year twice",
      (text) => `${text.trimEnd()}\n${text.split("\n").find((each) => /"ASR_WEAP"/.test(each))}`,
      /row 646, column year: value "2016" is there already/,
    ],
    [
      "a band changed",
      (text) =>
        line(
          text,
          1 +
            text
              .split("\n")
              .slice(1)
              .findIndex((l) => l.includes('"ASR_WEAP"')) +
            1,
          (l) => {
            const f = l.split(",");
            f[9] = "1";
            return f.join(",");
          },
        ),
      /row 29, column total_male: value "102522" is not the sum of its age bands/,
    ],
  ],
);

const SDG = "un-sdg-16-4-2/VC_ARM_SZTRACE_2026-Q3.csv";
mutate("SDG 16.4.2", unSdg1642, SDG, () => rawText(SDG), none, [
  [
    "columns in another order",
    (text) => toCsv(reparse(text).map((row) => [...row].reverse())),
    RIGHT,
  ],
  [
    "a code of another country",
    (text) => swap(text, "ALB,Albania,8,", "ALB,Albania,12,"),
    /row 2, column iso3: value "ALB" is not the code of area 12; allowed: DZA/,
  ],
  [
    "a percentage above 100",
    (text) => swap(text, ",100.0,", ",100.5,"),
    /row 3, column valuePercent: value "100\.5" is not a percentage/,
  ],
  [
    "a row twice",
    (text) => `${text.trimEnd()}\n${text.split("\n")[1]}\n`,
    /row 106, column m49: value "8" is there in 2024 already, in row 2/,
  ],
]);

const GSH = "unodc-homicide-study-2019/homicide_study_2019_annex.csv";
mutate("homicide study", unodcGsh2019, GSH, () => rawText(GSH), none, [
  [
    "a year column left out",
    (text) => swap(text, '"2009",', ""),
    /row 1: .*has no column for 2009; allowed: years without a gap/,
  ],
  [
    "swapped year headers",
    (text) => swap(text, '"2009","2010"', '"2010","2009"'),
    /row 1, column X: value "2010" is out of order/,
  ],
  [
    "a renamed country",
    (text) => text.replaceAll('"Jamaica"', '"Jamaika"'),
    /row 5452, column Country: value "Jamaika" is not a known Country/,
  ],
  [
    "text in a cell",
    (text) => swap(text, /("Jamaica",[^\n]*"Homicide by Firearms",[^\n]*,)1291,/, '$1"1,291",'),
    /row 5478, column X: value "1,291" is not a count/,
  ],
]);

const RJ = "br-rj-isp/ArmasApreendidasEvolucaoCisp_2026-03.csv";
const RJ_TABLE = "br-rj-isp/Relacao_RISPxAISPxCISP_CSV.csv";
mutate(
  "Rio de Janeiro",
  brRjIsp,
  RJ,
  () => rawText("br-rj-isp/ArmasApreendidasEvolucaoCisp.csv"),
  async () => ({ [RJ_TABLE]: new Uint8Array(await readBytes(RJ_TABLE)) }),
  [
    [
      "a month left out",
      (text) =>
        text
          .split("\n")
          .filter((each) => !/^\d+;5;2012;/.test(each))
          .join("\n"),
      /column mes: value "2012-05" has no row in the whole file/,
    ],
    [
      "a precinct row left out",
      (text) =>
        text
          .split("\n")
          .filter((each) => !/^1;5;2012;/.test(each))
          .join("\n"),
      /column cisp: value "1" is a precinct without a row in 2012-05/,
    ],
    [
      "commas between the columns",
      (text) => text.replaceAll(";", ","),
      /row 1: .*has no semicolons between its fields/,
    ],
    [
      "a month of 13",
      (text) => swap(text, /\n1;12;2012;/, "\n1;13;2012;"),
      /row 8293, column mes: value "13" is not a month; allowed: 1 to 12/,
    ],
    [
      "two type columns swapped",
      (text) =>
        swap(
          text,
          '"arma_fogo_pistola";"arma_fogo_revolver"',
          '"arma_fogo_revolver";"arma_fogo_pistola"',
        ),
      /^noticed: rj-column-order 2$/,
    ],
  ],
);

const MX = "mx-sesnsp-victims/victimas_con_arma_de_fuego.csv.gz";
mutate("Mexico", mxSesnspVictims, MX, () => rawGzip(MX), none, [
  [
    "a cell of the grid left out",
    (text) => line(text, 500, () => "").replace("\n\n", "\n"),
    /value "2015-07 MX-BCN" lacks 1 of 31 cells/,
  ],
  [
    "a State's name under another code",
    (text) => swap(text, ",01,Aguascalientes,", ",02,Aguascalientes,"),
    /row 2, column nombre_estado: value "Aguascalientes" is not the name of State 02/,
  ],
  [
    "a truncated archive",
    (text) => deflateRawSync(text).subarray(0, 1000),
    /csv\.gz: cannot be unpacked/,
  ],
  [
    "a month that contradicts its date",
    (text) => swap(text, "2015-01-15,2015,01", "2015-01-15,2015,03"),
    /row 2, column date_year_month: value "2015-01-15" is not in the month of n_year and n_month/,
  ],
]);

const CTS = "unodc-cts/data_cts_intentional_homicide_2022-08-08.csv";
/** The first rows of the workbook: reading all 76,338 for each damage would take minutes. */
const ctsCsv = async (): Promise<string> =>
  toCsv((await rawCells("unodc-cts/data_cts_intentional_homicide_2022-08-08.xlsx")).slice(0, 6000));
mutate("UNODC homicide as text, first 6,000 rows", unodcCts, CTS, ctsCsv, none, [
  [
    "columns in another order",
    (text) => toCsv(reparse(text).map((row, at) => (at < 2 ? row : [...row].reverse()))),
    RIGHT,
  ],
  [
    "a renamed category",
    (text) => swap(text, /,by mechanisms?,[^,]*,/, ",by mechanisms,Firearm,"),
    /row 80, column Category: value "Firearm" is not a known Category; allowed: "Firearms or explosives"/,
  ],
  [
    "a suppressed value",
    (text) => swap(text, /,Counts,[\d.]+,/, ",Counts,<5,"),
    /row 4, column VALUE: value "<5" is not a count or a rate/,
  ],
]);
