import { describe, expect, it } from "vitest";
import { readAreas, renameAreas } from "../../pipelines/sources/un-m49.ts";
import { LANGUAGES, type Language } from "../../pipelines/sources/un-m49-read.ts";
import { SUBNATIONAL_AREAS } from "../../src/standard/subnational.ts";
import { problemsOf, temporaryFolder, textFile } from "./files.ts";

const HEADER = [
  "Global Code",
  "Global Name",
  "Region Code",
  "Region Name",
  "Sub-region Code",
  "Sub-region Name",
  "Country or Area",
  "M49 Code",
  "ISO-alpha2 Code",
  "ISO-alpha3 Code",
];
type Row = readonly string[];

const row = (codes: Row, names: Row): Row => {
  const [region = "", sub = "", m49 = "", iso2 = "", iso3 = ""] = codes;
  const [regionName = "", subName = "", name = ""] = names;
  return ["001", "World", region, regionName, sub, subName, name, m49, iso2, iso3];
};
const NAMIBIA = row(["002", "202", "516", "NA", "NAM"], ["Africa", "South", "Namibia"]);
const ANTARCTICA = row(["", "", "010", "AQ", "ATA"], ["", "", "Antarctica"]);
const JAPAN = row(["142", "030", "392", "JP", "JPN"], ["Asia", "East", "Japan"]);
const MONGOLIA = row(["142", "030", "496", "MN", "MNG"], ["Asia", "East", "Mongolia"]);
const TAIWAN = row(["142", "030", "158", "TW", "TWN"], ["Asia", "Far East", "Taiwan"]);
const ROWS = [TAIWAN, NAMIBIA, ANTARCTICA, JAPAN, MONGOLIA];

