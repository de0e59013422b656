import { useEffect, useRef, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import { folderOf } from "../../i18n/locales.ts";
import type { PanelId, View } from "../../view/view.ts";
import { type AlonePart, embedCode, partAddress, standsAlone } from "../embed/address.ts";
import type { FigureWords } from "../figures/picture.ts";
import { saveFile } from "./save-file.ts";
import type { Stage } from "./state.ts";
import type { ChartFor, Subject } from "./take-picture.ts";

interface Props {
  readonly stage: Stage;
  /** The view that the page shows, and the part of it that is to be taken. */
  readonly view: View;
  readonly part: PanelId;
  readonly chart: ChartFor;
  readonly words: FigureWords;
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

/** Absolute address of the part, in the workbench or alone. */
const addressOf = ({ stage, view, part }: Props, page: "explore" | "embed"): string => {
  const relative = `${stage.root}${folderOf(stage.speech.locale)}${page}/`;
  const { href } = new URL(relative, document.baseURI);
  return partAddress(href, view, part, stage.dataVersion);
};

const subjectOf = (props: Props): Subject => ({ ...props, address: addressOf(props, "explore") });

const codeOf = async (props: Props, part: AlonePart): Promise<string> => {
  const { embedHeight } = await import("./take-picture.ts");
  return embedCode(
    addressOf(props, "embed"),
    props.words.title,
    embedHeight(subjectOf(props), part),
  );
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
      <textarea ref={field} readOnly rows={4} dir="ltr" value={text} />
    </label>
  );
};

/** Takes a figure away as a picture, and gives its link and the code that puts it into another page. */
export const PictureMenu = (props: Props) => {
  const { part } = props;
  const { m } = props.stage.speech;
  const words = m.picture;
  const [awake, setAwake] = useState(false);
  const [open, setOpen] = useState(false);
  const [dark, setDark] = useState(false);
  const [said, setSaid] = useState("");
  const [offered, setOffered] = useState<Offered>();
  const button = useRef<HTMLButtonElement>(null);
  const id = `picture-${part}`;
  useEffect(() => setAwake(true), []);

  const attempt = (work: () => Promise<string>): void => {
    setOffered(undefined);
    setSaid(words.working);
    work()
      .then(setSaid)
      .catch((error: unknown) => setSaid(words.failed(reasonOf(error))));
  };
  const take = (kind: "svg" | "png") => async (): Promise<string> => {
    const { fileStem, pngFile, svgFile } = await import("./take-picture.ts");
    const theme = dark ? "dark" : "light";
    const name = `${fileStem(props.words.title)}.${kind}`;
    saveFile(name, await (kind === "svg" ? svgFile : pngFile)(subjectOf(props), theme));
    return words.saved(name);
  };
  const offer = async (label: string, text: string, done: string): Promise<string> => {
    const taken = await copied(text);
    setOffered({ label, text });
    return taken ? done : words.copyRefused;
  };
  const giveLink = () => offer(words.linkLabel, addressOf(props, "explore"), words.linkCopied);
  const giveCode = (part: AlonePart) => async () =>
    offer(words.embedLabel, await codeOf(props, part), words.embedCopied);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <fieldset class="picture-menu" aria-label={words.group(props.words.title)} onKeyDown={leave}>
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
      <div id={id} class="picture-sheet" hidden={!open}>
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
          {standsAlone(part) && (
            <button type="button" onClick={() => attempt(giveCode(part))}>
              {words.embed}
            </button>
          )}
        </div>
        <p role="status" class="note">
          {said}
        </p>
        {offered !== undefined && <Copyable {...offered} />}
      </div>
    </fieldset>
  );
};
