import type { Area } from "../standard/codelists/area.ts";
import { type CodedTarget, choicesFor } from "./codes.ts";
import { unguessedOf } from "./guess/mapping.ts";
import { columnsUsed, type Mapping, mappedDimensions, type ValueMap } from "./mapping.ts";
import type { ColumnProfile } from "./raw-table.ts";

/** What keeps a mapping from being applied. `detail` is a column, a value or a code. */
export interface MappingProblem {
  readonly kind: "no-period" | "no-area" | "column-missing" | "values-open" | "code-unknown";
  readonly target?: CodedTarget;
  readonly detail: string;
}

const codeProblems = (
  target: CodedTarget,
  values: ValueMap,
  mapping: Mapping,
  areas: readonly Area[],
): MappingProblem[] => {
  const allowed = new Set(choicesFor(target, mapping.rows, areas).map(({ code }) => code));
  const codes = Object.values(values).flatMap((meaning) =>
    "code" in meaning && !allowed.has(meaning.code) ? meaning.code : [],
  );
  return [...new Set(codes)].map((detail) => ({ kind: "code-unknown", target, detail }));
};

/**
 * What a reader must still say or correct before a mapping can be applied to a file: nothing, when the answer is
 * empty. `profiles` are those of the file, which need not be the one that the mapping was made for.
 */
export const problemsOf = (
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
  areas: readonly Area[],
): MappingProblem[] => {
  const { period, area } = mapping;
  const titles = new Set(profiles.map(({ title }) => title));
  const noPeriod = period.kind === "PARTS" && period.year === "";
  const noArea = area.kind === "FIXED" && !areas.some(({ code }) => code === area.code);
  const coded: readonly (readonly [CodedTarget, ValueMap])[] = [
    ...(area.kind === "COLUMN" ? [["ref_area", area.values] as const] : []),
    ...mappedDimensions(mapping).map(
      (name) => [name, mapping.dimensions[name]?.values ?? {}] as const,
    ),
  ];
  return [
    ...(noPeriod ? [{ kind: "no-period", detail: "" } as const] : []),
    ...(noArea ? [{ kind: "no-area", detail: area.code } as const] : []),
    ...columnsUsed(mapping)
      .filter((column) => column !== "" && !titles.has(column))
      .map((detail) => ({ kind: "column-missing", detail }) as const),
    ...unguessedOf(mapping, profiles).map(
      ({ target, column }) => ({ kind: "values-open", target, detail: column }) as const,
    ),
    ...coded.flatMap(([target, values]) => codeProblems(target, values, mapping, areas)),
  ];
};
