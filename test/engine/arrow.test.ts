import { tableFromIPC } from "@uwdata/flechette";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeForLoading, encodeObservations } from "../../src/engine/arrow.ts";
import { COLUMN_NAMES } from "../../src/standard/observation.ts";
import { datasetQuery, type Row, type Scalar } from "../../src/view/query.ts";
import { anyRow, ROW } from "../standard/rows.ts";
import { data } from "../view/real.ts";

/** What DuckDB-Wasm makes of a loaded file: words in place of their numbers. */
const loaded = (bytes: Uint8Array): Row[] => {
  const { columns, ipc, rows } = decodeForLoading(bytes);
  const table = tableFromIPC(ipc);
  expect(table.numRows).toBe(rows);
  expect(columns.map((column) => column.name)).toEqual(COLUMN_NAMES);
  return Array.from({ length: rows }, (_, index) =>
    Object.fromEntries(
      columns.map((column): [string, Scalar] => {
        const value: unknown = table.getChild(column.name)?.at(index);
        if (column.kind === "enum") {
          expect(Number.isInteger(value)).toBe(true);
          return [column.name, column.words[Number(value)] ?? null];
        }
        if (value === null || typeof value === "number" || typeof value === "string")
          return [column.name, value];
        throw new Error(`${column.name} holds a ${typeof value}.`);
      }),
    ),
  );
};

/** What any other Arrow reader makes of the file. */
const readElsewhere = (bytes: Uint8Array): unknown[] =>
  [...tableFromIPC(bytes)].map((row) => ({ ...row }));

describe("an observations file", () => {
  it("gives back what was put in, to us and to any Arrow reader", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), (rows) => {
        const bytes = encodeObservations(rows);
        expect(readElsewhere(bytes)).toEqual(rows);
        expect(loaded(bytes)).toEqual(rows);
      }),
    );
  });

  it.each([0x100, 0x101, 0x10000, 0x10001])(
    "holds %i different words in a column",
    (count) => {
      const rows = Array.from({ length: count }, (_, index) => ({
        ...ROW,
        source_detail: `n=${index}`,
      }));
      const bytes = encodeObservations(rows);
      const words = [...(tableFromIPC(bytes).getChild("source_detail") ?? [])];
      expect(words).toEqual(rows.map((row) => row.source_detail));
      const column = decodeForLoading(bytes).columns.find(
        (entry) => entry.name === "source_detail",
      );
      expect(column?.kind === "enum" ? column.words.length : 0).toBe(count);
    },
    60_000,
  );

  it("keeps a missing value apart from zero", () => {
    const rows = [0, null, 3].map((obs_value) => ({ ...ROW, obs_value }));
    expect(loaded(encodeObservations(rows)).map((row) => row["obs_value"])).toEqual([0, null, 3]);
  });

  it("holds the committed observations of a dataset unchanged", async () => {
    const rows = await data.engine.query(datasetQuery("US_FBI_ARRESTS"));
    expect(rows.length).toBeGreaterThan(1000);
    const bytes = encodeObservations(rows);
    expect(loaded(bytes)).toEqual(rows);
    const numbers = new Set(
      decodeForLoading(bytes).columns.flatMap((column) =>
        column.kind === "number" ? [column.name] : [],
      ),
    );
    expect([...numbers]).toEqual(["obs_value"]);
  }, 60_000);

  it("names each word once", () => {
    const rows = ["MEX", "COL", "MEX"].map((ref_area) => ({ ...ROW, ref_area }));
    const column = decodeForLoading(encodeObservations(rows)).columns.find(
      (entry) => entry.name === "ref_area",
    );
    expect(column).toEqual({ name: "ref_area", kind: "enum", words: ["MEX", "COL"] });
  });

  it("is refused where a column is missing", () => {
    const { flags: _, ...without } = ROW;
    expect(() => encodeObservations([without])).toThrow("Row 0 has no column flags.");
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a web page", new TextEncoder().encode("<!doctype html><title>404</title>")],
    ["zeros", new Uint8Array(64)],
    ["the first half of a file", encodeObservations([ROW]).slice(0, 400)],
  ])("is refused with an Error where the bytes are %s", (_, bytes) => {
    expect(() => decodeForLoading(bytes)).toThrow(Error);
  });
});
