import { useCallback, useEffect, useState } from "preact/hooks";
import type { AddressNote } from "../../view/url.ts";
import {
  type Composition,
  decodeComposition,
  encodeComposition,
  FIRST_COMPOSITION,
} from "./address.ts";
import { type ComposerStage, choicesOf } from "./composer-state.ts";

/** The composition of the page's address, kept in step with it: every change is an entry that Back undoes. */
export const useComposition = (
  stage: ComposerStage,
): {
  readonly composition: Composition;
  /** What of the address could not be used. */
  readonly notes: readonly AddressNote[];
  readonly change: (next: Composition) => void;
} => {
  const [place, setPlace] = useState<ReturnType<typeof decodeComposition>>({
    composition: FIRST_COMPOSITION,
    notes: [],
  });
  useEffect(() => {
    const read = (): void => setPlace(decodeComposition(location.search, choicesOf(stage)));
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, [stage]);
  const change = useCallback(
    (composition: Composition): void => {
      const search = encodeComposition(composition, stage.dataVersion);
      history.pushState(null, "", search === "" ? location.pathname : `?${search}`);
      setPlace({ composition, notes: [] });
    },
    [stage],
  );
  return { ...place, change };
};