const quoted = (rows: readonly Row[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n");
/** The English copy has a byte-order mark and quotes only where needed; none ends in a line end. */
const plain = (rows: readonly Row[]): string =>
  `\uFEFF${rows.map((cells) => cells.join(",")).join("\n")}`;

const inLanguage = (language: Language, rows: readonly Row[]): Row[] =>
  rows.map((cells) =>
    cells.map((cell, at) =>
      HEADER[at]?.endsWith("Code") || cell === "" ? cell : `${cell} ${language}`,
    ),
  );

/** Reads six copies of the rows; `change` gives other rows for some languages, or a whole text. */
const read = async (
  change: Partial<Record<Language, readonly Row[] | string>> = {},
  header: Row = HEADER,
) => {
  const raw = await temporaryFolder();
  for (const language of LANGUAGES) {
    const own = change[language] ?? (language === "en" ? ROWS : inLanguage(language, ROWS));
    const write = language === "en" ? plain : quoted;
    const text = typeof own === "string" ? own : write([header, ...own]);
    await textFile(raw, `un-m49/UNSD-M49-${language}.csv`, text);
  }
  return readAreas(raw);
};

const without = (rows: readonly Row[], one: Row): Row[] => rows.filter((cells) => cells !== one);
const withCell = (one: Row, column: string, value: string): Row =>
  one.map((cell, at) => (HEADER[at] === column ? value : cell));

describe("areas of UN M49", () => {
  it("keep codes as text, place countries in sub-regions, and leave out row 158", async () => {
    const areas = await read();
    expect(areas.get("NAM")).toMatchObject({ iso2: "NA", m49: "516", parent: "202" });
    expect(areas.get("202")).toMatchObject({ level: "REGION", parent: "002", m49: "202" });
    expect(areas.get("ATA")?.parent).toBe("001");
    expect(areas.get("001")?.parent).toBe("");
    expect(areas.get("_T")?.level).toBe("_T");
    expect(areas.has("TWN")).toBe(false);
    expect([...areas.values()].map((area) => area.order)).toEqual(
      [...areas.keys()].map((_, at) => at),
    );
  });

  it("have the names of six languages, countries and regions", async () => {
    const areas = await read();
    expect(areas.get("JPN")).toMatchObject({
      label: "Japan",
      label_ar: "Japan ar",
      label_zh: "Japan cn",
      label_fr: "Japan fr",
      label_ru: "Japan ru",
      label_es: "Japan es",
    });
    expect(areas.get("142")).toMatchObject({ label: "Asia", label_zh: "Asia cn" });
  });

  it("take the commonest name of a region", async () => {
    const other = withCell(NAMIBIA, "Global Name", "WORLD");
    const areas = await read({ en: [other, ...without(ROWS, NAMIBIA)] });
    expect(areas.get("001")?.label).toBe("World");
    expect(areas.get("030")?.label).toBe("East");
  });

  it("have the names of the UN where the copies changed or spoilt them", async () => {
    const dutch = row(["150", "155", "528", "NL", "NLD"], ["Europe", "West", "Netherlands"]);
    const ivory = row(["002", "202", "384", "CI", "CIV"], ["Africa", "South", "Ivory Coast"]);
    const rows = [...ROWS, dutch, ivory];
    const spoilt = withCell(dutch, "Country or Area", "هولندا (مملكة _)");
    const others = LANGUAGES.map((language) => [language, rows]);
    const areas = await read({ ...Object.fromEntries(others), ar: [...ROWS, spoilt, ivory] });
    expect(areas.get("NLD")).toMatchObject({
      label: "Netherlands (Kingdom of the)",
      label_ar: "هولندا (مملكة)",
      label_fr: "Netherlands",
    });
    expect(areas.get("CIV")).toMatchObject({ label: "Côte d’Ivoire", label_fr: "Ivory Coast" });
  });

  it("are joined by Kosovo and by parts of countries, in English only", async () => {
    const areas = await read();
    const empty = { label_ar: "", label_zh: "", label_fr: "", label_ru: "", label_es: "" };
    expect(areas.get("XKX")).toMatchObject({
      label: "Kosovo under UNSCR 1244",
      level: "COUNTRY",
      parent: "039",
      source: "user-assigned code",
      m49: "",
      iso2: "",
      definition: expect.stringContaining("User-assigned"),
      ...empty,
    });
    expect(areas.get("MX-SIN")).toMatchObject({ label: "Sinaloa", parent: "MEX", ...empty });
    expect(areas.get("BR-RJ")).toMatchObject({ level: "SUBNATIONAL", parent: "BRA" });
    expect(areas.get("GB-EAW")).toMatchObject({ label: "England and Wales", parent: "GBR" });
    expect(areas.get("US-TX")).toMatchObject({ level: "SUBNATIONAL", parent: "USA" });
    const sizes = Object.entries(SUBNATIONAL_AREAS).map(([country, parts]) => [
      country,
      Object.keys(parts).length,
    ]);
    expect(sizes).toEqual([
      ["BRA", 1],
      ["GBR", 3],
      ["MEX", 32],
      ["USA", 54],
    ]);
  });

  it("take the display names of a source", async () => {
    const areas = renameAreas(await read(), new Map([["NAM", "Name"]]));
    expect(areas.get("NAM")).toMatchObject({ label: "Name", label_fr: "Namibia fr" });
    expect(areas.get("JPN")?.label).toBe("Japan");
  });
});

describe("damaged M49 files", () => {
  const en = (...rows: readonly Row[]) => problemsOf(() => read({ en: rows }));

  it("refuse a code that lost its zeros, a name as a code, an empty name, a doubled code", async () => {
    const cut = await en(...without(ROWS, ANTARCTICA), withCell(ANTARCTICA, "M49 Code", "10"));
    expect(cut).toMatch(
      /M49-en\.csv › row 6, column M49 Code: value "10" is not a code.*three digits/,
    );
    const swapped = withCell(withCell(NAMIBIA, "ISO-alpha3 Code", "NA"), "ISO-alpha2 Code", "NAM");
    expect(await en(...ROWS, swapped)).toMatch(/row 7, column ISO-alpha2 Code: value "NAM"/);
    expect(await en(...ROWS, withCell(NAMIBIA, "Country or Area", " "))).toMatch(/is no name/);
    expect(await en(...ROWS, NAMIBIA)).toMatch(/row 7, column ISO-alpha3 Code: value "NAM".*once/);
    expect(await en(...ROWS, withCell(JAPAN, "ISO-alpha3 Code", "JPX"))).toMatch(
      /row 7, column M49 Code: value "392" is there already/,
    );
  });

  it("refuse files that do not have the same codes, naming file and code", async () => {
    const missing = await problemsOf(() => read({ ru: without(ROWS, JAPAN) }));
    expect(missing).toMatch(
      /^UNSD-M49-ru\.csv › column ISO-alpha3 Code: value "JPN" is not in the file/,
    );
    const korea = row(["142", "030", "410", "KR", "KOR"], ["Asia", "East", "Korea"]);
    const more = await problemsOf(() => read({ cn: [...ROWS, korea] }));
    expect(more).toMatch(/UNSD-M49-cn\.csv › row 7, column ISO-alpha3 Code: value "KOR"/);
    const moved = withCell(JAPAN, "Sub-region Code", "034");
    const other = await problemsOf(() => read({ es: [...without(ROWS, JAPAN), moved] }));
    expect(other).toMatch(
      /UNSD-M49-es\.csv › row 6, column Sub-region Code: value "034".*allowed: 030/,
    );
  });

  it("refuse a missing column, semicolons, latin-1 and a missing file", async () => {
    const header = HEADER.map((name) => (name === "M49 Code" ? "M49" : name));
    expect(await problemsOf(() => read({}, header))).toMatch(/row 1: .*column "M49 Code"/);
    const semicolons = quoted([HEADER, ...ROWS]).replaceAll('","', '";"');
    expect(await problemsOf(() => read({ fr: semicolons }))).toMatch(/M49-fr\.csv › row 1/);
    const raw = await temporaryFolder();
    for (const language of LANGUAGES.slice(1)) {
      await textFile(raw, `un-m49/UNSD-M49-${language}.csv`, quoted([HEADER, ...ROWS]));
    }
    const latin1 = Buffer.from(quoted([HEADER, ["Türkiye"]]), "latin1");
    await textFile(raw, "un-m49/UNSD-M49-en.csv", latin1);
    expect(await problemsOf(() => readAreas(raw))).toMatch(/M49-en\.csv › row 2: is not UTF-8/);
  });
});
