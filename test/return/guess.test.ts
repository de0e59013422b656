import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRaw } from "../../src/return/file.ts";
import { ReturnError } from "../../src/return/finding.ts";
import { guessMapping } from "../../src/return/guess/mapping.ts";
import { valueGuesser } from "../../src/return/guess/values.ts";
import { type Mapping, parseMapping, targetsOf } from "../../src/return/mapping.ts";
import { problemsOf } from "../../src/return/problems.ts";
import { profilesOf } from "../../src/return/raw-table.ts";
import { AREAS } from "./database.ts";

const guess = valueGuesser(AREAS);
const codes = (...args: Parameters<typeof guess>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(guess(...args)).map(([value, meaning]) => [
      value,
      "code" in meaning ? meaning.code : `left out: ${meaning.leaveOut}`,
    ]),
  );

const guessed = async (text: string, indicator: Mapping["indicator"] = "ARMS_SEIZED") => {
  const profiles = profilesOf(await readRaw(new Blob([text])));
  const options = { indicator, rows: "RECORDS", release: "2026-11-01" } as const;
  return { profiles, ...guessMapping(profiles, AREAS, options) };
};

describe("values", () => {
  it("of areas are known by every code and name that CL_AREA has, unless it names two", () => {
    const places = AREAS.filter(({ level }) => level === "COUNTRY");
    const names = new Map<string, Set<string>>();
    const all = places.map(
      (area) =>
        [
          area.code,
          [
            area.code,
            area.label,
            area.iso2,
            area.m49,
            area.label_ar,
            area.label_zh,
            area.label_fr,
            area.label_ru,
            area.label_es,
          ],
        ] as const,
    );
    for (const [code, words] of all)
      for (const word of words)
        names.set(word.toLowerCase(), (names.get(word.toLowerCase()) ?? new Set()).add(code));
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), ([code, words], at) => {
        const word = words[at % words.length] ?? "";
        fc.pre(word !== "" && names.get(word.toLowerCase())?.size === 1);
        const found = codes("ref_area", "RECORDS", [word])[word];
        expect([code, undefined]).toContain(found);
        // Only a word that a part of a country has too may stay open.
        if (found === undefined)
          expect(
            AREAS.some(
              (area) =>
                area.level === "SUBNATIONAL" && area.label.toLowerCase() === word.toLowerCase(),
            ),
          ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("that name a country and a part of one are taken for what the others are, or stay open", () => {
    expect(codes("ref_area", "RECORDS", ["Georgia", "Armenia"])).toEqual({
      Georgia: "GEO",
      Armenia: "ARM",
    });
    expect(codes("ref_area", "RECORDS", ["Georgia", "Texas"])).toEqual({
      Georgia: "US-GA",
      Texas: "US-TX",
    });
    expect(codes("ref_area", "RECORDS", ["Georgia"])).toEqual({});
    expect(codes("ref_area", "RECORDS", ["Georgia", "Texas", "Peru"])).toEqual({
      Texas: "US-TX",
      Peru: "PER",
    });
  });

  it("of arms are known in three languages; a handgun may be two things and is not", () => {
    expect(
      codes("weapon_type", "RECORDS", [
        "Pistola",
        "REVÓLVER",
        "fusil de chasse",
        "handgun",
        "rifle (Inlcuding Carbine)",
        "total",
      ]),
    ).toEqual({
      Pistola: "PISTOL",
      REVÓLVER: "REVOLVER",
      "fusil de chasse": "SHOTGUN",
      "rifle (Inlcuding Carbine)": "RIFLE",
    });
  });

  it("of a single record are never a total or a subtotal", () => {
    const values = ["_T", "Total", "IDENTIFIABLE_TOTAL", "pending"];
    expect(codes("trace_status", "RECORDS", values)).toEqual({ pending: "PENDING" });
    expect(codes("trace_status", "COUNTS", values)).toMatchObject({
      _T: "_T",
      IDENTIFIABLE_TOTAL: "IDENTIFIABLE_TOTAL",
    });
  });

  it("M is a man beside F and a woman beside H", () => {
    expect(codes("sex", "RECORDS", ["M", "F"])).toEqual({ M: "M", F: "F" });
    expect(codes("sex", "RECORDS", ["H", "M", "desconocido"])).toEqual({
      H: "M",
      M: "F",
      desconocido: "_U",
    });
  });

  it("of age become the only two bands that all sources share", () => {
    expect(codes("age", "RECORDS", ["17", "18", "99", "Y18T24", "18 and over", "121"])).toEqual({
      "17": "Y0T17",
      "18": "Y_GE18",
      "99": "Y_GE18",
      "18 and over": "Y_GE18",
    });
  });

  it("of an unknown origin are left out: the standard has no code for it", () => {
    expect(codes("origin_area", "RECORDS", ["USA", "unknown", "Atlantis"])).toEqual({
      USA: "USA",
      unknown: "left out: unknown",
    });
  });
});

describe("a first mapping", () => {
  it("finds columns by Spanish titles and lists what it does not know", async () => {
    const { mapping, guesses, unguessed } = await guessed(
      "Folio;Fecha;País;Tipo de arma;Origen;Cantidad\n1;25/03/2021;México;pistola;Estados Unidos;1\n2;26/03/2021;Brasil;cerbatana;desconocido;2\n",
    );
    expect(guesses.map(({ target, column, because }) => `${target} ${column} ${because}`)).toEqual([
      "date Fecha NAME",
      "ref_area País NAME",
      "weapon_type Tipo de arma NAME",
      "origin_area Origen NAME",
      "count Cantidad NAME",
    ]);
    expect(mapping.period).toEqual({ kind: "DATE", column: "Fecha", order: "DMY" });
    expect(unguessed).toEqual([
      { target: "weapon_type", column: "Tipo de arma", values: [{ value: "cerbatana", count: 1 }] },
    ]);
  });

  it("finds columns by their values where the titles say nothing, and says so", async () => {
    const { guesses } = await guessed(
      "a,b,c,d\n2021-03-04,Peru,pistol,x1\n2021-05-04,Chile,rifle,x2\n2021-05-09,Chile,revolver,x3\n",
    );
    expect(guesses.map(({ target, column, because }) => `${target} ${column} ${because}`)).toEqual([
      "date a VALUES",
      "ref_area b VALUES",
      "weapon_type c VALUES",
    ]);
  });

  it("says when day and month could be exchanged", async () => {
    const { guesses } = await guessed("date,area\n03/04/2021,MEX\n05/06/2021,PER\n");
    expect(guesses[0]).toEqual({
      target: "date",
      column: "date",
      because: "NAME",
      ambiguous: true,
    });
  });

  it("takes a year and a month where there is no date", async () => {
    const { mapping } = await guessed("year,month,country\n2021,5,MEX\n2020,12,PER\n");
    expect(mapping.period).toEqual({ kind: "PARTS", year: "year", month: "month" });
  });

  it("offers sex and age for persons only, weapon types for arms only", () => {
    expect(targetsOf("ARMS_SEIZED")).not.toContain("sex");
    expect(targetsOf("PERSONS_ARRESTED")).toEqual(["sex", "age", "offence_context"]);
  });

  it("names what is still to be said, until nothing is", async () => {
    const { mapping, profiles } = await guessed("remark,type\nx,pistol\ny,bow\n");
    const kinds = (asked: Mapping) =>
      problemsOf(asked, profiles, AREAS).map(({ kind, detail }) => `${kind} ${detail}`);
    expect(kinds(mapping)).toEqual(["no-period ", "no-area ", "values-open type"]);
    const said: Mapping = {
      ...mapping,
      period: { kind: "PARTS", year: "remark", month: null },
      area: { kind: "FIXED", code: "MEX" },
      dimensions: {
        weapon_type: {
          column: "type",
          values: { pistol: { code: "PISTOL" }, bow: { leaveOut: "no firearm" } },
        },
      },
    };
    expect(kinds(said)).toEqual([]);
    expect(
      kinds({
        ...said,
        period: { kind: "PARTS", year: "gone", month: null },
        dimensions: {
          weapon_type: { column: "type", values: { pistol: { code: "_T" }, bow: { code: "BOW" } } },
        },
      }),
    ).toEqual(["column-missing gone", "code-unknown _T", "code-unknown BOW"]);
  });
});

describe("a saved mapping", () => {
  it("is the same after a way through JSON", async () => {
    const { mapping } = await guessed("date,area,type,n\n2021-03-04,MEX,pistol,2\n");
    expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  it.each([
    [null, "mapping-invalid"],
    [{ form: 2 }, "form"],
    [{ form: 1, release: "../x" }, "release"],
  ])("is refused where it is none: %j", (json, detail) => {
    expect(() => parseMapping(json)).toThrow(ReturnError);
    expect(() => parseMapping(json)).toThrow(detail);
  });
});
