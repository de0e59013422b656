import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { en } from "../../i18n/en.ts";

/** Where published versions are kept between builds of one checkout. */
const CACHE = "node_modules/.cache/publication";
/** The code that decides what a published version holds. */
const CODE = ["src/build/publication", "src/export", "src/standard"];
const CODE_FILES = [
  "src/build/site-data.ts",
  "src/engine/arrow.ts",
  "src/engine/native.ts",
  "src/i18n/labels.ts",
  "src/view/catalogue.ts",
  "src/view/query.ts",
  "package-lock.json",
];
/** The words of the site that it holds. */
const WORDS = [en.site.name, en.site.description, String(en.data.coverage)];
/** Versions kept; older ones are removed. */
const KEPT = 12;

const codeFiles = (): string[] => [
  ...CODE.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .sort()
      .map((path) => join(folder, path)),
  ),
  ...CODE_FILES,
];

/** Name of a published version by all that it is made of: its list of files, the versions before, our code. */
export const publicationKey = (data: string, version: string, address: string): string => {
  const hash = createHash("sha256").update(JSON.stringify([version, address, ...WORDS]));
  for (const file of [
    join(data, `versions/${version}.csv`),
    join(data, "versions.csv"),
    ...codeFiles(),
  ])
    hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 32);
};

/**
 * Has `make` write a folder once for each key, and copies it to `out`. A folder that was not finished is never
 * taken: it gets its name when it is whole.
 */
export const cached = async (
  key: string,
  out: string,
  make: (folder: string) => Promise<void>,
): Promise<"kept" | "made"> => {
  const kept = join(CACHE, key);
  const known = existsSync(kept);
  if (!known) {
    await mkdir(CACHE, { recursive: true });
    const unfinished = `${kept}.${process.pid}`;
    await rm(unfinished, { recursive: true, force: true });
    await make(unfinished);
    await rename(unfinished, kept);
    const others = (await readdir(CACHE)).filter((name) => name !== key);
    for (const name of others.slice(0, Math.max(0, others.length - KEPT)))
      await rm(join(CACHE, name), { recursive: true, force: true });
  }
  await cp(kept, out, { recursive: true });
  return known ? "kept" : "made";
};
