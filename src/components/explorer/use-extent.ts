import { useEffect, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import { type Extent, extentFrom, extentQuery } from "../../view/extent.ts";
import { observationsQuery } from "../../view/query.ts";
import { type Subject, threadOf } from "./take-subject.ts";
import type { Ask } from "./use-engine.ts";

/** How many observations stand behind a subject; undefined until they are counted, a text where that failed. */
export const useExtent = (subject: Subject | undefined, ask: Ask): Extent | string | undefined => {
  const [extent, setExtent] = useState<Extent | string>();
  useEffect(() => {
    setExtent(undefined);
    if (subject === undefined) return;
    let overtaken = false;
    const { view } = subject.answer;
    ask(extentQuery(observationsQuery(view, threadOf(subject))), view)
      .then((rows) => {
        if (!overtaken) setExtent(extentFrom(rows));
      })
      .catch((error: unknown) => {
        if (!overtaken) setExtent(reasonOf(error));
      });
    return () => {
      overtaken = true;
    };
  }, [subject, ask]);
  return extent;
};
