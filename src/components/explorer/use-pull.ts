import { useCallback, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import { observationsQuery, type Row } from "../../view/query.ts";
import type { View } from "../../view/view.ts";
import type { Pull } from "./pull.ts";
import type { Ask } from "./use-engine.ts";

/** A number with the rows behind it. */
interface Pulled {
  readonly pull: Pull;
  readonly rows: readonly Row[];
  readonly view: View;
}

/** Pulls a number of a view back to its rows. */
export const usePull = (
  ask: Ask,
): {
  /** What was pulled last, until it is closed. */
  readonly pulled: Pulled | undefined;
  /** What failed. */
  readonly broken: string | undefined;
  readonly pull: (view: View, wanted: Pull) => void;
  readonly close: () => void;
} => {
  const [pulled, setPulled] = useState<Pulled>();
  const [broken, setBroken] = useState<string>();
  const pull = useCallback(
    (view: View, wanted: Pull): void => {
      setBroken(undefined);
      ask(observationsQuery(view, wanted.thread), view)
        .then((rows) => setPulled({ pull: wanted, rows, view }))
        .catch((error: unknown) => setBroken(reasonOf(error)));
    },
    [ask],
  );
  return { pulled, broken, pull, close: () => setPulled(undefined) };
};
