import * as fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { joined } from "../../src/export/chunks.ts";
import { jsonChunks } from "../../src/export/json.ts";
import { COLUMN_NAMES } from "../../src/standard/observation.ts";
import { anyRow, ROW } from "../standard/rows.ts";
import { metaOf, rowsOf } from "./real.ts";

const META = metaOf("UNODC_IAFQ");
const document = z.strictObject({
  metadata: z.looseObject({
    dataset: z.string(),
    citation: z.string(),
    terms: z.string(),
    coverage: z.string(),
    caveat: z.string(),
    version: z.string(),
    columns: z.array(z.looseObject({ name: z.string() })),
  }),
  records: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});
const read = (text: string) => document.parse(JSON.parse(text));

it("brings back every row as it was", () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
      expect(read(joined(jsonChunks(rows, META))).records).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});

it("tells what it is, and comes in pieces", async () => {
  const rows = await rowsOf("US_FBI_ARRESTS");
  const chunks = [...jsonChunks(rows, metaOf("US_FBI_ARRESTS"))];
  expect(chunks).toHaveLength(4);
  const { metadata, records } = read(chunks.join(""));
  expect(records).toEqual(rows);
  expect(metadata).toMatchObject({ dataset: "US_FBI_ARRESTS", version: "1.2.3" });
  expect(metadata.citation).toContain("FBI, Uniform Crime Reporting");
  expect(metadata.columns.map(({ name }) => name)).toEqual(COLUMN_NAMES);
});

it("refuses a row without a column", () => {
  const { flags: _flags, ...without } = ROW;
  expect(() => joined(jsonChunks([without], META))).toThrow(/flags/);
});
