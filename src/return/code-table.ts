import type { CodeList } from "../standard/code.ts";
import type { CodedTable } from "../standard/coded-table.ts";
import type { Area } from "../standard/codelists/area.ts";
import { CODE_LISTS } from "../standard/codelists/index.ts";
import { OWN_RETURN } from "../standard/own-return.ts";
import { OWN } from "./standardize.ts";

/**
 * The codes that a return may use, as the table that the checks read: the lists, the areas (with the country that a part
 * belongs to as `parent`), the reader's own dataset.
 */
export const codeTable = (
  areas: readonly Pick<Area, "code" | "level" | "parent">[],
): CodedTable => {
  const rows = [
    ...Object.values<CodeList>(CODE_LISTS).flatMap((list) =>
      list.codes.map(({ code }) => ({ codelist: list.id, code, level: "", parent: "" })),
    ),
    { codelist: "CL_DATASET", code: OWN_RETURN.code, level: "", parent: "" },
    ...areas.map(({ code, level, parent }) => ({
      codelist: "CL_AREA",
      code,
      level,
      parent: level === "SUBNATIONAL" ? parent : "",
    })),
  ];
  const text = (name: "codelist" | "code" | "level" | "parent") => ({
    name,
    kind: "text" as const,
    values: rows.map((row) => row[name]),
  });
  return {
    name: OWN.codes,
    rows: rows.length,
    columns: [text("codelist"), text("code"), text("level"), text("parent")],
  };
};
