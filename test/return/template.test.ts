import { describe, expect, it } from "vitest";
import { concatenated } from "../../src/export/chunks.ts";
import { workbookChunks } from "../../src/export/xlsx/workbook.ts";
import { readRaw } from "../../src/return/file.ts";
import { guessMapping } from "../../src/return/guess/mapping.ts";
import { detectLayout } from "../../src/return/layout.ts";
import { problemsOf } from "../../src/return/problems.ts";
import { profilesOf } from "../../src/return/raw-table.ts";
import { TEMPLATES, templateCsv, templateSheets } from "../../src/return/template.ts";
import { AREAS } from "./database.ts";

const INDICATORS = { arms: "ARMS_SEIZED", persons: "PERSONS_ARRESTED" } as const;

describe("templates", () => {
  it.each(TEMPLATES)(
    "$id: filled with its own codes, it is understood without a question",
    async (template) => {
      const [, codes] = templateSheets(template, AREAS);
      const example = (column: string): string => {
        if (column === "date") return "2021-03-04";
        if (column === "count") return "2";
        return codes?.rows.find(([name]) => name === column)?.[1] ?? "";
      };
      const raw = await readRaw(
        new Blob([`${templateCsv(template)}${template.columns.map(example).join(",")}\r\n`]),
      );
      const { layout } = detectLayout(raw);
      if (template.id === "standard") {
        expect(layout).toBe("standard");
        return;
      }
      expect(layout).toBe("plain");
      const profiles = profilesOf(raw);
      const options = {
        indicator: INDICATORS[template.id],
        rows: "RECORDS",
        release: "2026",
      } as const;
      const { mapping, guesses, unguessed } = guessMapping(profiles, AREAS, options);
      expect(guesses.map(({ column }) => column).sort()).toEqual([...template.columns].sort());
      expect(unguessed).toEqual([]);
      expect(problemsOf(mapping, profiles, AREAS)).toEqual([]);
    },
  );

  it("as a workbook hold the empty sheet and the codes, no total among them", async () => {
    const [template] = TEMPLATES;
    if (template === undefined) throw new Error("There is no template.");
    const sheets = templateSheets(template, AREAS);
    const file = new Blob([concatenated(workbookChunks(sheets, "2026-11-25"))]);
    const codes = await readRaw(file, { sheet: "codes" });
    expect(codes.rows).toBe((sheets[1]?.rows.length ?? 0) - 1);
    expect(codes.columns[1]?.words()).not.toContain("_T");
    expect(codes.columns[1]?.words()).not.toContain("IDENTIFIABLE_TOTAL");
    expect(codes.columns[1]?.words()).toContain("PISTOL");
  });
});
