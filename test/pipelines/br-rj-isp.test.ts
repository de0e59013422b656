import { describe, expect, it } from "vitest";
import { brRjIsp } from "../../pipelines/sources/br-rj-isp.ts";
import { COUNT_COLUMNS, PRINTED_TOTALS } from "../../pipelines/sources/br-rj-isp-columns.ts";
import { sha256 } from "../../pipelines/steps/files.ts";
import { problemsOf, temporaryFolder, textFile } from "./files.ts";

type Row = Readonly<Record<string, string>>;
const COLUMNS = ["cisp", "mes", "ano", "aisp", "risp", ...COUNT_COLUMNS];
const FILE = "ArmasApreendidasEvolucaoCisp_2026-03.csv";
const TABLE = "Relacao_RISPxAISPxCISP_CSV.csv";

/** Counts of a precinct and month: the given ones, else 0; totals to fit. */
const row = (cisp: number, month: string, counts: Row = {}): Row => {
  const [ano = "", mes = ""] = month.split("-");
  const cells: Record<string, string> = Object.fromEntries(
    COUNT_COLUMNS.map((name) => [name, "0"]),
  );
  Object.assign(cells, counts);
  for (const { total, parts } of PRINTED_TOTALS) {
    if (counts[total] !== undefined) continue;
    cells[total] = String(parts.reduce((sum, part) => sum + Number(cells[part]), 0));
  }
  return { cisp: String(cisp), mes: String(Number(mes)), ano, aisp: "5", risp: "1", ...cells };
};

const months = (year: number, count = 12): string[] =>
  Array.from({ length: count }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, "0");
    return `${year + Math.floor(at / 12)}-${month}`;
  });

/** Rows of precincts 1 and 2: each month one pistol, two carbines and three assault rifles in each. */
const COUNTS = { arma_fogo_pistola: "1", arma_fogo_carabina: "2", arma_fogo_fuzil: "3" };
const rowsOf = (names: readonly string[], counts: Row = COUNTS): Row[] =>
  [1, 2].flatMap((cisp) => names.map((month) => row(cisp, month, counts)));

const text = (rows: readonly Row[], columns: readonly string[] = COLUMNS): string =>
  [
    columns.map((name) => `"${name}"`).join(";"),
    ...rows.map((cells) => columns.map((name) => cells[name] ?? "").join(";")),
    "",
  ].join("\r\n");

const PRECINCTS = "RISP;AISP;CISP;Município\r\n1;5;1;Niterói\r\n1;5;2;Maricá\r\n1;6;2;Maricá\r\n";

const folder = async (content: string | Uint8Array, file = FILE): Promise<string> => {
  const raw = await temporaryFolder();
  await textFile(raw, `br-rj-isp/${file}`, content);
  await textFile(raw, `br-rj-isp/${TABLE}`, Buffer.from(PRECINCTS, "latin1"));
  return raw;
};
const readText = async (content: string | Uint8Array, file = FILE) =>
  brRjIsp.read(await folder(content, file), new Map());
const read = (rows: readonly Row[]) => readText(text(rows));
const refusal = (content: string | Uint8Array) => problemsOf(() => readText(content));

type Result = Awaited<ReturnType<typeof read>>;
const find = ({ observations }: Result, period: string, type = "_T", indicator = "ARMS_SEIZED") =>
  observations.find(
    (one) => one.indicator === indicator && one.time_period === period && one.weapon_type === type,
  );
const check = ({ checks }: Result, id: string) => checks.find((one) => one.id === id);

