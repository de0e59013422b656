/** Words for one of a few ways to show a part. */
export interface Way<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly possible?: boolean;
}

/** A switch between a few ways to show a part. */
export const Ways = <V extends string>({
  label,
  ways,
  chosen,
  choose,
}: {
  readonly label: string;
  readonly ways: readonly Way<V>[];
  readonly chosen: V;
  readonly choose: (value: V) => void;
}) => (
  <fieldset class="switch" aria-label={label}>
    {ways.map((way) => (
      <button
        key={way.value}
        type="button"
        aria-pressed={way.value === chosen}
        disabled={way.possible === false}
        onClick={() => choose(way.value)}
      >
        {way.label}
      </button>
    ))}
  </fieldset>
);
