import { type CodedTarget, choicesFor } from "../../return/codes.ts";
import { type Guess, guessMapping } from "../../return/guess/mapping.ts";
import { valueGuesser } from "../../return/guess/values.ts";
import { columnsUsed, type Mapping, targetsOf } from "../../return/mapping.ts";
import { problemsOf } from "../../return/problems.ts";
import type { ColumnProfile } from "../../return/raw-table.ts";
import type { Area } from "../../standard/codelists/area.ts";
import type { PlainTable, WizardRequest, WizardState } from "./protocol.ts";
import { releaseOf } from "./release-name.ts";

const stateOf = (
  mapping: Mapping,
  guesses: readonly Guess[],
  profiles: readonly ColumnProfile[],
  areas: readonly Area[],
): WizardState => {
  const used = new Set(columnsUsed(mapping));
  const targets: CodedTarget[] = ["ref_area", ...targetsOf(mapping.indicator)];
  return {
    mapping,
    guesses,
    problems: problemsOf(mapping, profiles, areas),
    unused: profiles.flatMap(({ title }) => (used.has(title) ? [] : [title])),
    choices: Object.fromEntries(
      targets.map((target) => [
        target,
        choicesFor(target, mapping.rows, areas).map(({ code, label }) => ({ code, label })),
      ]),
    ),
  };
};

/** What the columns of a plain table seem to be. */
export const firstWizard = (
  profiles: readonly ColumnProfile[],
  name: string,
  areas: readonly Area[],
): PlainTable => {
  const { mapping, guesses } = guessMapping(profiles, areas, {
    indicator: "ARMS_SEIZED",
    rows: "RECORDS",
    release: releaseOf(name, []),
  });
  return { ...stateOf(mapping, guesses, profiles, areas), profiles };
};

/** The mapping with another column for a target; the values of that column are guessed as far as they are known. */
const withColumn = (
  mapping: Mapping,
  target: CodedTarget,
  column: string | null,
  profiles: readonly ColumnProfile[],
  areas: readonly Area[],
): Mapping => {
  const profile = profiles.find(({ title }) => title === column);
  const mapped =
    profile === undefined
      ? undefined
      : {
          column: profile.title,
          values: valueGuesser(areas)(
            target,
            mapping.rows,
            profile.values.map(({ value }) => value),
          ),
        };
  if (target === "ref_area")
    return {
      ...mapping,
      area: mapped === undefined ? { kind: "FIXED", code: "" } : { kind: "COLUMN", ...mapped },
    };
  const { [target]: _, ...others } = mapping.dimensions;
  return {
    ...mapping,
    dimensions: mapped === undefined ? others : { ...others, [target]: mapped },
  };
};

/** The state of the wizard after a change. Choices of the reader stay; only what another indicator lacks is dropped. */
export const nextWizard = (
  profiles: readonly ColumnProfile[],
  request: WizardRequest,
  areas: readonly Area[],
): WizardState => {
  const { mapping, guesses } = request;
  if (request.kind === "check") return stateOf(mapping, guesses, profiles, areas);
  if (request.kind === "column") {
    const next = withColumn(mapping, request.target, request.column, profiles, areas);
    return stateOf(next, guesses, profiles, areas);
  }
  const { indicator } = request;
  const guessed = guessMapping(profiles, areas, { ...mapping, indicator });
  const dimensions = { ...guessed.mapping.dimensions, ...keptDimensions(mapping, indicator) };
  return stateOf({ ...mapping, indicator, dimensions }, guessed.guesses, profiles, areas);
};

/** The dimensions of a mapping that another indicator has too. */
const keptDimensions = (
  { dimensions }: Mapping,
  indicator: Mapping["indicator"],
): Mapping["dimensions"] => {
  const targets = new Set<string>(targetsOf(indicator));
  return Object.fromEntries(Object.entries(dimensions).filter(([name]) => targets.has(name)));
};