describe("Rio de Janeiro, mapping", () => {
  it("sums precincts by month and type, and the months of a complete year", async () => {
    const result = await read(rowsOf(months(2007, 14)));
    expect(find(result, "2007-01")).toMatchObject({
      dataset: "BR_RJ_ISP",
      release: "copy-2026-03",
      freq: "M",
      ref_area: "BR-RJ",
      area_level: "SUBNATIONAL",
      sex: "_Z",
      obs_value: 12,
      obs_status: "A",
      breakdown: "_T",
      additivity: "TOTAL",
      flags: "DERIVED",
      source_row: "n=2",
      source_detail: "columns=arma_fogo_total",
    });
    expect(find(result, "2007-01", "RIFLE")).toMatchObject({
      obs_value: 10,
      breakdown: "weapon_type",
      additivity: "PART",
      flags: "MERGED_LABELS|DERIVED",
      source_detail: "columns=arma_fogo_fuzil + arma_fogo_carabina",
    });
    expect(find(result, "2007-01", "MACHINE_GUN")?.flags).toBe("DEF_DIFFERS|DERIVED");
    expect(find(result, "2007", "RIFLE")).toMatchObject({
      freq: "A",
      obs_value: 120,
      flags: "MERGED_LABELS|DERIVED",
      source_row: "n=12",
    });
    expect(find(result, "2007")).toMatchObject({ obs_value: 144, flags: "DERIVED" });
    expect(find(result, "2008-02")?.obs_value).toBe(12);
    expect(find(result, "2008")).toBeUndefined();
    expect(result.releases).toMatchObject([{ release: "copy-2026-03", rowsRead: 28 }]);
  });

  it("puts every firearm column under one type, home-made arms and garruchas under other", async () => {
    const guns = PRINTED_TOTALS[0]?.parts ?? [];
    const counts = Object.fromEntries(guns.map((name, at) => [name, String(2 ** at)]));
    const result = await read([row(1, "2007-01", counts), row(2, "2007-01")]);
    const other = "garrucha garruchao arma_fabricacao_caseira outros".split(" ");
    const sum = other.reduce((all, name) => all + Number(counts[`arma_fogo_${name}`]), 0);
    expect(find(result, "2007-01", "_O")?.obs_value).toBe(sum);
    const types = result.observations.filter((one) => one.additivity === "PART");
    expect(types.reduce((all, one) => all + (one.obs_value ?? 0), 0)).toBe(2 ** guns.length - 1);
    expect(guns).toHaveLength(11);
  });

  it("keeps what is not a firearm apart, with no dimension at all", async () => {
    const counts = { municao_total: "9", arma_branca_total: "4", simulacro_pistola: "2" };
    const result = await read(rowsOf(["2016-01"], { ...counts, artefato_explosivo_granada: "3" }));
    const value = (indicator: string) => find(result, "2016-01", "_Z", indicator)?.obs_value;
    expect(value("AMMUNITION_SEIZED")).toBe(18);
    expect(value("BLADED_SEIZED")).toBe(8);
    expect(value("REPLICAS_SEIZED")).toBe(4);
    expect(value("EXPLOSIVES_SEIZED")).toBe(6);
    expect(find(result, "2016-01")?.obs_value).toBe(0);
  });
});

