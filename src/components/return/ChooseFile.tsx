import { useState } from "preact/hooks";
import type { ReturnStage } from "./state.ts";

interface Props {
  readonly stage: ReturnStage;
  /** A file was opened before: choosing is then the smaller matter. */
  readonly again: boolean;
  readonly disabled: boolean;
  readonly choose: (file: File) => void;
}

/** Where a file is chosen: a button that a keyboard reaches, and a place to drop it. */
export const ChooseFile = ({ stage, again, disabled, choose }: Props) => {
  const { f, m } = stage.speech;
  const words = m.return;
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState("");
  const take = (files: FileList | undefined | null): void => {
    const [file, ...others] = files ?? [];
    setSaid(others.length > 0 ? words.tooMany(f.number(others.length + 1)) : "");
    if (file !== undefined && others.length === 0) choose(file);
  };
  return (
    <section
      class={over ? "choose-file over" : "choose-file"}
      aria-labelledby="choose-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) take(event.dataTransfer?.files);
      }}
    >
      <h2 id="choose-title" class="visually-hidden">
        {words.chooseTitle}
      </h2>
      <p class="choose-ways">
        <label class={disabled ? "file-button off" : "file-button"}>
          <input
            type="file"
            class="visually-hidden"
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            disabled={disabled}
            onChange={(event) => {
              take(event.currentTarget.files);
              // The same file can then be chosen again, once it is corrected.
              event.currentTarget.value = "";
            }}
          />
          <span>{again ? words.another : words.choose}</span>
        </label>
        <span class="note">
          {words.drop}. {words.kinds}.
        </span>
      </p>
      <p role="status" class="note">
        {said}
      </p>
    </section>
  );
};
