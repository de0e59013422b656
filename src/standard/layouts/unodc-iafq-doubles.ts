import { sumSameKey } from "../derive.ts";
import type { Observation } from "../observation.ts";
import { problemLog } from "../problem.ts";
import { detail, type Flag, groupBy, joinFlags, keyOf, splitFlags } from "../rows.ts";
import { PAIRED_LABELS } from "./unodc-iafq-labels.ts";
import type { MappedRow } from "./unodc-iafq-map.ts";
import type { UnodcSheet } from "./unodc-table.ts";

/**
 * A label that is doubled under more keys than this is no slip. The paired labels are doubled under 11 to 145 keys of a
 * release, every other label under two at most.
 */
const MOST_SLIPS = 10;

const labelOf = ({ raw: { text } }: MappedRow): string =>
  [text.Indicator, text.Dimension, text.Category, text.Sex].join(" / ");

const isPaired = (members: readonly MappedRow[]): boolean =>
  members.length === 2 && members.every(({ raw }) => PAIRED_LABELS.has(raw.text.Category));

const united = (members: readonly MappedRow[], flag: Flag): Partial<Observation> => ({
  flags: joinFlags([...members.flatMap(({ observation: { flags } }) => splitFlags(flags)), flag]),
  source_detail: [...new Set(members.map((member) => member.observation.source_detail))].join(
    " + ",
  ),
  source_row: members.map(({ raw }) => raw.row).join("+"),
});

const mergeOne = (members: readonly MappedRow[]): Observation[] => {
  const rows = members.map(({ observation }) => observation);
  const [first] = rows;
  if (first === undefined || rows.length === 1) return rows;
  if (isPaired(members)) return sumSameKey(rows, () => ["PAIRED_LABEL"]);
  const values = members.map(({ raw }) => raw.value);
  const paired = members.some(({ raw }) => PAIRED_LABELS.has(raw.text.Category));
  if (!paired && new Set(values).size === 1) {
    return [{ ...first, ...united(members, "DUPLICATE_DROPPED") }];
  }
  const conflict = united(members, "CONFLICTING_DUPLICATE");
  const kept = detail({ values: values.join(" / ") });
  const source_detail = `${conflict.source_detail}; ${kept}`;
  return [{ ...first, ...conflict, source_detail, obs_value: null, obs_status: "O" }];
};

const refuseHiddenPairs = (file: UnodcSheet, doubled: readonly (readonly MappedRow[])[]): void => {
  const problems = problemLog(file.file, file.sheet);
  const labels = groupBy(doubled, ([first]) => (first === undefined ? "" : labelOf(first)));
  for (const [label, groups] of labels) {
    const [first] = groups;
    const row = first?.[1]?.raw.row;
    if (groups.length <= MOST_SLIPS || row === undefined) continue;
    problems.add({
      row,
      column: file.columns.Category,
      value: label,
      message: `repeats the key of row ${first?.[0]?.raw.row}, and so does this label ${groups.length} times in the file`,
      allowed: `up to ${MOST_SLIPS} times, as a slip. If rows were pasted twice, take an intact copy of the file; if the label stands for two lines of the questionnaire, add it to PAIRED_LABELS`,
    });
  }
  problems.stopIfAny();
};

/**
 * One observation per key. Rows that share one:
 * - two rows under a paired label are two questionnaire lines: their sum, PAIRED_LABEL;
 * - otherwise with one value, whether all 13 cells agree or not: the value once, DUPLICATE_DROPPED. A key without a
 *   paired label is one line of the questionnaire, so the same number twice says the same thing twice;
 * - otherwise with different values, or three rows under a paired label: no value, CONFLICTING_DUPLICATE, all values in
 *   source_detail, because nothing in the file says which is right.
 * None of these stops a run, in whatever country or year it is found: the flag, both source rows and a warning in the
 * report keep it in sight. Throws InputError when one label is doubled so often that it must be a pair unknown
 * so far, or a block of rows pasted twice: what it means is then for a person to say.
 */
export const mergeDoubles = (file: UnodcSheet, mapped: readonly MappedRow[]): Observation[] => {
  const groups = [...groupBy(mapped, (row) => keyOf(row.observation)).values()];
  refuseHiddenPairs(
    file,
    groups.filter((members) => members.length > 1 && !isPaired(members)),
  );
  return groups.flatMap(mergeOne);
};
