import { useEffect, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import type { Speech } from "../../i18n/locales.ts";
import { CopyText } from "./CopyText.tsx";
import type { Choice } from "./take-texts.ts";
import { Ways } from "./Ways.tsx";

interface Props {
  readonly speech: Speech;
  readonly title: string;
  readonly intro: string;
  /** What the choice is between. */
  readonly choice: string;
  /** Whether lines are broken to fit. */
  readonly wrapped: boolean;
  /** Makes the texts; undefined while they cannot be made. Another function makes them anew. */
  readonly make: (() => Promise<readonly Choice[]>) | undefined;
}

/** Texts to copy, one at a time, made when a reader opens them. */
export const TextChoices = ({ speech, title, intro, choice, wrapped, make }: Props) => {
  const words = speech.m.takeaway;
  const [open, setOpen] = useState(false);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [chosen, setChosen] = useState("");
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!open || make === undefined) return;
    let overtaken = false;
    setSaid(words.working);
    make()
      .then((made) => {
        if (overtaken) return;
        setChoices(made);
        setSaid("");
      })
      .catch((error: unknown) => {
        if (!overtaken) setSaid(words.notReady(reasonOf(error)));
      });
    return () => {
      overtaken = true;
    };
  }, [open, make, words]);
  const shown = choices.find(({ id }) => id === chosen) ?? choices[0];
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <p class="note">{intro}</p>
      <p role="status" class="note">
        {make === undefined && shown === undefined ? words.waiting : said}
      </p>
      {shown !== undefined && (
        <>
          <Ways
            label={choice}
            ways={choices.map(({ id, label }) => ({ value: id, label }))}
            chosen={shown.id}
            choose={setChosen}
          />
          <CopyText speech={speech} label={shown.label} text={shown.text} wrapped={wrapped} />
        </>
      )}
    </details>
  );
};
