import { describe, expect, it } from "vitest";
import { openWorkbook, sheetRows } from "../../../src/standard/workbook/workbook.ts";
import { byHand } from "./by-hand.ts";

const rowsOf = async (sheet: string) => {
  const book = await openWorkbook(byHand(sheet));
  return [...sheetRows(book, "A & B")];
};

describe("rows of a sheet", () => {
  it("have cells of their types, empty ones as nothing", async () => {
    const cells =
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="C1"><v>0.1</v></c><c r="D1" t="b"><v>1</v></c>' +
      '<c r="E1" t="str"><v>7</v></c><c r="F1" t="inlineStr"><is><t></t></is></c><c r="G1"/><c r="H1"><v></v></c>';
    expect(await rowsOf(`<row r="3">${cells}</row>`)).toEqual([
      { row: 3, cells: [" a ", null, 0.1, true, "7", null, null, null] },
    ]);
  });

  it("without numbers follow one another", async () => {
    expect(
      await rowsOf("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
    ).toEqual([
      { row: 1, cells: [1, 2] },
      { row: 2, cells: [3] },
    ]);
  });

  it("are refused where the part of the sheet is lost", async () => {
    const { parts, ...book } = await openWorkbook(byHand(""));
    const lost = { ...book, parts: { ...parts } };
    const path = book.sheets[0]?.path ?? "";
    Reflect.deleteProperty(lost.parts, path);
    expect(() => [...sheetRows(lost, "A & B")]).toThrow(`not-a-workbook: ${path}`);
  });

  it.each([
    ['<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>', "row 2"],
    ['<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>', "row 1"],
    ['<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "cell A1"],
    ['<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "cell A1"],
  ])("are refused where one would hide another (%#)", async (sheet, place) => {
    await expect(rowsOf(sheet)).rejects.toMatchObject({
      name: "WorkbookError",
      reason: "not-a-workbook",
      detail: expect.stringMatching(`^${place} after `),
    });
  });
});
