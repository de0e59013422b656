import type { Speech } from "../../i18n/locales.ts";

interface Props {
  readonly label: string;
  readonly years: readonly number[];
  readonly value: number;
  readonly isAllowed: (year: number) => boolean;
  readonly onChange: (year: number) => void;
  readonly speech: Speech;
}

/** One year out of some; those that are not allowed now cannot be chosen. */
export const YearSelect = ({ label, years, value, isAllowed, onChange, speech }: Props) => (
  <label class="field">
    <span>{label}</span>
    <select value={String(value)} onChange={(event) => onChange(Number(event.currentTarget.value))}>
      {years.map((year) => (
        <option
          key={year}
          value={String(year)}
          selected={year === value}
          disabled={!isAllowed(year)}
        >
          {speech.f.year(year)}
        </option>
      ))}
    </select>
  </label>
);
