import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { median } from "./median.ts";
import { kindOf, weigh } from "./weight.ts";

test.each([
  ["explore/index.html", "html"],
  ["_astro/duckdb-eh.9ubY.wasm", "wasm"],
  ["data/arms.parquet", "data"],
  ["LICENSE", "other"],
])("%s is %s", (path, kind) => expect(kindOf(path)).toBe(kind));

test("files are weighed by kind, as they are and compressed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "weighed-"));
  await writeFile(join(folder, "a.js"), "a".repeat(1000));
  await writeFile(join(folder, "b.js"), "b".repeat(500));
  await writeFile(join(folder, "c.csv"), "c".repeat(250));
  const weights = weigh(folder, ["a.js", "b.js", "c.csv"]);
  await rm(folder, { recursive: true });
  expect([...weights.keys()].sort()).toEqual(["data", "js", "total"]);
  expect(weights.get("js")).toMatchObject({ files: 2, raw: 1500 });
  expect(weights.get("total")).toMatchObject({ files: 3, raw: 1750 });
  expect(weights.get("total")?.gzip).toBeLessThan(200);
  expect(weights.get("total")?.brotli).toBeLessThan(200);
});

test("the median is the middle value, or the mean of the two middle ones", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 10])).toBe(3);
  expect(median([])).toBeUndefined();
});
