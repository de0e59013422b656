import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { DIST, distFiles } from "./dist.ts";

/** Addresses and ids of a page, as they stand in its HTML. */
const readPage = (file: string) => {
  const html = readFileSync(join(DIST, file), "utf8");
  const text = (raw: string) => raw.replaceAll("&amp;", "&").replaceAll("&#38;", "&");
  return {
    links: [...html.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]*)"/g)].map(([, href]) =>
      text(href ?? ""),
    ),
    ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => text(id ?? ""))),
  };
};

test("every link inside the site leads to a page or a file, and to a part that is there", () => {
  const pages = new Map(distFiles(".html").map((file) => [file, readPage(file)]));
  const files = new Set(distFiles(""));
  const broken: string[] = [];
  for (const [file, { links }] of pages)
    for (const link of new Set(links)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [address = "", part = ""] = link.split("#");
      const [path = ""] = address.split("?");
      const target = path === "" ? file : join(dirname(file), path);
      const found = [target, join(target, "index.html")].find((at) => files.has(at));
      if (found === undefined) broken.push(`${file}: ${link}`);
      else if (part !== "" && pages.get(found)?.ids.has(decodeURIComponent(part)) === false)
        broken.push(`${file}: ${link} (no such part)`);
    }
  expect(broken).toEqual([]);
});
