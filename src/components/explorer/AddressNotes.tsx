import type { Speech } from "../../i18n/locales.ts";
import type { AddressNote } from "../../view/url.ts";

/** What of the page's address could not be used. */
export const AddressNotes = ({
  notes,
  speech: { m },
}: {
  readonly notes: readonly AddressNote[];
  readonly speech: Speech;
}) =>
  notes.length === 0 ? null : (
    <p class="status" role="alert">
      {m.explorer.noteAddress(notes.map((note) => `${note.parameter}=${note.value}`).join(", "))}
    </p>
  );
