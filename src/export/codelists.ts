import type { Code, CodeList } from "../standard/code.ts";
import { CODE_LISTS, type CodeListId } from "../standard/codelists/index.ts";
import { OBSERVATION_COLUMNS } from "../standard/observation.ts";
import { joined } from "./chunks.ts";
import { tableCsvChunks } from "./csv.ts";
import type { ExportArea } from "./meta.ts";

/** A code list as every format needs it. */
export interface ExportList {
  readonly id: CodeListId;
  readonly name: string;
  readonly codes: readonly Omit<Code, "source">[];
}

const USED: readonly CodeListId[] = [
  ...new Set(
    OBSERVATION_COLUMNS.flatMap((column): CodeListId[] =>
      "codelist" in column ? [column.codelist] : [],
    ),
  ),
];

/** Entries of CL_AREA as codes. */
const areaCodes = (areas: readonly ExportArea[]): Omit<Code, "source">[] =>
  areas.map(({ code, label, definition, parent }) => ({
    code,
    label,
    definition,
    ...(parent === "" ? {} : { parent }),
  }));

/** The code lists of the observation table, each once, in the order of its columns. */
export const exportLists = (areas: readonly ExportArea[]): ExportList[] =>
  USED.map((id): ExportList => {
    if (id === "CL_AREA") return { id, name: "Area", codes: areaCodes(areas) };
    const list: CodeList = CODE_LISTS[id];
    return { id, name: list.name, codes: list.codes };
  });

/** Columns of a code list's file. */
export const LIST_COLUMNS = ["code", "label", "definition", "order", "parent"] as const;

/** A code list as CSV: code, label, definition, order counted from 0, parent. */
export const codelistCsv = ({ codes }: ExportList): string =>
  joined(
    tableCsvChunks(
      LIST_COLUMNS,
      codes.map((entry, order) => [
        entry.code,
        entry.label,
        entry.definition,
        order,
        entry.parent ?? "",
      ]),
      true,
    ),
  );
