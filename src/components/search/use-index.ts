import { useCallback, useEffect, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import type { Entry } from "./entry.ts";
import { type Indexed, indexed } from "./find.ts";

/** Where the index stands. */
export type Index =
  | { readonly kind: "fetching" }
  | { readonly kind: "ready"; readonly items: readonly Indexed[] }
  | { readonly kind: "failed"; readonly reason: string };

const fetchIndex = async (address: string): Promise<readonly Indexed[]> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return indexed((await response.json()) as Entry[]);
};

/** The index at an address, fetched with the page and kept, so that a search asks nobody. */
export const useIndex = (
  address: string,
): { readonly index: Index; readonly retry: () => void } => {
  const [index, setIndex] = useState<Index>({ kind: "fetching" });
  const load = useCallback((): void => {
    setIndex({ kind: "fetching" });
    fetchIndex(address)
      .then((items) => setIndex({ kind: "ready", items }))
      .catch((error: unknown) => setIndex({ kind: "failed", reason: reasonOf(error) }));
  }, [address]);
  useEffect(load, [load]);
  return { index, retry: load };
};
