import { type Snippet, snippetsOf } from "../../export/snippets.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";

/** Stands in the examples for the address of the site, which is not known at build. */
export const EXAMPLE_HOST = "https://example.org/";

/** Headline totals of one State, some years. */
const VIEW: View = {
  ...DEFAULT_VIEW,
  by: "_T",
  panel: "all",
  areas: ["MEX"],
  from: 2016,
  to: 2020,
};

/** The snippets that the explorer would write for one small view. */
export const apiExamples = (version: string): Snippet[] =>
  snippetsOf(VIEW, undefined, {
    address: `${EXAMPLE_HOST}data/`,
    version,
    dataset: "UNODC_IAFQ",
    release: "",
  });
