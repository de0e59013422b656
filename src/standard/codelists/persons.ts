import { type CodeList, notApplicableCode, totalCode, unknownCode } from "../code.ts";

/** Sex of persons. Arms have none. */
export const CL_SEX = {
  id: "CL_SEX",
  name: "Sex",
  codes: [
    totalCode("Both sexes"),
    { code: "F", label: "Women", definition: "Female persons of any age.", source: "SDMX CL_SEX" },
    { code: "M", label: "Men", definition: "Male persons of any age.", source: "SDMX CL_SEX" },
    unknownCode("Sex unknown"),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

const SDMX_AGE = "SDMX CL_AGE pattern";
const band = <A extends number, B extends number>(from: A, to: B) =>
  ({
    code: `Y${from}T${to}`,
    label: `${from}–${to}`,
    definition: `From ${from} to ${to} years of age, both included.`,
    source: SDMX_AGE,
  }) as const;
const single = <A extends number>(age: A) =>
  ({
    code: `Y${age}`,
    label: `${age}`,
    definition: `${age} years of age.`,
    source: SDMX_AGE,
  }) as const;
const from = <A extends number>(age: A) =>
  ({
    code: `Y_GE${age}`,
    label: `${age} and over`,
    definition: `${age} years of age and over.`,
    source: SDMX_AGE,
  }) as const;

/** Age of persons. The bands of different sources do not nest; only 0-17 and 18 and over are common to all. */
export const CL_AGE = {
  id: "CL_AGE",
  name: "Age",
  codes: [
    totalCode("All ages"),
    band(0, 9),
    band(10, 12),
    band(13, 14),
    band(10, 14),
    band(15, 17),
    single(15),
    single(16),
    single(17),
    band(0, 17),
    single(18),
    single(19),
    single(20),
    single(21),
    single(22),
    single(23),
    single(24),
    band(18, 19),
    band(18, 21),
    band(20, 24),
    band(22, 24),
    band(25, 29),
    band(25, 30),
    band(30, 34),
    band(30, 44),
    band(31, 40),
    band(35, 39),
    band(40, 44),
    band(41, 50),
    band(45, 49),
    band(45, 59),
    band(50, 54),
    from(51),
    band(55, 59),
    band(60, 64),
    from(60),
    from(65),
    from(18),
    unknownCode("Age unknown"),
    notApplicableCode(),
  ],
} as const satisfies CodeList;
