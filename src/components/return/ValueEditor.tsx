import { useState } from "preact/hooks";
import type { Choice } from "../../return/codes.ts";
import type { Meaning, ValueMap } from "../../return/mapping.ts";
import type { ColumnProfile } from "../../return/raw-table.ts";
import type { ReturnStage } from "./state.ts";

interface Props {
  readonly stage: ReturnStage;
  readonly profile: ColumnProfile;
  readonly values: ValueMap;
  readonly choices: readonly Choice[];
  readonly change: (values: ValueMap) => void;
}

/** Values that are shown at once: a list of areas is long, and each has its own list of choices. */
const PAGE = 25;
const LEAVE_OUT = "\u0000leave-out";

const labelOfMeaning = (meaning: Meaning, choices: readonly Choice[], leaveOut: string): string => {
  if (!("code" in meaning)) return leaveOut;
  return choices.find(({ code }) => code === meaning.code)?.label ?? meaning.code;
};

/** One value: what it means, and a list to say otherwise, which is there from the start where nothing is known. */
const ValueRow = ({
  stage,
  value,
  count,
  meaning,
  choices,
  set,
}: Pick<Props, "stage" | "choices"> & {
  readonly value: string;
  readonly count: number;
  readonly meaning: Meaning | undefined;
  readonly set: (meaning: Meaning) => void;
}) => {
  const { m, f } = stage.speech;
  const words = m.return;
  const [open, setOpen] = useState(meaning === undefined);
  const shown = value === "" ? words.valueEmpty : value;
  return (
    <tr>
      <th scope="row">{shown}</th>
      <td>{f.number(count)}</td>
      <td class="words">
        {open ? (
          <select
            aria-label={words.codeOf(shown)}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              if (chosen !== "")
                set(chosen === LEAVE_OUT ? { leaveOut: words.leftOutByReader } : { code: chosen });
            }}
          >
            <option value="" selected={meaning === undefined} disabled>
              {words.valueChoose}
            </option>
            <option value={LEAVE_OUT} selected={meaning !== undefined && !("code" in meaning)}>
              {words.valueLeaveOut}
            </option>
            {choices.map(({ code, label }) => (
              <option
                key={code}
                value={code}
                selected={meaning !== undefined && "code" in meaning && meaning.code === code}
              >
                {label}
              </option>
            ))}
          </select>
        ) : (
          <>
            {meaning !== undefined && labelOfMeaning(meaning, choices, words.valueLeaveOut)}{" "}
            <button
              type="button"
              class="quiet"
              aria-label={words.changeOf(shown)}
              onClick={() => setOpen(true)}
            >
              {words.change}
            </button>
          </>
        )}
      </td>
    </tr>
  );
};

/** The values of a column with the code of each: those without a code first, none guessed in silence. */
export const ValueEditor = ({ stage, profile, values, choices, change }: Props) => {
  const { m, f } = stage.speech;
  const words = m.return;
  const [shown, setShown] = useState(PAGE);
  // The order stays while a reader works through it.
  const [order] = useState(() =>
    profile.values.toSorted(
      (a, b) =>
        Number(values[a.value] !== undefined) - Number(values[b.value] !== undefined) ||
        b.count - a.count,
    ),
  );
  const known = profile.values.filter(({ value }) => values[value] !== undefined).length;
  const [isOpen, setOpen] = useState(known < profile.values.length);
  return (
    <details
      class="map-values"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {words.values(profile.title)}:{" "}
        {words.valuesCount(f.number(known), f.number(profile.values.length))}
      </summary>
      {isOpen && (
        <>
          <section class="scroll" tabIndex={0} aria-label={words.values(profile.title)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.value}</th>
                  <th scope="col">{words.valueRows}</th>
                  <th scope="col">{words.valueCode}</th>
                </tr>
              </thead>
              <tbody>
                {order.slice(0, shown).map(({ value, count }) => (
                  <ValueRow
                    key={value}
                    stage={stage}
                    value={value}
                    count={count}
                    meaning={values[value]}
                    choices={choices}
                    set={(meaning) => change({ ...values, [value]: meaning })}
                  />
                ))}
              </tbody>
            </table>
          </section>
          {order.length > shown && (
            <button type="button" class="quiet" onClick={() => setShown(shown + 100)}>
              {words.moreValues(f.number(Math.min(100, order.length - shown)))}
            </button>
          )}
        </>
      )}
    </details>
  );
};
