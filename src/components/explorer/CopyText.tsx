import { useEffect, useRef, useState } from "preact/hooks";
import type { Speech } from "../../i18n/locales.ts";

interface Props {
  readonly speech: Speech;
  /** What the text is, in a word or two. */
  readonly label: string;
  readonly text: string;
  /** Whether its lines are broken to fit, as those of sentences are and those of code are not. */
  readonly wrapped: boolean;
}

const select = (element: Element | null): void => {
  if (element === null) return;
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
};

/** A text with a button that copies it; where the browser forbids that, the text is selected instead. */
export const CopyText = ({ speech, label, text, wrapped }: Props) => {
  const words = speech.m.takeaway;
  const block = useRef<HTMLElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => setSaid(""), [text]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied(label));
    } catch {
      // Refused, or no clipboard at all on a page without HTTPS: the reader can still copy what is selected.
      block.current?.focus();
      select(block.current);
      setSaid(words.copyRefused(label));
    }
  };
  return (
    <div class={wrapped ? "copy-text wrapped" : "copy-text"}>
      <section ref={block} tabIndex={0} dir="ltr" aria-label={label}>
        <pre>{text}</pre>
      </section>
      <div class="copy-row">
        <button type="button" onClick={copy}>
          {words.copy(label)}
        </button>
        <p role="status" class="note">
          {said}
        </p>
      </div>
    </div>
  );
};
