import type { IndicatorId } from "../../src/standard/codelists/indicator.ts";
import { type SourceLabel, sourceLabels } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";

/** What one number of a month counts, and the columns that hold it; several columns are summed. */
export interface Measure {
  readonly indicator: IndicatorId;
  /** The code of the weapon type; undefined where the number is not broken down. */
  readonly type?: Observation["weapon_type"];
  readonly columns: readonly string[];
}

const arms = (
  type: Observation["weapon_type"] | undefined,
  ...names: readonly string[]
): Measure => ({
  indicator: "ARMS_SEIZED",
  ...(type === undefined ? {} : { type }),
  columns: names.map((name) => `arma_fogo_${name}`),
});

/** Every number that is loaded, in the order of the code lists. */
export const MEASURES: readonly Measure[] = [
  arms(undefined, "total"),
  arms("PISTOL", "pistola"),
  arms("REVOLVER", "revolver"),
  arms("RIFLE", "fuzil", "carabina"),
  arms("SHOTGUN", "espingarda"),
  arms("SUBMACHINE_GUN", "submetralhadora"),
  arms("MACHINE_GUN", "metralhadora"),
  arms("_O", "garrucha", "garruchao", "arma_fabricacao_caseira", "outros"),
  { indicator: "AMMUNITION_SEIZED", columns: ["municao_total"] },
  { indicator: "EXPLOSIVES_SEIZED", columns: ["artefato_explosivo_total"] },
  { indicator: "REPLICAS_SEIZED", columns: ["simulacro_total"] },
  { indicator: "BLADED_SEIZED", columns: ["arma_branca_total"] },
];

/** A printed total, and the columns of the same row that must add up to it. */
export interface PrintedTotal {
  readonly total: string;
  readonly parts: readonly string[];
}

const printed = (prefix: string, ...parts: readonly string[]): PrintedTotal => ({
  total: `${prefix}_total`,
  parts: parts.map((part) => `${prefix}_${part}`),
});

/** The columns of weapon types. */
export const TYPE_COLUMNS = MEASURES.flatMap(({ type, columns }) =>
  type === undefined ? [] : columns,
);

export const PRINTED_TOTALS: readonly PrintedTotal[] = [
  { total: "arma_fogo_total", parts: TYPE_COLUMNS },
  printed(
    "artefato_explosivo",
    "armadilha_explosiva",
    "armadilha_incendiaria",
    "bomba_fabricacao_caseira",
    "granada",
    "material_belico_explosivo",
    "material_explosivo",
    "material_explosivo_caseiro",
    "material_nao_identificado",
  ),
  printed(
    "simulacro",
    "airsoft",
    "arma_fabricacao_caseira",
    "carabina",
    "espingarda",
    "fuzil",
    "garrucha",
    "garruchao",
    "metralhadora",
    "outros",
    "paintball",
    "pistola",
    "revolver",
    "submetralhadora",
  ),
];

/** Every count column of the file, each once. */
export const COUNT_COLUMNS: readonly string[] = [
  ...new Set([
    ...MEASURES.flatMap(({ columns }) => columns),
    ...PRINTED_TOTALS.flatMap(({ total, parts }) => [total, ...parts]),
  ]),
];

const DATASET = "BR_RJ_ISP";

/** The crosswalk: columns to indicators, and columns of firearms to weapon types. */
export const COLUMN_LABELS: readonly SourceLabel[] = MEASURES.flatMap(
  ({ indicator, type, columns }) =>
    columns.flatMap((column) => [
      ...sourceLabels(DATASET, "indicator", "(header)", { [column]: indicator }),
      ...(type === undefined
        ? []
        : sourceLabels(DATASET, "weapon_type", "(header)", { [column]: type })),
    ]),
);
