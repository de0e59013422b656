import { element } from "../xml.ts";
import { type ZipEntry, zipChunks } from "../zip.ts";
import { type Sheet, sheetXml } from "./sheet.ts";
import { stringTable } from "./strings.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const fileOf = (index: number): string => `worksheets/sheet${index + 1}.xml`;

const contentTypes = (sheets: readonly Sheet[]): string => {
  const override = (path: string, type: string) =>
    element("Override", { PartName: path, ContentType: `${TYPE}.${type}+xml` }, "");
  return element(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    [
      element(
        "Default",
        {
          Extension: "rels",
          ContentType: "application/vnd.openxmlformats-package.relationships+xml",
        },
        "",
      ),
      override("/xl/workbook.xml", "sheet.main"),
      override("/xl/styles.xml", "styles"),
      override("/xl/sharedStrings.xml", "sharedStrings"),
      ...sheets.map((_, index) => override(`/xl/${fileOf(index)}`, "worksheet")),
    ].join(""),
  );
};

const relationships = (targets: readonly (readonly [string, string])[]): string =>
  element(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    targets
      .map(([type, target], index) =>
        element(
          "Relationship",
          { Id: `rId${index + 1}`, Type: `${OFFICE}/${type}`, Target: target },
          "",
        ),
      )
      .join(""),
  );

const workbook = (sheets: readonly Sheet[]): string =>
  element(
    "workbook",
    { xmlns: MAIN, "xmlns:r": OFFICE },
    element(
      "sheets",
      {},
      sheets
        .map(({ name }, index) =>
          element("sheet", { name, sheetId: `${index + 1}`, "r:id": `rId${index + 1}` }, ""),
        )
        .join(""),
    ),
  );

/** Three styles of cells: general, text (format 49 is `@`), bold text. */
const STYLES = element(
  "styleSheet",
  { xmlns: MAIN },
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
);

/**
 * A workbook as the bytes of an `.xlsx` file in pieces; the same sheets and day (ISO) give the same bytes. Throws
 * as {@link sheetXml}.
 */
export const workbookChunks = (sheets: readonly Sheet[], date: string): Generator<Uint8Array> => {
  const part = (path: string, xml: string): ZipEntry => ({ path, content: [DECLARATION, xml] });
  const strings = stringTable();
  return zipChunks(
    [
      part("[Content_Types].xml", contentTypes(sheets)),
      part("_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]])),
      part("xl/workbook.xml", workbook(sheets)),
      part(
        "xl/_rels/workbook.xml.rels",
        relationships([
          ...sheets.map((_, index) => ["worksheet", fileOf(index)] as const),
          ["styles", "styles.xml"],
          ["sharedStrings", "sharedStrings.xml"],
        ]),
      ),
      part("xl/styles.xml", STYLES),
      ...sheets.map((sheet, index) => ({
        path: `xl/${fileOf(index)}`,
        content: sheetXml(sheet, strings),
      })),
      { path: "xl/sharedStrings.xml", content: strings.xml() },
    ],
    date,
    3,
  );
};