describe("Rio de Janeiro, missing values", () => {
  it("takes zero months at the end as not published, and gives no year", async () => {
    const year = months(2023);
    const result = await read([...rowsOf(year.slice(0, 10)), ...rowsOf(year.slice(10), {})]);
    expect(find(result, "2023-10")?.obs_value).toBe(12);
    for (const month of ["2023-11", "2023-12"]) {
      expect(find(result, month)).toMatchObject({
        obs_value: null,
        obs_status: "O",
        flags: "UNPUBLISHED",
      });
    }
    expect(find(result, "2023-12", "PISTOL")).toMatchObject({ obs_value: null, obs_status: "O" });
    expect(find(result, "2023")).toBeUndefined();
    expect(check(result, "rj-zero-months")).toMatchObject({ status: "PASS", count: 2 });
  });

  it("doubts a zero month between others, and does not take one precinct's zeros for it", async () => {
    const year = months(2023);
    const zero = rowsOf(["2023-05"], {});
    const result = await read([...rowsOf(year.filter((month) => month !== "2023-05")), ...zero]);
    expect(find(result, "2023-05")).toMatchObject({ obs_value: 0, obs_status: "V" });
    expect(find(result, "2023-05")?.flags).toBe("FALSE_ZERO_SUSPECT|DERIVED");
    expect(find(result, "2023")).toMatchObject({
      obs_value: 132,
      flags: "FALSE_ZERO_SUSPECT|DERIVED",
    });
    expect(check(result, "rj-zero-months")).toMatchObject({ status: "WARNING", count: 1 });
    const half = await read([row(1, "2023-01"), row(2, "2023-01", { arma_fogo_pistola: "1" })]);
    expect(find(half, "2023-01")).toMatchObject({ obs_value: 1, obs_status: "A" });
  });

  it("has no value where all precincts are blank, nor where some are", async () => {
    const blank = { ...COUNTS, municao_total: "" };
    const year = months(2013);
    const all = await read(rowsOf(year, blank));
    const ammunition = (result: Result, period: string) =>
      find(result, period, "_Z", "AMMUNITION_SEIZED");
    expect(ammunition(all, "2013-01")).toMatchObject({
      obs_value: null,
      obs_status: "O",
      flags: "",
      source_detail: "columns=municao_total; note=blank in all precincts",
    });
    expect(ammunition(all, "2013")).toBeUndefined();
    expect(find(all, "2013")?.obs_value).toBe(144);
    const some = await read([row(1, "2013-01", blank), row(2, "2013-01", COUNTS)]);
    expect(ammunition(some, "2013-01")).toMatchObject({
      obs_value: null,
      obs_status: "O",
      source_detail: "columns=municao_total; note=blank in 1 of 2 precincts: 1",
    });
    const type = await read([
      row(1, "2013-01", { ...COUNTS, arma_fogo_fuzil: "", arma_fogo_total: "3" }),
      row(2, "2013-01", COUNTS),
    ]);
    expect(find(type, "2013-01", "RIFLE")?.obs_value).toBeNull();
    expect(find(type, "2013-01")?.obs_value).toBe(9);
  });
});

describe("Rio de Janeiro, checks", () => {
  it("uses the parts where a printed total is wrong, flags month and year, and warns", async () => {
    const [first, ...rest] = rowsOf(months(2007, 60));
    const result = await read([{ ...first, arma_fogo_total: "7" }, ...rest]);
    expect(find(result, "2007-01")).toMatchObject({
      obs_value: 12,
      flags: "PRINTED_TOTAL_WRONG|DERIVED",
      source_detail: "columns=arma_fogo_total; note=wrong printed totals: 7 in row 2",
    });
    expect(find(result, "2007")?.flags).toBe("PRINTED_TOTAL_WRONG|DERIVED");
    expect(find(result, "2008")?.flags).toBe("DERIVED");
    expect(check(result, "rj-printed-totals")).toMatchObject({
      status: "WARNING",
      count: 1,
      examples: [`${FILE} row 2: arma_fogo_total 7 instead of 6`],
    });
  });

  it("warns of a precinct that the table does not have, and counts it", async () => {
    const old = months(2007, 6).map((month) => row(45, month, COUNTS));
    const result = await read([...rowsOf(months(2007)), ...old]);
    expect(find(result, "2007-01")).toMatchObject({ obs_value: 18, source_row: "n=3" });
    expect(check(result, "rj-precincts")).toMatchObject({
      status: "WARNING",
      count: 1,
      examples: [`${FILE}: precinct 45, 2007-01 to 2007-06, not in the precinct table`],
    });
  });

  it("knows the release from the file name or from the list of files, never by guess", async () => {
    const content = text(rowsOf(["2007-01"]));
    const plain = "ArmasApreendidasEvolucaoCisp.csv";
    expect(await problemsOf(() => readText(content, plain))).toMatch(
      /^ArmasApreendidasEvolucaoCisp\.csv: .*rename it to ArmasApreendidasEvolucaoCisp_<year>-<month>\.csv/,
    );
    const raw = await folder(content, plain);
    const list = async (hash: string) => {
      const line = `data/raw/br-rj-isp/${plain},${hash},public copy of 2027-01`;
      await textFile(raw, "MANIFEST.csv", `path,sha256,release\n${line}\n`);
    };
    await list(await sha256(`${raw}/br-rj-isp/${plain}`));
    const { releases } = await brRjIsp.read(raw, new Map());
    expect(releases.map(({ release }) => release)).toEqual(["copy-2027-01"]);
    await list("another");
    expect(await problemsOf(() => brRjIsp.read(raw, new Map()))).toMatch(/rename it/);
  });

  it("loads several copies, each under its release, and refuses two of one release", async () => {
    const raw = await folder(text(rowsOf(["2007-01"])));
    const name = "br-rj-isp/ArmasApreendidasEvolucaoCisp_2026-04.csv";
    await textFile(raw, name, text(rowsOf(["2007-01", "2007-02"])));
    const { releases, observations } = await brRjIsp.read(raw, new Map());
    expect(releases.map(({ release }) => release)).toEqual(["copy-2026-03", "copy-2026-04"]);
    expect(observations).toHaveLength(12 + 24);
    await textFile(raw, name.replace("Cisp_", "Cisp_b_"), text(rowsOf(["2007-01"])));
    expect(await problemsOf(() => brRjIsp.read(raw, new Map()))).toMatch(/same release/);
  });
});

