import { useLayoutEffect, useState } from "preact/hooks";
import { inTurn } from "./in-turn.ts";

/** A value as a part of the page takes it over: the first at once, each later one when it is the part's turn. */
export const useTurn = <T>(value: T): T => {
  const [taken, take] = useState(value);
  useLayoutEffect(
    () => (value === taken ? undefined : inTurn(() => take(() => value))),
    [value, taken],
  );
  return taken;
};
