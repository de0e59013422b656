import type { Area } from "../../src/standard/codelists/area.ts";

/** Areas with the given levels by code, and nothing else of interest. */
export const areaMap = (levels: Readonly<Record<string, Area["level"]>>): Map<string, Area> =>
  new Map(
    Object.entries(levels).map(([code, level]) => [
      code,
      {
        code,
        label: code,
        definition: "",
        order: 0,
        parent: "",
        source: "test",
        level,
        m49: "",
        iso2: "",
        label_ar: "",
        label_zh: "",
        label_fr: "",
        label_ru: "",
        label_es: "",
      },
    ]),
  );
