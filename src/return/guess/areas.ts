import type { Area } from "../../standard/codelists/area.ts";
import type { Meaning, ValueMap } from "../mapping.ts";
import { type WordIndex, wordIndex } from "./fold.ts";

const wordsOf = (area: Area): string[] => [
  area.code,
  area.label,
  area.label_ar,
  area.label_zh,
  area.label_fr,
  area.label_ru,
  area.label_es,
  area.iso2,
  area.m49,
  area.m49.replace(/^0+/, ""),
];

/** Names in use that are none of UN M49's, by code. */
const COMMON: Readonly<Record<string, string>> = {
  GBR: "UK|United Kingdom|Great Britain|Royaume-Uni|Reino Unido",
  USA: "US|U.S.|USA|United States|États-Unis|Etats-Unis|Estados Unidos|EE. UU.|EEUU",
  RUS: "Russia|Russie|Rusia",
  BOL: "Bolivia|Bolivie",
  VEN: "Venezuela|Vénézuela",
  TZA: "Tanzania|Tanzanie|Tanzanía",
  CZE: "Czech Republic|République tchèque|República Checa",
  NLD: "Netherlands|The Netherlands|Pays-Bas|Países Bajos",
  TUR: "Turkey|Turquie|Turquía",
  CIV: "Ivory Coast|Costa de Marfil",
  COD: "DR Congo|DRC|RDC",
  MDA: "Moldova|Moldavie|Moldavia",
  KOR: "South Korea|Corée du Sud|Corea del Sur",
  IRN: "Iran|Irán",
  SYR: "Syria|Syrie|Siria",
  LAO: "Laos",
  VNM: "Vietnam",
  MKD: "Macedonia",
};

/** Which codes the words of areas stand for, country and part of a country apart. */
export interface AreaIndex {
  readonly countries: WordIndex<string>;
  readonly parts: WordIndex<string>;
}

/** An index of the names in six languages and the codes of all areas that a return can be about. */
export const areaIndex = (areas: readonly Area[]): AreaIndex => {
  const entries = (level: Area["level"]): [string, string][] =>
    areas.flatMap((area) =>
      area.level === level ? wordsOf(area).map((word): [string, string] => [word, area.code]) : [],
    );
  const common = Object.entries(COMMON).flatMap(([code, words]) =>
    words.split("|").map((word): [string, string] => [word, code]),
  );
  return {
    countries: wordIndex([...entries("COUNTRY"), ...common]),
    parts: wordIndex(entries("SUBNATIONAL")),
  };
};

/**
 * Codes of those values that name one area. A word that names both a country and a part of one (Georgia) is taken for
 * what the other values are, and is left open where that does not tell.
 */
export const guessAreas = (index: AreaIndex, values: readonly string[]): ValueMap => {
  const found = values.map((value) => ({
    value,
    country: index.countries.get(value),
    part: index.parts.get(value),
  }));
  const countries = found.some(({ country, part }) => country !== undefined && part === undefined);
  const parts = found.some(({ country, part }) => part !== undefined && country === undefined);
  return Object.fromEntries(
    found.flatMap(({ value, country, part }): [string, Meaning][] => {
      const both = country !== undefined && part !== undefined;
      if (both && countries === parts) return [];
      const code = both ? (countries ? country : part) : (country ?? part);
      return code === undefined ? [] : [[value, { code }]];
    }),
  );
};
