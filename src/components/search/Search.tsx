import { useMemo, useState } from "preact/hooks";
import type { Speech } from "../../i18n/locales.ts";
import { type Found, find } from "./find.ts";
import { useIndex } from "./use-index.ts";

/** What the page hands to its search. */
export interface SearchProps {
  readonly speech: Speech;
  /** Relative address of the language's root, ending in a slash. */
  readonly base: string;
  /** What stands in the field already. */
  readonly typed?: string | undefined;
}

const idOf = (at: number): string => `found-${at}`;

/** What was found, by kind; `chosen` counts through all kinds. */
const Results = ({
  found,
  chosen,
  props: { speech, base },
}: {
  readonly found: readonly Found[];
  readonly chosen: number;
  readonly props: SearchProps;
}) => {
  const { m, f } = speech;
  const shown = found.flatMap(({ entries }) => entries);
  return (
    <div role="listbox" id="search-results" aria-label={m.search.label} class="search-results">
      {found.map(({ kind, entries, count }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
        <div key={kind} role="group" aria-labelledby={`search-${kind}`}>
          <p id={`search-${kind}`} class="search-kind">
            {m.search.kinds[kind]}
          </p>
          {entries.map((entry) => (
            <a
              key={entry.address}
              id={idOf(shown.indexOf(entry))}
              role="option"
              tabIndex={-1}
              aria-selected={shown.indexOf(entry) === chosen}
              href={`${base}${entry.address}`}
            >
              {entry.name}
            </a>
          ))}
          {count > entries.length && (
            <p class="note">{m.search.more(f.number(count - entries.length))}</p>
          )}
        </div>
      ))}
    </div>
  );
};

/** A field in which a reader looks for areas, figures, terms and pages; the index stays on the page. */
export const Search = (props: SearchProps) => {
  const { speech, base } = props;
  const { m, f } = speech;
  const { index, retry } = useIndex(`${base}search.json`);
  const [text, setText] = useState(props.typed ?? "");
  const [chosen, setChosen] = useState(-1);
  const found = useMemo(
    () => (index.kind === "ready" ? find(index.items, text) : []),
    [index, text],
  );
  const shown = found.flatMap(({ entries }) => entries);
  const isAsked = text.trim() !== "";
  const write = (value: string): void => {
    setText(value);
    setChosen(-1);
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setChosen((before) => (before + step + shown.length) % shown.length);
    }
    const target = shown[Math.max(chosen, 0)];
    if (event.key === "Enter" && target !== undefined) {
      event.preventDefault();
      location.assign(`${base}${target.address}`);
    }
    if (event.key === "Escape") write("");
  };
  const status = (): string => {
    if (!isAsked) return "";
    if (index.kind === "fetching") return m.search.loading;
    if (index.kind === "failed") return m.search.failed(index.reason);
    if (shown.length === 0) return m.search.none(text.trim());
    const count = found.reduce((sum, part) => sum + part.count, 0);
    return m.search.found(f.number(count), count);
  };
  return (
    <search class="search">
      <label for="search-field">{m.search.label}</label>
      <input
        id="search-field"
        type="text"
        inputMode="search"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? idOf(chosen) : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={m.search.hint}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
      />
      <p role="status" class={shown.length > 0 ? "visually-hidden" : "note"}>
        {status()}
      </p>
      {isAsked && index.kind === "failed" && (
        <button type="button" onClick={retry}>
          {m.search.retry}
        </button>
      )}
      {shown.length > 0 && <Results found={found} chosen={chosen} props={props} />}
    </search>
  );
};
