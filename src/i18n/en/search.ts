import { one } from "./text.ts";

/** Words of the search. */
export const search = {
  label: "Search areas, figures and terms",
  hint: "A State, “pistols”, “women arrested”, “tracing” …",
  kinds: {
    area: "Areas",
    indicator: "Figures, in the explorer",
    term: "Terms, in the glossary",
    page: "Pages",
  },
  by: (what: string, dimension: string) => `${what} by ${dimension.toLocaleLowerCase("en")}`,
  from: (what: string, source: string) => `${what} (${source})`,
  found: (count: string, n: number) => `${count} ${one(n, "entry", "entries")} found`,
  more: (count: string) => `${count} more: write more of the name`,
  none: (text: string) => `Nothing here is called “${text}”.`,
  loading: "Fetching the index …",
  failed: (reason: string) => `The index could not be fetched: ${reason}`,
  retry: "Try again",
};
