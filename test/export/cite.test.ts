import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationsOf } from "../../src/export/cite.ts";
import { citationOf, type ExportMeta } from "../../src/export/meta.ts";
import { anyText } from "../standard/rows.ts";
import { metaOf } from "./real.ts";

const META: ExportMeta = {
  ...metaOf("UNODC_IAFQ"),
  releases: metaOf("UNODC_IAFQ").releases.slice(-1),
  address: "https://example.org/explore/?areas=MEX&data=1.2.3",
  selection: {
    name: "arms",
    title: "Arms seized in Mexico & Colombia, 100 %",
    filters: [],
    statement: "SELECT 1;",
    rows: 7,
  },
};

/** Braces opened and not closed, at each place; those that are escaped do not count. */
const depths = (text: string): number[] => {
  let depth = 0;
  return [...text.replaceAll(/\\[{}]/g, "")].map((character) => {
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    return depth;
  });
};

describe("the citation of a view", () => {
  it("names publisher, source, release, what was chosen, version, day and address in each form", () => {
    const { text, bibtex, ris } = citationsOf(META);
    expect(text).toBe(
      "UNODC, Illicit Arms Flows Questionnaire, release 12/05/2025. Standardized by Illicit Arms Monitor, data version 1.2.3, 2026-11-20. Arms seized in Mexico & Colombia, 100 %. https://example.org/explore/?areas=MEX&data=1.2.3",
    );
    expect(text).toBe(citationOf(META));
    expect(bibtex).toBe(`@misc{unodc-iafq-1.2.3,
  title = {UNODC, Illicit Arms Flows Questionnaire: Arms seized in Mexico \\& Colombia, 100 \\%},
  author = {{United Nations Office on Drugs and Crime (UNODC)}},
  year = {2026},
  month = {11},
  howpublished = {Source: release 12/05/2025; standardized by Illicit Arms Monitor},
  version = {1.2.3},
  note = {Data version 1.2.3, 2026-11-20},
  url = {https://example.org/explore/?areas=MEX&data=1.2.3}
}
`);
    expect(ris.split("\r\n")).toEqual([
      "TY  - DATA",
      "AU  - United Nations Office on Drugs and Crime (UNODC)",
      "A2  - Illicit Arms Monitor (standardization)",
      "TI  - UNODC, Illicit Arms Flows Questionnaire: Arms seized in Mexico & Colombia, 100 %",
      "PY  - 2026",
      "DA  - 2026/11/20",
      "ET  - Data version 1.2.3",
      "PB  - Illicit Arms Monitor",
      "N1  - Source: release 12/05/2025",
      "UR  - https://example.org/explore/?areas=MEX&data=1.2.3",
      "ER  - ",
      "",
    ]);
  });

  it("is of the whole dataset where nothing was chosen", () => {
    const { selection: _selection, ...whole } = META;
    expect(citationsOf(whole).text).toBe(
      "UNODC, Illicit Arms Flows Questionnaire, release 12/05/2025. Standardized by Illicit Arms Monitor, data version 1.2.3, 2026-11-20.",
    );
    expect(citationsOf(whole).bibtex).toContain(
      "title = {UNODC, Illicit Arms Flows Questionnaire},",
    );
  });

  it("keeps its form whatever the title and the address hold", () => {
    const hostile = fc.oneof(
      anyText,
      fc.constantFrom("}", "{", "\\", "}\n}@misc{x,", "a\r\nER  - ", "\\}"),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, address) => {
        const selection = { name: "a", filters: [], statement: "", rows: 1, title };
        const { bibtex, ris } = citationsOf({ ...META, address, selection });
        const lines = bibtex.trimEnd().split("\n");
        expect(lines).toHaveLength(10);
        expect(depths(lines.join("\n")).at(-1)).toBe(0);
        for (const line of lines.slice(1, -1)) {
          expect(line).toMatch(/^ {2}\w+ = \{.*\},?$/u);
          expect(depths(line).every((depth) => depth >= 0)).toBe(true);
          expect(depths(line).at(-1)).toBe(0);
        }
        const tags = ris.split("\r\n");
        expect(tags).toHaveLength(12);
        for (const tag of tags.slice(0, -1)) expect(tag).toMatch(/^[A-Z][A-Z0-9] {2}- .*$/u);
      }),
      { numRuns: 300 },
    );
  });
});
