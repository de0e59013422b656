import { z } from "zod";
import { readTable, type SiteData } from "../../build/site-data.ts";
import { CODE_LISTS } from "../../standard/codelists/index.ts";

const codeSchema = z.object({
  code: z.string().min(1),
  label: z.string().min(1),
  definition: z.string(),
  parent: z.string(),
  source: z.string().min(1),
});

/** A code list as the page shows it. */
export interface CodebookList {
  readonly id: string;
  readonly name: string;
  readonly codes: readonly z.infer<typeof codeSchema>[];
}

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(CODE_LISTS).map(({ id, name }) => [id, name]),
);

/** Every published code list but that of areas, as its file holds it. Throws when a file is no known list. */
export const codebookOf = ({ codelists }: Pick<SiteData, "codelists">): CodebookList[] =>
  codelists
    .map((file) => file.replace(/\.csv$/, ""))
    .filter((id) => id !== "CL_AREA")
    .map((id) => {
      const name = NAMES[id];
      if (name === undefined)
        throw new Error(`data/codelists/${id}.csv is no list of the standard.`);
      return {
        id,
        name,
        codes: readTable(`codelists/${id}.csv`).map((row) => codeSchema.parse(row)),
      };
    });
