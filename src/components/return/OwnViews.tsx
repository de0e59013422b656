import { useRef, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import type { AreaNames } from "../../i18n/labels.ts";
import type { Explored } from "../../return/explored.ts";
import type { Stage } from "../explorer/state.ts";
import { stagesOf } from "./own-stage.ts";
import { fetchPublishedStage } from "./published-stage.ts";
import type { Load, ReturnStage } from "./state.ts";
import type { Ask } from "./use-answer.ts";

interface Props {
  readonly stage: ReturnStage;
  readonly areas: AreaNames;
  /** Name of the file. */
  readonly file: string;
  /** Rows of the file. */
  readonly rows: number;
  /** The releases that the file holds. */
  readonly releases: readonly string[];
  readonly ask: Ask;
  readonly load: Load;
  readonly explore: (release: string) => Promise<Explored>;
}

/** The views once they are there. */
interface Ready {
  readonly kind: "ready";
  readonly release: string;
  readonly own: Stage;
  readonly published: Stage;
  readonly unknown: number;
  readonly Workbench: typeof import("./OwnWorkbench.tsx").OwnWorkbench;
}

type Opening =
  | { readonly kind: "closed" }
  | { readonly kind: "opening" }
  | { readonly kind: "failed"; readonly reason: string }
  | Ready;

const openViews = async (props: Props, release: string): Promise<Ready> => {
  const { stage, areas, file, rows, explore } = props;
  const [explored, published, { OwnWorkbench }] = await Promise.all([
    explore(release),
    fetchPublishedStage(stage.root),
    import("./OwnWorkbench.tsx"),
  ]);
  const opened = { release, file, rows };
  return {
    kind: "ready",
    release,
    ...stagesOf(stage, areas, opened, explored, published),
    unknown: explored.unknown,
    Workbench: OwnWorkbench,
  };
};

/** Opens one release of a file to every view of the explorer, beside the published figures. */
export const OwnViews = (props: Props) => {
  const { stage, releases, ask, load } = props;
  const { m, f } = stage.speech;
  const words = m.return;
  const [opening, setOpening] = useState<Opening>({ kind: "closed" });
  const number = useRef(0);
  const open = (release: string): void => {
    number.current += 1;
    const mine = number.current;
    const settle = (next: Opening): void => {
      if (mine === number.current) setOpening(next);
    };
    setOpening({ kind: "opening" });
    openViews(props, release)
      .then(settle)
      .catch((error: unknown) => settle({ kind: "failed", reason: reasonOf(error) }));
  };
  const [first = ""] = releases;
  return (
    <section class="return-step" id="views" aria-labelledby="views-title" data-views={opening.kind}>
      <h2 id="views-title">{words.viewsTitle}</h2>
      <p>{words.viewsIntro}</p>
      {opening.kind === "failed" && (
        <p class="return-error" role="alert">
          {words.viewsFailed(opening.reason)}
        </p>
      )}
      {opening.kind === "opening" && <p role="status">{words.viewsOpening}</p>}
      {(opening.kind === "closed" || opening.kind === "failed") && (
        <button type="button" class="plain-button" onClick={() => open(first)}>
          {words.viewsOpen}
        </button>
      )}
      {opening.kind === "ready" && (
        <>
          {releases.length > 1 && (
            <label class="own-release">
              <span>{words.viewsRelease}</span>
              <select onChange={(event) => open(event.currentTarget.value)}>
                {releases.map((release) => (
                  <option key={release} value={release} selected={release === opening.release}>
                    {release}
                  </option>
                ))}
              </select>
            </label>
          )}
          {opening.unknown > 0 && (
            <p class="note" role="status">
              {words.viewsUnknown(f.number(opening.unknown), opening.unknown === 1)}
            </p>
          )}
          {opening.own.catalogue.some((slice) => slice.freq === "A") ? (
            <opening.Workbench
              key={opening.release}
              own={opening.own}
              published={opening.published}
              ask={ask}
              load={load}
            />
          ) : (
            <p>{words.viewsNone}</p>
          )}
        </>
      )}
    </section>
  );
};
