import { strToU8, zipSync } from "fflate";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet by its parts; `prefix` is that of every tag, as some programs write it. */
export const byHand = (
  sheet: string,
  more: Readonly<Record<string, string>> = {},
  prefix = "",
): Blob => {
  const open = prefix === "" ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships>${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<${prefix}workbook ${open} xmlns:r="${OFFICE}"><${prefix}sheets><${prefix}sheet name="A &amp; B" sheetId="1" r:id="r1"/></${prefix}sheets></${prefix}workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relation("r1", "worksheet", "/xl/worksheets/sheet1.xml")}${relation("r2", "sharedStrings", "sharedStrings.xml")}${relation("r3", "styles", "styles.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": `<${prefix}worksheet ${open}><${prefix}sheetData>${sheet}</${prefix}sheetData></${prefix}worksheet>`,
    ...more,
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const);
  return new Blob([Uint8Array.from(zipSync(Object.fromEntries(files)))]);
};
