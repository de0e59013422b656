import type { IndicatorId } from "../../src/standard/codelists/indicator.ts";
import { type LabelTable, type SourceLabel, sourceLabels } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import type { MexicanState } from "../../src/standard/subnational.ts";

const DATASET = "MX_SESNSP_VICTIMS";

/** States by `cve_ent`: the name in `nombre_estado` and our code. */
export const STATES: Readonly<Record<string, readonly [string, MexicanState]>> = {
  "01": ["Aguascalientes", "MX-AGU"],
  "02": ["Baja California", "MX-BCN"],
  "03": ["Baja California Sur", "MX-BCS"],
  "04": ["Campeche", "MX-CAM"],
  "05": ["Coahuila", "MX-COA"],
  "06": ["Colima", "MX-COL"],
  "07": ["Chiapas", "MX-CHP"],
  "08": ["Chihuahua", "MX-CHH"],
  "09": ["Ciudad de México", "MX-CMX"],
  "10": ["Durango", "MX-DUR"],
  "11": ["Guanajuato", "MX-GUA"],
  "12": ["Guerrero", "MX-GRO"],
  "13": ["Hidalgo", "MX-HID"],
  "14": ["Jalisco", "MX-JAL"],
  "15": ["Estado de México", "MX-MEX"],
  "16": ["Michoacán", "MX-MIC"],
  "17": ["Morelos", "MX-MOR"],
  "18": ["Nayarit", "MX-NAY"],
  "19": ["Nuevo León", "MX-NLE"],
  "20": ["Oaxaca", "MX-OAX"],
  "21": ["Puebla", "MX-PUE"],
  "22": ["Querétaro", "MX-QUE"],
  "23": ["Quintana Roo", "MX-ROO"],
  "24": ["San Luis Potosí", "MX-SLP"],
  "25": ["Sinaloa", "MX-SIN"],
  "26": ["Sonora", "MX-SON"],
  "27": ["Tabasco", "MX-TAB"],
  "28": ["Tamaulipas", "MX-TAM"],
  "29": ["Tlaxcala", "MX-TLA"],
  "30": ["Veracruz", "MX-VER"],
  "31": ["Yucatán", "MX-YUC"],
  "32": ["Zacatecas", "MX-ZAC"],
};

/** `subtipo_de_delito` to the indicator. */
export const SUBTYPES = {
  "Homicidio doloso": "VICTIMS_HOMICIDE_FIREARM",
  Feminicidio: "VICTIMS_FEMICIDE_FIREARM",
  "Lesiones dolosas": "VICTIMS_INJURY_FIREARM",
  "Homicidio culposo": "VICTIMS_NEGLIGENT_HOMICIDE_FIREARM",
  "Lesiones culposas": "VICTIMS_NEGLIGENT_INJURY_FIREARM",
} as const satisfies LabelTable<IndicatorId>;

/** `tipo_de_delito` of each `subtipo_de_delito`. */
export const TYPE_OF_SUBTYPE: Readonly<Record<keyof typeof SUBTYPES, string>> = {
  "Homicidio doloso": "Homicidio",
  Feminicidio: "Feminicidio",
  "Lesiones dolosas": "Lesiones",
  "Homicidio culposo": "Homicidio",
  "Lesiones culposas": "Lesiones",
};

/** The only `modalidad` of the file. */
export const FIREARM = "Con arma de fuego";

const SEXES: LabelTable<Observation["sex"]> = {
  Hombre: "M",
  Mujer: "F",
  "No identificado": "_U",
};

const AGES: LabelTable<Observation["age"]> = {
  "Menores de edad (0-17)": "Y0T17",
  "Adultos (18 y más)": "Y_GE18",
  "No especificado": "_U",
  "No identificado": "_U",
};

/** One of the cells that the source has for every State and month. */
export interface VictimCell {
  readonly subtype: keyof typeof SUBTYPES;
  readonly indicator: IndicatorId;
  readonly genero: string;
  readonly sex: Observation["sex"];
  readonly rango: string;
  readonly age: Observation["age"];
}

/** Age is not identified where sex is not, and only there; femicide has women only. */
const exists = (subtype: string, genero: string, rango: string): boolean =>
  (genero === "No identificado") === (rango === "No identificado") &&
  (subtype !== "Feminicidio" || genero === "Mujer");

/** All 31 cells, in a fixed order. */
export const CELLS: readonly VictimCell[] = (
  Object.keys(SUBTYPES) as (keyof typeof SUBTYPES)[]
).flatMap((subtype) =>
  Object.entries(SEXES).flatMap(([genero, sex]) =>
    Object.entries(AGES).flatMap(([rango, age]) =>
      exists(subtype, genero, rango)
        ? { subtype, indicator: SUBTYPES[subtype], genero, sex, rango, age }
        : [],
    ),
  ),
);

/** What a cell is known by in the file. */
export const cellKey = (subtype: string, genero: string, rango: string): string =>
  [subtype, genero, rango].join(" / ");

/** The crosswalk. */
export const VICTIM_LABELS: readonly SourceLabel[] = [
  ...sourceLabels(
    DATASET,
    "ref_area",
    "cve_ent",
    Object.fromEntries(Object.entries(STATES).map(([key, [, code]]) => [key, code])),
  ),
  ...sourceLabels(DATASET, "ref_area", "nombre_estado", Object.fromEntries(Object.values(STATES))),
  ...sourceLabels(DATASET, "indicator", "subtipo_de_delito", SUBTYPES),
  ...sourceLabels(DATASET, "sex", "genero", SEXES),
  ...sourceLabels(DATASET, "age", "rango_de_edad", AGES),
];
