import { encodeView } from "../../view/url.ts";
import { AddressNotes } from "./AddressNotes.tsx";
import type { Stage } from "./state.ts";
import type { useView } from "./use-view.ts";

interface Props {
  /** The stage of the newest data. */
  readonly stage: Stage;
  readonly place: ReturnType<typeof useView>;
  /** What failed when a number was pulled. */
  readonly broken: string | undefined;
}

/** What is to be said of the address: what of it could not be used, and which data it opened. */
export const Notices = ({ stage, place, broken }: Props) => {
  const { m } = stage.speech;
  const { notes, opening, shown, unknownVersion, view } = place;
  const older = shown.dataVersion !== stage.dataVersion;
  const newest = encodeView(view, stage.dataVersion);
  return (
    <>
      <AddressNotes notes={notes} speech={stage.speech} />
      {broken !== undefined && (
        <p class="status broken" role="alert">
          {m.explorer.queryFailed(broken)}
        </p>
      )}
      {opening.kind === "failed" && (
        <p class="status broken" role="alert">
          {m.explorer.openingFailed(opening.reason)}
        </p>
      )}
      {unknownVersion !== undefined && (
        <p class="status" role="alert">
          {m.explorer.noteVersion(unknownVersion, stage.dataVersion)}
        </p>
      )}
      {older && (
        <p class="status" role="alert">
          {m.explorer.olderVersion(shown.dataVersion, stage.dataVersion)}{" "}
          <a href={newest === "" ? "./" : `?${newest}`}>{m.explorer.openNewest}</a>
        </p>
      )}
    </>
  );
};
