import { useEffect, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import { type Extent, extentFrom, extentQuery } from "../../view/extent.ts";
import { observationsQuery } from "../../view/query.ts";
import { type Subject, threadOf } from "./take-subject.ts";
import type { Ask } from "./use-engine.ts";

/** Milliseconds for which a subject must stay the same before it is counted: a brush makes many that nobody takes. */
const REST = 200;

/** How many observations stand behind a subject; undefined until they are counted, a text where that failed. */
export const useExtent = (subject: Subject | undefined, ask: Ask): Extent | string | undefined => {
  const [extent, setExtent] = useState<Extent | string>();
  useEffect(() => {
    setExtent(undefined);
    if (subject === undefined) return;
    let overtaken = false;
    const { view } = subject.answer;
    const count = (): void => {
      ask(extentQuery(observationsQuery(view, threadOf(subject))), view)
        .then((rows) => {
          if (!overtaken) setExtent(extentFrom(rows));
        })
        .catch((error: unknown) => {
          if (!overtaken) setExtent(reasonOf(error));
        });
    };
    const rest = setTimeout(count, REST);
    return () => {
      overtaken = true;
      clearTimeout(rest);
    };
  }, [subject, ask]);
  return extent;
};
