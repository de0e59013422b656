import type { LabelTable } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";

/** One of the two files: its name, the age code of its totals, its age bands by column suffix. */
export interface Part {
  readonly file: string;
  readonly all: Observation["age"];
  readonly bands: LabelTable<Observation["age"]>;
}

/** Arrests of persons of 18 years and over. */
export const ADULTS: Part = {
  file: "arrests_national_adults.csv",
  all: "Y_GE18",
  bands: {
    "18": "Y18",
    "19": "Y19",
    "20": "Y20",
    "21": "Y21",
    "22": "Y22",
    "23": "Y23",
    "24": "Y24",
    "25_29": "Y25T29",
    "30_34": "Y30T34",
    "35_39": "Y35T39",
    "40_44": "Y40T44",
    "45_49": "Y45T49",
    "50_54": "Y50T54",
    "55_59": "Y55T59",
    "60_64": "Y60T64",
    "65p": "Y_GE65",
  },
};

/** Arrests of persons under 18. */
export const JUVENILES: Part = {
  file: "arrests_national_juvenile.csv",
  all: "Y0T17",
  bands: {
    "0_9": "Y0T9",
    "10_12": "Y10T12",
    "13_14": "Y13T14",
    "15": "Y15",
    "16": "Y16",
    "17": "Y17",
  },
};

/** Prefix of the band columns and name of the total column, by sex. */
export const SEXES = [
  { sex: "M", prefix: "m_", total: "total_male" },
  { sex: "F", prefix: "f_", total: "total_female" },
] as const;

/** The band columns' endings of a part from young to old, as the file has them. */
export const bandsInOrder = ({ bands }: Part): string[] =>
  Object.keys(bands).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

/** The count columns of a part, with the sex and age that each stands for. */
export const columnsOf = ({ all, bands }: Part) =>
  SEXES.flatMap(({ sex, prefix, total }) => [
    { column: total, sex, age: all, isTotal: true },
    ...Object.entries(bands).map(([band, age]) => ({
      column: prefix + band,
      sex,
      age,
      isTotal: false,
    })),
  ]);
