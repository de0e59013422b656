import { groupBy } from "../../src/standard/rows.ts";
import { type Check, examplesOf } from "../steps/source.ts";
import { cleanLabel, type PageCells, type PageRow } from "./us-atf-profiles-rows.ts";

/** Sections of which every page prints every line, zeros included. */
const WHOLE_LISTS: ReadonlySet<string> = new Set([
  "Age of Possessors",
  "Time-to-Crime for Firearms Recovered in State",
]);

const labelsOf = (rows: readonly PageCells[]): Set<string> =>
  new Set(rows.map((row) => cleanLabel(row.Category_or_Place)));

/** What one page lacks of a section of which all pages have these lines. */
const missingIn = (section: string, own: readonly PageCells[], all: ReadonlySet<string>) => {
  const found = own.filter((row) => row.Section === section);
  if (found.length === 0) return ["no row"];
  if (!WHOLE_LISTS.has(section)) return [];
  return [...all.difference(labelsOf(found))].map((label) => `no "${label}"`);
};

/**
 * Warns of pages that lack a section that other pages have, or a line of a section that is printed whole. Pages are
 * compared with each other, so that a single one gives no check; a page that is missing altogether cannot be told
 * from one that was never collected.
 */
export const checkComplete = (file: string, rows: readonly PageRow[]): Check[] => {
  const cells = rows.map(({ row }) => row.cells);
  const pages = groupBy(cells, ({ State, Year }) => `${State} ${Year}`);
  if (pages.size < 2) return [];
  const sections = groupBy(cells, ({ Section }) => Section);
  const missing = [...sections].flatMap(([section, lines]) =>
    [...pages].flatMap(([page, own]) =>
      missingIn(section, own, labelsOf(lines)).map((what) => `${page}, ${section}: ${what}`),
    ),
  );
  return [
    {
      id: "profiles-complete",
      stage: "read",
      status: missing.length === 0 ? "PASS" : "WARNING",
      count: missing.length,
      message: "Sections, or lines of ages and times to crime, that a page lacks and others have.",
      examples: examplesOf(missing.map((one) => `${file}: ${one}`)),
    },
  ];
};
