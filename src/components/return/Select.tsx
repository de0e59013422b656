interface Props<T extends string> {
  readonly label: string;
  readonly note?: string | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly change: (value: T) => void;
}

/** A labelled list of choices. */
export const Select = <T extends string>({ label, note, options, value, change }: Props<T>) => (
  <label>
    <span>{label}</span>
    <select
      onChange={(event) => {
        const chosen = options[event.currentTarget.selectedIndex];
        if (chosen !== undefined) change(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
    {note !== undefined && <small>{note}</small>}
  </label>
);
