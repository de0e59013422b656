import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./dist.ts";

const TAG = /<([a-z][a-z0-9-]*)((?:\s[^<>]*?)?)\/?>/g;

/** What kinds of elements a page has outside its drawings: name, class and role. */
export const kindsOf = (html: string): Set<string> => {
  const kinds = new Set<string>();
  const body = html.slice(html.indexOf("<body")).replace(/<svg[\s\S]*?<\/svg>/g, "<svg/>");
  for (const [, tag = "", attributes = ""] of body.matchAll(TAG)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    kinds.add(`${tag}.${of("class")}[${of("role")}]`);
  }
  return kinds;
};

/**
 * Pages of one template that together have every kind of element that any of them has: what a rule on elements finds
 * on one of the others, it finds on one of these.
 */
export const cover = (files: readonly string[]): string[] => {
  const left = new Map(
    files.map((file) => [file, kindsOf(readFileSync(join(DIST, file), "utf8"))] as const),
  );
  const open = new Set([...left.values()].flatMap((kinds) => [...kinds]));
  const chosen: string[] = [];
  while (open.size > 0) {
    const count = (kinds: Set<string>) => [...kinds].filter((kind) => open.has(kind)).length;
    const [best] = [...left].sort((a, b) => count(b[1]) - count(a[1]));
    if (best === undefined) break;
    chosen.push(best[0]);
    for (const kind of best[1]) open.delete(kind);
  }
  return chosen;
};
