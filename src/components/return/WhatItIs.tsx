import { useState } from "preact/hooks";
import type { Layout } from "../../return/layout.ts";
import type { Separator } from "../../return/read/head.ts";
import type { Opened, OpenOptions } from "./protocol.ts";
import type { ReturnStage } from "./state.ts";

interface Props {
  readonly stage: ReturnStage;
  readonly opened: Opened;
  readonly disabled: boolean;
  readonly again: (options: OpenOptions) => void;
}

// Named here again, so that the code that reads files stays in the worker.
const SEPARATORS = [",", ";", "\t", "|"] as const satisfies readonly Separator[];
const LAYOUTS = ["standard", "unodc-portal", "plain"] as const satisfies readonly Layout[];

/** Smaller files are told in kilobytes. */
const KILO_BELOW = 1_000_000;
/** Rows that are shown of a file. */
const SHOWN_ROWS = 8;

/** How the file was read, in sentences. */
const Facts = ({ stage, opened }: Pick<Props, "stage" | "opened">) => {
  const { m, f } = stage.speech;
  const words = m.return;
  const { readAs, detected, layout } = opened;
  return (
    <ul class="facts">
      <li>
        {words.size(
          f.number(opened.rows),
          f.number(opened.peek.rows[opened.peek.headerAt]?.length ?? 0),
          opened.bytes < KILO_BELOW
            ? words.kilobytes(f.number(Math.ceil(opened.bytes / 1000)))
            : f.bytes(opened.bytes),
        )}
      </li>
      {readAs.kind === "text" && (
        <li>
          {words.encoding(readAs.encoding.toUpperCase())}{" "}
          {words.separatedBy(words.separators[readAs.separator])}
        </li>
      )}
      {readAs.kind === "workbook" && <li>{words.sheetNamed(readAs.sheet)}</li>}
      <li>{words.headerAt(f.number(opened.headerLine))}</li>
      {readAs.kind === "text" && readAs.blank > 0 && <li>{words.blank(f.number(readAs.blank))}</li>}
      {layout !== detected.layout && <li>{words.layoutChosen}</li>}
      {layout === detected.layout && layout === "plain" && <li>{words.layoutPlain}</li>}
      {layout === detected.layout && layout !== "plain" && (
        <li>{words.layoutHas(f.list(detected.has))}</li>
      )}
      {layout === detected.layout && layout !== "plain" && detected.beside.length > 0 && (
        <li>{words.layoutBeside(f.list(detected.beside))}</li>
      )}
    </ul>
  );
};

const Preview = ({ stage, opened }: Pick<Props, "stage" | "opened">) => {
  const words = stage.speech.m.return;
  const { rows, lines, headerAt } = opened.peek;
  const titles = rows[headerAt] ?? [];
  return (
    <section class="scroll" tabIndex={0} aria-label={words.firstRows}>
      <table class="cells">
        <caption>{words.firstRows}</caption>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            {titles.map((title, at) => (
              <th scope="col" key={`${at} ${title}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(headerAt + 1, headerAt + 1 + SHOWN_ROWS).map((cells, index) => (
            <tr key={lines[headerAt + 1 + index]}>
              <th scope="row">{lines[headerAt + 1 + index]}</th>
              {cells.map((text, at) => (
                <td key={`${at} ${text}`}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** What a reader may know better: separator, sheet, titles, layout. */
const ReadOtherwise = ({ stage, opened, disabled, again }: Props) => {
  const words = stage.speech.m.return;
  const { peek, readAs } = opened;
  const [separator, setSeparator] = useState<Separator | undefined>(
    readAs.kind === "text" ? readAs.separator : undefined,
  );
  const [sheet, setSheet] = useState(peek.sheet);
  const [headerAt, setHeaderAt] = useState(peek.headerAt);
  const [layout, setLayout] = useState<Layout>(opened.layout);
  return (
    <details>
      <summary>{words.correct}</summary>
      <form
        class="read-otherwise"
        onSubmit={(event) => {
          event.preventDefault();
          // Of another sheet or with another separator, the titles and the layout are found anew.
          const same = sheet === peek.sheet && separator === peek.separator;
          again({
            ...(separator === undefined ? {} : { separator }),
            ...(sheet === undefined ? {} : { sheet }),
            ...(same || headerAt !== peek.headerAt ? { headerAt } : {}),
            ...(layout !== opened.layout ? { layout } : {}),
          });
        }}
      >
        {separator !== undefined && (
          <label>
            <span>{words.correctSeparator}</span>
            <select
              onChange={(event) => setSeparator(SEPARATORS[event.currentTarget.selectedIndex])}
            >
              {SEPARATORS.map((one) => (
                <option key={one} selected={one === separator}>
                  {words.separators[one]}
                </option>
              ))}
            </select>
          </label>
        )}
        {peek.sheets.length > 1 && (
          <label>
            <span>{words.sheet}</span>
            <select onChange={(event) => setSheet(event.currentTarget.value)}>
              {peek.sheets.map((name) => (
                <option key={name} value={name} selected={name === sheet}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{words.correctHeader}</span>
          <select onChange={(event) => setHeaderAt(event.currentTarget.selectedIndex)}>
            {peek.lines.map((line, at) => (
              <option key={line} selected={at === headerAt}>
                {words.headerOption(String(line), (peek.rows[at] ?? []).join(" · ").slice(0, 40))}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.correctLayout}</span>
          <select
            onChange={(event) => setLayout(LAYOUTS[event.currentTarget.selectedIndex] ?? layout)}
          >
            {LAYOUTS.map((one) => (
              <option key={one} selected={one === layout}>
                {words.layout[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="plain-button" disabled={disabled}>
          {words.readAgain}
        </button>
      </form>
    </details>
  );
};

/** What the file is, why it is thought so, its first rows, and how to read it otherwise. */
export const WhatItIs = (props: Props) => {
  const { stage, opened } = props;
  const words = stage.speech.m.return;
  return (
    <section class="return-step" id="what" aria-labelledby="what-title">
      <h2 id="what-title">{words.whatTitle}</h2>
      <p>
        <strong>{words.isLayout(opened.name, words.layout[opened.layout])}</strong>
      </p>
      <Facts {...props} />
      <Preview {...props} />
      <ReadOtherwise {...props} />
    </section>
  );
};
