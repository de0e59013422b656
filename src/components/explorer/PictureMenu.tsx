import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type AlonePart, embedAddress, embedCode } from "../embed/address.ts";
import type { FigureWords } from "../figures/picture.ts";
import { saveFile } from "./save-file.ts";
import type { Stage } from "./state.ts";
import type { ChartFor, Subject } from "./take-picture.ts";
import { reasonOf } from "./use-engine.ts";

interface Props {
  readonly stage: Stage;
  readonly chart: ChartFor;
  readonly words: FigureWords;
  /** Address of the view, relative to the page or absolute. */
  readonly address: string;
  /** The part that other pages can show; absent where it cannot stand alone. */
  readonly part?: AlonePart | undefined;
}

/** Text for the reader to copy by hand, or to see what was copied. */
interface Offered {
  readonly label: string;
  readonly text: string;
}

/** Puts a text on the clipboard; false where the browser does not let the page. */
const copied = async (text: string): Promise<boolean> => {
  if (navigator.clipboard === undefined) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
};

const absolute = (address: string): URL => new URL(address, document.baseURI);

const codeOf = async (subject: Subject, part: AlonePart): Promise<string> => {
  const { stage, words, address } = subject;
  const { path } = stage.speech.locale;
  const page = absolute(`${stage.root}${path === "" ? "" : `${path}/`}embed/`).href;
  const { embedHeight } = await import("./take-picture.ts");
  const src = embedAddress(page, absolute(address).search, part, stage.dataVersion);
  return embedCode(src, words.title, embedHeight(subject));
};

const Copyable = ({ label, text }: Offered) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <label class="field">
      <span>{label}</span>
      <textarea ref={field} readOnly rows={3} dir="ltr" value={text} />
    </label>
  );
};

/** Takes a figure away as a picture, and gives its link and the code that puts it into another page. */
export const PictureMenu = ({ part, ...subject }: Props) => {
  const { m } = subject.stage.speech;
  const words = m.picture;
  const [awake, setAwake] = useState(false);
  const [open, setOpen] = useState(false);
  const [dark, setDark] = useState(false);
  const [said, setSaid] = useState("");
  const [offered, setOffered] = useState<Offered>();
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => setAwake(true), []);

  const attempt = (work: () => Promise<string>): void => {
    setOffered(undefined);
    setSaid(words.drawing);
    work()
      .then(setSaid)
      .catch((error: unknown) => setSaid(words.failed(reasonOf(error))));
  };
  const take = (kind: "svg" | "png") => async (): Promise<string> => {
    const { fileStem, pngFile, svgFile } = await import("./take-picture.ts");
    const theme = dark ? "dark" : "light";
    const name = `${fileStem(subject.words.title)}.${kind}`;
    saveFile(name, await (kind === "svg" ? svgFile : pngFile)(subject, theme));
    return words.saved(name);
  };
  const offer = async (label: string, text: string, done: string): Promise<string> => {
    const taken = await copied(text);
    setOffered({ label, text });
    return taken ? done : words.copyRefused;
  };
  const giveLink = () =>
    offer(words.linkLabel, absolute(subject.address).href, words.linkCopied);
  const giveCode = (shown: AlonePart) => async () =>
    offer(words.embedLabel, await codeOf(subject, shown), words.embedCopied);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="picture-menu" onKeyDown={leave}>
      <button
        ref={button}
        type="button"
        class="quiet"
        disabled={!awake}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {words.menu}
      </button>
      <fieldset id={id} hidden={!open} aria-label={words.group(subject.words.title)}>
        <div class="picture-ways">
          <button type="button" onClick={() => attempt(take("svg"))}>
            {words.svg}
          </button>
          <button type="button" onClick={() => attempt(take("png"))}>
            {words.png}
          </button>
          <label class="choice">
            <input
              type="checkbox"
              checked={dark}
              onChange={(event) => setDark(event.currentTarget.checked)}
            />
            {words.dark}
          </label>
          <button type="button" onClick={() => attempt(giveLink)}>
            {words.link}
          </button>
          {part !== undefined && (
            <button type="button" onClick={() => attempt(giveCode(part))}>
              {words.embed}
            </button>
          )}
        </div>
        <p role="status" class="note">
          {said}
        </p>
        {offered !== undefined && <Copyable {...offered} />}
      </fieldset>
    </div>
  );
};
