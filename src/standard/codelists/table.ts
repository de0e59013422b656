import type { CodeList } from "../code.ts";

const SDMX = "SDMX";
const OURS = "Illicit Arms Monitor";

export const CL_FREQ = {
  id: "CL_FREQ",
  name: "Frequency",
  codes: [
    { code: "A", label: "Annual", definition: "One value a calendar year.", source: SDMX },
    { code: "M", label: "Monthly", definition: "One value a calendar month.", source: SDMX },
  ],
} as const satisfies CodeList;

export const CL_UNIT_MEASURE = {
  id: "CL_UNIT_MEASURE",
  name: "Unit of measure",
  codes: [
    { code: "NUMBER", label: "Number", definition: "A count.", source: SDMX },
    { code: "PT", label: "Per cent", definition: "A percentage.", source: SDMX },
    {
      code: "PER_100000_POP",
      label: "Per 100,000 population",
      definition: "A count divided by the population, times 100,000.",
      source: SDMX,
    },
  ],
} as const satisfies CodeList;

export const CL_OBS_STATUS = {
  id: "CL_OBS_STATUS",
  name: "Observation status",
  codes: [
    {
      code: "A",
      label: "Normal",
      definition: "Normal value. A zero here is a reported zero.",
      source: SDMX,
    },
    {
      code: "B",
      label: "Series break",
      definition: "The series changes its meaning here.",
      source: SDMX,
    },
    {
      code: "D",
      label: "Definition differs",
      definition: "Counted by another definition than the rest of the series.",
      source: SDMX,
    },
    { code: "E", label: "Estimated", definition: "Estimated by the publisher.", source: SDMX },
    {
      code: "L",
      label: "Not collected",
      definition: "Exists, but nobody has collected or published it.",
      source: SDMX,
    },
    { code: "M", label: "Cannot exist", definition: "The value cannot exist.", source: SDMX },
    { code: "O", label: "Not reported", definition: "Asked for, not reported.", source: SDMX },
    { code: "P", label: "Provisional", definition: "Expected to be revised.", source: SDMX },
    {
      code: "Q",
      label: "Suppressed",
      definition: "Exists, and is withheld to protect persons.",
      source: SDMX,
    },
    {
      code: "V",
      label: "Unvalidated",
      definition: "As reported, with a doubt that a flag explains.",
      source: SDMX,
    },
  ],
} as const satisfies CodeList;

export const CL_CONF_STATUS = {
  id: "CL_CONF_STATUS",
  name: "Confidentiality",
  codes: [
    { code: "F", label: "Free", definition: "Free to publish.", source: SDMX },
    { code: "N", label: "Not for publication", definition: "Not for publication.", source: SDMX },
    {
      code: "C",
      label: "Confidential",
      definition: "Confidential statistical information.",
      source: SDMX,
    },
  ],
} as const satisfies CodeList;

/** How a row may be summed with the other rows of its breakdown. Makes wrong sums impossible. */
export const CL_ADDITIVITY = {
  id: "CL_ADDITIVITY",
  name: "Additivity",
  codes: [
    {
      code: "TOTAL",
      label: "Total",
      definition:
        "A whole. May be summed over areas and years; never with the parts of a breakdown.",
      source: OURS,
    },
    {
      code: "PART",
      label: "Part",
      definition: "One of several exclusive parts. Parts of the same breakdown may be summed.",
      source: OURS,
    },
    {
      code: "SUBTOTAL",
      label: "Subtotal",
      definition: "Holds parts of the same breakdown. Never summed with them.",
      source: OURS,
    },
    {
      code: "OVERLAPPING",
      label: "Overlapping part",
      definition:
        "Rows that are no exclusive parts: one arm or person may be counted in several, one category may hold another, or the rows are rates. Shown side by side, never summed.",
      source: OURS,
    },
    {
      code: "LISTED",
      label: "Part of a cut list",
      definition:
        "From a list cut to its largest entries. An absent entry is not zero and the sum is not a total.",
      source: OURS,
    },
  ],
} as const satisfies CodeList;

export const CL_AREA_LEVEL = {
  id: "CL_AREA_LEVEL",
  name: "Area level",
  codes: [
    {
      code: "COUNTRY",
      label: "Country or territory",
      definition: "An ISO 3166-1 area.",
      source: "ISO 3166-1",
    },
    {
      code: "SUBNATIONAL",
      label: "State or province",
      definition: "A part of a country. Never summed with the country.",
      source: "ISO 3166-2",
    },
    {
      code: "REGION",
      label: "Region",
      definition: "An M49 region or sub-region.",
      source: "UN M49",
    },
  ],
} as const satisfies CodeList;
