import * as fc from "fast-check";
import { expect, it } from "vitest";
import { joined } from "../../src/export/chunks.ts";
import { queryJsonChunks } from "../../src/export/sql-result.ts";

const META = { sql: "SELECT 1", tables: ["A"], version: "1.1.0", cut: false, caveat: "…" };

it("a result as JSON can be parsed and holds every value, those that JSON does not know as text", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.double().filter((value) => !Object.is(value, -0)),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), (rows) => {
      const columns = [
        { name: "a", type: "VARCHAR" },
        { name: "a", type: "DOUBLE" },
      ];
      const text = joined(queryJsonChunks(columns, rows, META));
      expect(JSON.parse(text)).toEqual({
        metadata: META,
        columns,
        rows: rows.map((row) =>
          row.map((value) =>
            typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
          ),
        ),
      });
    }),
  );
});
