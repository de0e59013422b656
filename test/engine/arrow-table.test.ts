import { tableFromIPC } from "@uwdata/flechette";
import { expect, it } from "vitest";
import { arrowOf } from "../../src/engine/arrow-table.ts";

it("a small table keeps whole numbers as numbers, all else as text, and NULL as NULL", () => {
  const bytes = arrowOf(
    ["code", "order", "parent", "mixed"],
    [
      ["NA", 0, null, 1],
      ["ü 💡", 1, "NA", 1.5],
    ],
  );
  expect(tableFromIPC(bytes).toArray()).toEqual([
    { code: "NA", order: 0, parent: null, mixed: "1" },
    { code: "ü 💡", order: 1, parent: "NA", mixed: "1.5" },
  ]);
});
