/** What the change log says of one version of the data. */
export interface DataChanges {
  readonly version: string;
  /** Entries as plain text, marks of Markdown taken off. */
  readonly items: readonly string[];
}

/** Entries that speak of pages, not of the data. */
const PAGES = /^(Home|Explorer):/;

/**
 * The entries on the data in a change log: those under headings that name a version of the data, as in
 * `## 0.2.0 — data 1.1.0`. Newest first, as they stand.
 */
export const dataChanges = (markdown: string): DataChanges[] =>
  markdown
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [heading = "", ...lines] = section.split("\n");
      const version = /\bdata (\d+\.\d+\.\d+)/.exec(heading)?.[1];
      if (version === undefined) return [];
      const items = lines
        .join("\n")
        .split(/^- /m)
        .slice(1)
        .map((item) => item.replace(/\s+/g, " ").replaceAll("`", "").trim())
        .filter((item) => !PAGES.test(item));
      return [{ version, items }];
    });
