import type { MappingProblem } from "../../return/problems.ts";
import type { ReturnStage } from "./state.ts";

/** What still stops a mapping, in a sentence. */
export const problemWords = (
  { kind, target, detail }: MappingProblem,
  { speech }: ReturnStage,
): string => {
  const { m } = speech;
  const name =
    target === undefined ? "" : target === "ref_area" ? m.return.area : m.dimensions[target];
  return m.return.problems[kind](detail, name);
};
