import type { CodedTarget } from "../../return/codes.ts";
import type { Mapping, ValueMap } from "../../return/mapping.ts";
import { foundBy } from "./found-by.ts";
import type { PlainTable, WizardState } from "./protocol.ts";
import { Select } from "./Select.tsx";
import type { ReturnStage } from "./state.ts";
import { ValueEditor } from "./ValueEditor.tsx";

interface Props {
  readonly stage: ReturnStage;
  readonly plain: PlainTable;
  readonly state: WizardState;
  readonly change: (mapping: Mapping) => void;
  readonly changeColumn: (target: CodedTarget, column: string | null) => void;
}

const NO_COLUMN = "";

/** The column of a target and the meaning of its values; undefined where it has none. */
const mappedTo = (
  { area, dimensions }: Mapping,
  target: CodedTarget,
): { readonly column: string; readonly values: ValueMap } | undefined => {
  if (target !== "ref_area") return dimensions[target];
  return area.kind === "COLUMN" ? area : undefined;
};

/** The mapping with other meanings of the values of a target. */
const withValues = (mapping: Mapping, target: CodedTarget, values: ValueMap): Mapping => {
  const { area, dimensions } = mapping;
  if (target === "ref_area")
    return area.kind === "COLUMN" ? { ...mapping, area: { ...area, values } } : mapping;
  const before = dimensions[target];
  return before === undefined
    ? mapping
    : { ...mapping, dimensions: { ...dimensions, [target]: { ...before, values } } };
};

/** Where the area stands: in a column, or nowhere, because all rows are of one area. */
const FixedArea = ({ stage, state, change }: Pick<Props, "stage" | "state" | "change">) => {
  const words = stage.speech.m.return;
  const { mapping, choices } = state;
  const { area } = mapping;
  if (area.kind !== "FIXED") return null;
  return (
    <Select
      label={words.areaFixed}
      value={area.code}
      options={[
        { value: "", label: words.valueChoose },
        ...(choices.ref_area ?? []).map(({ code, label }) => ({ value: code, label })),
      ]}
      change={(code) => change({ ...mapping, area: { kind: "FIXED", code } })}
    />
  );
};

/** Column by column: which one stands for an area or a dimension, and what its values mean. */
export const MapColumns = ({ stage, plain, state, change, changeColumn }: Props) => {
  const { m } = stage.speech;
  const words = m.return;
  const targets = Object.keys(state.choices) as CodedTarget[];
  const name = (target: CodedTarget): string =>
    target === "ref_area" ? words.area : m.dimensions[target];
  return (
    <div class="map-fields">
      {targets.map((target) => {
        const mapped = mappedTo(state.mapping, target);
        return (
          <div key={target}>
            <Select
              label={name(target)}
              note={mapped === undefined ? undefined : foundBy(stage, state, target, mapped.column)}
              value={mapped?.column ?? NO_COLUMN}
              options={[
                {
                  value: NO_COLUMN,
                  label: target === "ref_area" ? words.areaKinds.FIXED : words.notInFile,
                },
                ...plain.profiles.map(({ title }) => ({ value: title, label: title })),
              ]}
              change={(column) => changeColumn(target, column === NO_COLUMN ? null : column)}
            />
            {target === "ref_area" && <FixedArea stage={stage} state={state} change={change} />}
          </div>
        );
      })}
      {targets.map((target) => {
        const mapped = mappedTo(state.mapping, target);
        const profile = plain.profiles.find(({ title }) => title === mapped?.column);
        if (mapped === undefined || profile === undefined) return null;
        return (
          <div class="map-wide" key={`${target} ${mapped.column}`}>
            <ValueEditor
              stage={stage}
              profile={profile}
              values={mapped.values}
              choices={state.choices[target] ?? []}
              change={(values) => change(withValues(state.mapping, target, values))}
            />
          </div>
        );
      })}
    </div>
  );
};
