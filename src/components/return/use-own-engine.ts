import { useCallback, useMemo, useState } from "preact/hooks";
import { OWN_RETURN, publishedOf } from "../../standard/own-return.ts";
import type { EngineState } from "../explorer/state.ts";
import type { Ask, EngineSource } from "../explorer/use-engine.ts";
import type { Load } from "./state.ts";
import type { Ask as AskOwn } from "./use-answer.ts";

/**
 * The engine of the return page as the views know engines: it runs already, and loads a published dataset when a
 * question is about one. Of the published numbers by area it gives those of `areas` alone.
 * @param rows observations that the engine holds
 */
export const useOwnEngine = (
  askOwn: AskOwn,
  load: Load,
  { areas, rows }: { readonly areas: ReadonlySet<string>; readonly rows: number },
): EngineSource => {
  const [state, setState] = useState<EngineState>({ kind: "asking" });
  const ask = useCallback<Ask>(
    async (query, place) => {
      if (place.dataset === OWN_RETURN.code) return askOwn(query);
      await load(publishedOf(place));
      const found = await askOwn(query);
      return found.filter(({ area }) => typeof area !== "string" || areas.has(area));
    },
    [askOwn, load, areas],
  );
  return useMemo(
    () => ({ state, setState, ask, loaded: () => rows, forget: () => undefined }),
    [state, ask, rows],
  );
};
