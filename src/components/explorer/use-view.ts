import { useCallback, useEffect, useState } from "preact/hooks";
import { type AddressNote, decodeView, encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

/** The view of the page's address, kept in step with it: every change is an entry that Back undoes. */
export const useView = (
  stage: Stage,
): { view: View; change: ChangeView; notes: readonly AddressNote[]; asked: string | undefined } => {
  const [view, setView] = useState(DEFAULT_VIEW);
  const [notes, setNotes] = useState<readonly AddressNote[]>([]);
  const [asked, setAsked] = useState<string | undefined>(undefined);
  useEffect(() => {
    const read = () => {
      const decoded = decodeView(location.search, stage.catalogue);
      setView(decoded.view);
      setNotes(decoded.notes);
      setAsked(decoded.dataVersion);
    };
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, [stage]);
  const change = useCallback(
    (next: View) => {
      setView(next);
      setNotes([]);
      setAsked(undefined);
      const search = encodeView(next, stage.dataVersion);
      history.pushState(null, "", search === "" ? location.pathname : `?${search}`);
    },
    [stage],
  );
  return { view, change, notes, asked };
};
