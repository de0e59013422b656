import { describe, expect, it } from "vitest";
import { readSqlError } from "../../src/engine/sql-error.ts";

describe("a message of DuckDB", () => {
  it("is taken apart into what and where", () => {
    const text =
      'Binder Error: Referenced column "nope" not found in FROM clause!\nCandidate bindings: "n"\n\nLINE 2:   nope\n          ^';
    expect(readSqlError(text)).toEqual({
      kind: "other",
      message:
        'Binder Error: Referenced column "nope" not found in FROM clause!\nCandidate bindings: "n"',
      excerpt: "  nope\n  ^",
      line: 2,
      column: 3,
    });
  });

  it("said twice is said once", () => {
    const place = "\n\nLINE 1: SELEC 1\n        ^";
    expect(
      readSqlError(`Parser Error: syntax error at or near "SELEC"${place}${place}`),
    ).toMatchObject({ message: 'Parser Error: syntax error at or near "SELEC"', column: 1 });
  });

  it("with a cut excerpt names the line and no character", () => {
    const found = readSqlError("Binder Error: x\n\nLINE 1: ...a, b, c\n           ^");
    expect(found).toMatchObject({ line: 1 });
    expect(found).not.toHaveProperty("column");
  });

  it.each([
    ["Parser Error: syntax error at end of input", { kind: "other" }],
    [
      'Catalog Error: Table with name US_ATF_FLOWS does not exist!\nDid you mean "x"?',
      { kind: "no-table", name: "US_ATF_FLOWS" },
    ],
    ["Catalog Error: Table with name UNODC_IAFQ@2024-08-26 does not exist!", { kind: "no-table" }],
    [
      "Catalog Error: Table with name http://example.org/x.parquet does not exist!",
      { kind: "files" },
    ],
    [
      'Permission Error: Cannot access file "x" - file system operations are disabled by configuration',
      { kind: "files" },
    ],
    [
      "Binder Error: No function matches the given name and argument types '+(TIMESTAMP WITH TIME ZONE, INTERVAL)'. You might need to add explicit type casts.\n\tCandidate functions:\n\t+(TINYINT) -> TINYINT",
      {
        kind: "extension",
        name: "icu",
        message:
          "Binder Error: No function matches the given name and argument types '+(TIMESTAMP WITH TIME ZONE, INTERVAL)'. You might need to add explicit type casts.",
      },
    ],
    ["Out of Memory Error: failed to allocate data", { kind: "memory" }],
    ["Invalid Input Error: Not all parameters were bound", { kind: "parameters" }],
  ])("%j has the hint it needs", (text, expected) => {
    expect(readSqlError(text)).toMatchObject(expected);
  });

  it("about an extension loses DuckDB's advice to install it", () => {
    const text =
      'Catalog Error: Scalar Function with name "json_serialize_sql" is not in the catalog, but it exists in the json extension.\n\nPlease try installing and loading the json extension by running:\nINSTALL json;\nLOAD json;\n\nLINE 1: SELECT json_serialize_sql(1)\n               ^';
    expect(readSqlError(text)).toMatchObject({
      kind: "extension",
      name: "json",
      message:
        'Catalog Error: Scalar Function with name "json_serialize_sql" is not in the catalog, but it exists in the json extension.',
      column: 8,
    });
  });
});
