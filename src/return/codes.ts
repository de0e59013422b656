import { codesOfOne } from "../standard/checks/record-rules.ts";
import type { Code } from "../standard/code.ts";
import type { Area } from "../standard/codelists/area.ts";
import type { CodeListId } from "../standard/codelists/index.ts";
import type { Dimension } from "../standard/dimensions.ts";
import { codesOf, OBSERVATION_COLUMNS } from "../standard/observation.ts";
import type { Mapping } from "./mapping.ts";

/** What a column can be mapped to by values. */
export type CodedTarget = Dimension | "ref_area";

/** What a choice of a code needs: the code and how it is called. */
export type Choice = Pick<Code, "code" | "label">;

/** The code list of a column of the standard; undefined where it has none. */
export const listOf = (name: string): CodeListId | undefined => {
  const column = OBSERVATION_COLUMNS.find((candidate) => candidate.name === name);
  return column !== undefined && "codelist" in column ? column.codelist : undefined;
};

/**
 * The codes that a value of a column may stand for. A record is one arm or person, so that totals and subtotals are
 * not offered; a finished count may also be a total. Areas are countries and parts of countries.
 */
export const choicesFor = (
  target: CodedTarget,
  rows: Mapping["rows"],
  areas: readonly Area[],
): readonly Choice[] => {
  const list = listOf(target);
  if (list === undefined) return [];
  if (list !== "CL_AREA") {
    const codes = codesOf(list);
    const one = codesOfOne(codes);
    return rows === "RECORDS" ? one : codes.filter(({ code }) => code !== "_Z");
  }
  const places = areas.filter(({ level }) => level === "COUNTRY" || level === "SUBNATIONAL");
  const total = areas.filter(({ code }) => code === "_T");
  return target === "origin_area" && rows === "COUNTS" ? [...total, ...places] : places;
};
