import { encoded } from "../../export/chunks.ts";
import { tableCsvChunks } from "../../export/csv.ts";
import type { FindingGroup } from "../../return/finding.ts";
import { allowedOf, messageOf } from "./finding-words.ts";
import type { ReturnStage } from "./state.ts";

const COLUMNS = ["rule", "severity", "line", "column", "value", "finding", "detail", "allowed"];

/** The findings that are kept, one a line, as CSV. `count` of a rule may be larger. */
export const findingsFile = (groups: readonly FindingGroup[], stage: ReturnStage): Blob => {
  const rows = groups.flatMap((group) =>
    group.findings.map((finding) => [
      group.rule,
      group.status,
      finding.line,
      finding.column,
      finding.value,
      messageOf(group, stage.speech),
      finding.message ?? "",
      allowedOf(group, finding, stage),
    ]),
  );
  return new Blob([...encoded(tableCsvChunks(COLUMNS, rows, true))], {
    type: "text/csv;charset=utf-8",
  });
};
