import { describe, expect, it } from "vitest";
import { DATA, readReleases } from "../../src/build/site-data.ts";
import { datasetsIn } from "../../src/engine/native.ts";
import { examplesFor } from "../../src/view/sql-examples.ts";
import { sqlName, sqlTables } from "../../src/view/sql-tables.ts";

const releases = readReleases(DATA);
const tables = sqlTables(datasetsIn(DATA), releases);

describe("the tables of the console", () => {
  it("hold every observation of every release once", () => {
    const sum = (rows: readonly { readonly observations: number }[]) =>
      rows.reduce((all, { observations }) => all + observations, 0);
    expect(sum(tables)).toBe(sum(releases));
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
  });

  it("are all that the examples name", () => {
    const names = tables.map(({ name }) => name);
    for (const example of examplesFor(releases))
      expect(names).toEqual(expect.arrayContaining([...example.tables]));
  });

  it("stop the build where an example has no release", () => {
    expect(() => examplesFor([])).toThrow("data/releases.csv has no release of UNODC_IAFQ.");
  });
});

describe("a name in SQL", () => {
  it.each([
    ["ref_area", "ref_area"],
    ["order", '"order"'],
    ["UNODC_IAFQ@2024-08-26", '"UNODC_IAFQ@2024-08-26"'],
    ['a"b', '"a""b"'],
  ])("%s is written %s", (name, written) => {
    expect(sqlName(name)).toBe(written);
  });
});
