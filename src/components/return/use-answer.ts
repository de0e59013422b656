import { useEffect, useRef, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import type { Query, Row } from "../../view/query.ts";

/** Asks the engine of the return. */
export type Ask = (query: Query) => Promise<Row[]>;

/** The answer to a question of this part of the page; the one before stays until the next is there. */
export interface Answered {
  readonly rows: readonly Row[] | undefined;
  readonly broken: string | undefined;
}

/** Keeps the rows of a query up to date; an answer that a newer question has overtaken is dropped. */
export const useAnswer = (ask: Ask, query: Query | undefined): Answered => {
  const [state, setState] = useState<Answered>({ rows: undefined, broken: undefined });
  const question = useRef(0);
  const key = query === undefined ? "" : JSON.stringify(query);
  useEffect(() => {
    question.current += 1;
    const number = question.current;
    if (query === undefined) {
      setState({ rows: undefined, broken: undefined });
      return;
    }
    ask(query)
      .then((rows) => ({ rows, broken: undefined }))
      .catch((error: unknown) => ({ rows: undefined, broken: reasonOf(error) }))
      .then((next) => {
        if (number === question.current) setState(next);
      });
  }, [ask, key]);
  return state;
};
