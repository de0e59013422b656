import { readdirSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { CodeList } from "../../src/standard/code.ts";
import { areaSchema } from "../../src/standard/codelists/area.ts";
import { datasetOf } from "../../src/standard/codelists/dataset.ts";
import { CODE_LISTS } from "../../src/standard/codelists/index.ts";
import { CL_INDICATOR, notApplicableDimensions } from "../../src/standard/codelists/indicator.ts";
import { DIMENSIONS } from "../../src/standard/dimensions.ts";
import { CODE_COLUMNS, codesOf } from "../../src/standard/observation.ts";
import { SUBNATIONAL_AREAS } from "../../src/standard/subnational.ts";

const LISTS = Object.entries<CodeList>(CODE_LISTS);

const read = (id: string): Record<string, string>[] => {
  const text = readFileSync(`data/codelists/${id}.csv`, "utf8");
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

describe.each(LISTS)("%s", (id, list) => {
  it("bears its own name and has each code once", () => {
    expect(list.id).toBe(id);
    const codes = list.codes.map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z0-9_]+$/);
  });

  it("has each label once, and a definition and a source for each code", () => {
    const labels = list.codes.map((entry) => entry.label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const entry of list.codes) {
      expect(entry.definition).toMatch(/\S/);
      expect(entry.source).toMatch(/\S/);
    }
  });

  it("has parents that are in the list, and never a circle", () => {
    const parents = new Map(list.codes.map((entry) => [entry.code, entry.parent]));
    for (const { code } of list.codes) {
      const seen = new Set<string>();
      for (let at: string | undefined = code; at !== undefined; at = parents.get(at)) {
        expect(parents.has(at)).toBe(true);
        expect(seen.has(at)).toBe(false);
        seen.add(at);
      }
    }
  });

  it("is published as it stands", () => {
    const rows = read(id);
    const typed = list.codes.map((entry, order) => {
      const cells = Object.entries({ parent: "", ...entry, order });
      return Object.fromEntries(cells.map(([name, value]) => [name, String(value)]));
    });
    expect(rows).toEqual(typed);
  });
});

describe("CL_AREA", () => {
  const areas = read("CL_AREA").map((row) => areaSchema.parse(row));
  const codes = new Set(areas.map((area) => area.code));

  it("has each code once, in order, with parents that are in the list", () => {
    expect(codes.size).toBe(areas.length);
    expect(areas.map((area) => area.order)).toEqual(areas.map((_, index) => index));
    for (const { parent } of areas) if (parent !== "") expect(codes).toContain(parent);
  });

  it("has ISO3 countries, with Namibia's NA kept as text, and four countries in parts", () => {
    for (const area of areas.filter((entry) => entry.level === "COUNTRY")) {
      expect(area.code).toMatch(/^[A-Z]{3}$/);
      expect(area.iso2).toMatch(/^([A-Z]{2})?$/);
    }
    expect(areas.find((area) => area.code === "NAM")?.iso2).toBe("NA");
    const parts = areas.filter((area) => area.level === "SUBNATIONAL");
    const expected = Object.entries(SUBNATIONAL_AREAS).flatMap(([parent, names]) =>
      Object.entries(names).map(([code, label]) => [code, label, parent]),
    );
    expect(parts.map(({ code, label, parent }) => [code, label, parent])).toEqual(expected);
  });

  it("is read from its file, not from the code", () => {
    expect(() => codesOf("CL_AREA")).toThrow(/CL_AREA/);
  });
});

describe("the lists together", () => {
  it("are all published and nothing else is", () => {
    const files = readdirSync("data/codelists").filter((file) => file.startsWith("CL_"));
    const ids = [...LISTS.map(([id]) => id), "CL_AREA"];
    expect(files.sort()).toEqual(ids.map((id) => `${id}.csv`).sort());
  });

  it("have a total in every dimension", () => {
    for (const dimension of DIMENSIONS) {
      const list = CODE_COLUMNS.find((column) => column.name === dimension)?.codelist;
      const codes =
        list === undefined || list === "CL_AREA"
          ? ["_T"]
          : codesOf(list).map((entry) => entry.code);
      expect(codes).toContain("_T");
    }
  });

  it("say of every indicator what cannot exist", () => {
    expect(notApplicableDimensions("ARMS_SEIZED")).toEqual(["sex", "age"]);
    expect(notApplicableDimensions("ARMS_TRACED")).toEqual([]);
    expect(notApplicableDimensions("PERSONS_ARRESTED")).toContain("calibre");
    for (const { code } of CL_INDICATOR.codes)
      for (const dimension of notApplicableDimensions(code))
        expect(DIMENSIONS).toContain(dimension);
  });

  it("give every dataset a citation, terms and a caveat", () => {
    for (const { code } of CODE_LISTS.CL_DATASET.codes) {
      const { citation, terms, caveat, address } = datasetOf(code);
      for (const text of [citation, terms, caveat]) expect(text).toMatch(/\S/);
      expect(new URL(address).protocol).toBe("https:");
    }
  });
});