describe("Rio de Janeiro, other forms of the same file", () => {
  it.each<[string, (content: string) => string]>([
    ["a byte-order mark", (content) => `\uFEFF${content}`],
    ["Unix line ends", (content) => content.replaceAll("\r\n", "\n")],
    ["no quotes", (content) => content.replaceAll('"', "")],
    ["no last line end", (content) => content.trimEnd()],
    ["months of two digits", (content) => content.replace("1;1;2007", "1;01;2007")],
  ])("reads %s", async (_, change) => {
    const content = text(rowsOf(months(2007)));
    const { observations } = await readText(change(content));
    expect(observations).toEqual((await readText(content)).observations);
  });

  it("reads the precinct table in latin-1 and UTF-8 alike", async () => {
    const raw = await folder(text(rowsOf(["2007-01"])));
    const latin1 = await brRjIsp.read(raw, new Map());
    await textFile(raw, `br-rj-isp/${TABLE}`, PRECINCTS);
    expect((await brRjIsp.read(raw, new Map())).checks).toEqual(latin1.checks);
  });
});

describe("Rio de Janeiro, damage", () => {
  const YEAR = rowsOf(months(2007));
  const damaged = (change: Row, at = 2): string =>
    text(YEAR.map((cells, index) => (index === at ? { ...cells, ...change } : cells)));

  it.each<[string, Row, RegExp]>([
    ["a thousands comma", { municao_total: "1,234" }, /row 4, column municao_total: value "1,234"/],
    ["a thousands point", { municao_total: "1.234" }, /column municao_total: value "1.234"/],
    ["a suppressed count", { arma_fogo_pistola: "<5" }, /column arma_fogo_pistola: value "<5"/],
    ["a negative count", { arma_fogo_pistola: "-1" }, /value "-1" is not a count.*digits only/],
    ["a text", { arma_branca_total: "n/d" }, /column arma_branca_total: value "n\/d"/],
    ["a line end in a cell", { arma_branca_total: '"1\n"' }, /column arma_branca_total/],
    ["month 13", { mes: "13" }, /row 4, column mes: value "13" is not a month.*1 to 12/],
    ["a month by name", { mes: "março" }, /column mes: value "março"/],
    ["a year of two digits", { ano: "07" }, /column ano: value "07" is not a year/],
    ["a total in place of a precinct", { cisp: "Total" }, /column cisp: value "Total"/],
    ["a precinct with leading zeros", { cisp: "001" }, /column cisp: value "001"/],
  ])("refuses %s", async (_, change, message) => {
    expect(await refusal(damaged(change))).toMatch(message);
  });

  it("refuses a doubled row, a total row at the end, and a row that is cut", async () => {
    const [first] = YEAR;
    expect(await refusal(text([...YEAR, first ?? {}]))).toMatch(
      /row 26, column cisp: value "1" is there in 2007-01 already, in row 2/,
    );
    expect(await refusal(text([...YEAR, { ...first, cisp: "", mes: "" }]))).toMatch(/row 26/);
    expect(await refusal(text(YEAR).replace(/;\d+;\d+\r\n$/, "\r\n"))).toMatch(/row 25: .*fields/);
  });

  it("refuses a missing month, a gap, a precinct that ends early, and one that is not there", async () => {
    const drop = (keep: (cells: Row) => boolean) => refusal(text(YEAR.filter(keep)));
    expect(await drop(({ mes }) => mes !== "5")).toMatch(
      /column mes: value "2007-05" has no row in the whole file/,
    );
    expect(await drop(({ mes, cisp }) => mes !== "5" || cisp !== "2")).toMatch(
      /column cisp: value "2" is a precinct without a row in 2007-05/,
    );
    expect(await drop(({ mes, cisp }) => Number(mes) < 12 || cisp !== "2")).toMatch(
      /value "2" is a precinct whose rows end in 2007-11, before 2007-12/,
    );
    expect(await drop(({ cisp }) => cisp === "1")).toMatch(
      /value "2" is in the precinct table and has no row/,
    );
  });

  it("refuses swapped columns, naming the rows", async () => {
    const swap: Record<string, string> = {
      arma_fogo_total: "arma_fogo_pistola",
      arma_fogo_pistola: "arma_fogo_total",
    };
    const lines = text(YEAR).split("\r\n");
    const header = COLUMNS.map((name) => `"${swap[name] ?? name}"`).join(";");
    expect(await refusal([header, ...lines.slice(1)].join("\r\n"))).toMatch(
      /row 2, column arma_fogo_total: value 1 is not the sum of its parts.*swapped or shifted/,
    );
  });

  it("refuses another separator, a missing or doubled column, and old Macintosh line ends", async () => {
    const content = text(YEAR);
    expect(await refusal(content.replaceAll(";", ","))).toMatch(/row 1: .*no semicolons/);
    expect(await refusal(content.replaceAll(";", "\t"))).toMatch(/row 1: .*no semicolons/);
    const missing = COLUMNS.filter((name) => name !== "arma_fogo_fuzil");
    expect(await refusal(text(YEAR, missing))).toMatch(/column "arma_fogo_fuzil" exactly once/);
    expect(await refusal(text(YEAR, [...COLUMNS, "cisp"]))).toMatch(/column "cisp" exactly once/);
    expect(await refusal(content.replaceAll("\r\n", "\r"))).toMatch(/row 1: ends in a lone/);
  });

  it("refuses latin-1 in the weapons file, a broken quote, an empty file, and zeros only", async () => {
    const latin1 = Buffer.from(damaged({ mes: "março" }), "latin1");
    expect(await refusal(latin1)).toMatch(/row 4: is not UTF-8/);
    expect(await refusal(damaged({ mes: '"3' }))).toMatch(/cannot be read/);
    expect(await refusal("")).toMatch(/row 1: value "" has no semicolons/);
    expect(await refusal(text([]))).toMatch(/no row below its header/);
    expect(await refusal(text(rowsOf(["2007-01"], {})))).toMatch(/no month with a count above 0/);
  });

  it("refuses a folder without the file, and a precinct table without precincts", async () => {
    const raw = await temporaryFolder();
    expect(await problemsOf(() => brRjIsp.read(raw, new Map()))).toMatch(
      /^br-rj-isp\/: has no file/,
    );
    const other = await folder(text(YEAR));
    await textFile(other, `br-rj-isp/${TABLE}`, "RISP;AISP;CISP\r\n1;5;x\r\n");
    expect(await problemsOf(() => brRjIsp.read(other, new Map()))).toMatch(
      /^Relacao.* › row 2, column CISP: value "x"/,
    );
  });
});
