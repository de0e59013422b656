import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unodcIafq } from "../../../pipelines/sources/unodc-iafq.ts";
import { usAtfFlows } from "../../../pipelines/sources/us-atf-flows.ts";
import { usAtfProfiles } from "../../../pipelines/sources/us-atf-profiles.ts";
import { flagAll } from "../../../pipelines/steps/flag.ts";
import { checkManifest } from "../../../pipelines/steps/manifest.ts";
import { temporaryFolder, textFile } from "../files.ts";
import { NO_RAW } from "../raw.ts";
import { type BookCell, changeCell, changeCells, cutRows, numberCell } from "./book.ts";
import { type Change, repeatRow } from "./grid.ts";
import {
  checkOf,
  type Damage,
  difference,
  type Files,
  realFiles,
  sourceSubject,
  tableChecks,
} from "./harness.ts";

const IAFQ = "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx";
const FLOWS = "us-atf-trace-flows/trace_2020.xlsx";
const PROFILES = "us-atf-trace-profiles/state_pages_2020-2023.csv";

/** The newest release, cut after row 2,500 to save time. */
const iafq = sourceSubject(unodcIafq, async () => {
  const files = await realFiles(IAFQ);
  return new Map([...files].map(([name, bytes]) => [name, cutRows(bytes, 2500)]));
});

/** What the list of hashes says of files that were damaged. */
const manifestOf = async (files: Files, damage: Damage) => {
  const raw = await temporaryFolder();
  const [list = Buffer.alloc(0)] = (await realFiles("MANIFEST.csv")).values();
  await textFile(raw, "MANIFEST.csv", list);
  const damaged = await damage(files);
  for (const [name, bytes] of damaged) await textFile(raw, name, bytes);
  return checkManifest(
    raw,
    [...damaged.keys()].map((name) => join(raw, name)),
  );
};

describe.skipIf(NO_RAW)(
  "what no check of the content can see, and a warning shows (skipped without the raw folder)",
  () => {
    it("shows a changed digit of a known file by its hash", async () => {
      const files = await realFiles(IAFQ);
      const same: Damage = (whole) => whole;
      expect(await manifestOf(files, same)).toMatchObject([
        { id: "manifest-hashes", status: "PASS" },
      ]);
      expect(await manifestOf(files, changeCell(IAFQ, "L4", numberCell("17378")))).toMatchObject([
        { id: "manifest-hashes", status: "WARNING", examples: [IAFQ] },
      ]);
    });
    it("shows a changed part of a breakdown that has a total", async () => {
      const { rows } = await difference(iafq, changeCell(IAFQ, "L11", numberCell("6065")));
      expect(checkOf(await tableChecks(rows), "flag-parts-gt-total").status).toBe("WARNING");
      expect(flagAll(rows).find((row) => row.source_row === "11")).toMatchObject({
        obs_value: 6065,
        flags: "PARTS_GT_TOTAL",
      });
    });
    it("shows a copy of one line of a pair, which reads like the other line, by the total", async () => {
      const { rows, gained } = await difference(iafq, changeCells(IAFQ, repeatRow<BookCell>(9)));
      expect(gained).toMatchObject([{ obs_value: 22_950, flags: "PAIRED_LABEL" }]);
      expect(flagAll(rows).find((row) => row.source_row === "9+2501")?.flags).toBe(
        "PAIRED_LABEL|PARTS_GT_TOTAL",
      );
    });
    it("shows a matrix that was transposed in the only year there is, by the pages of its States", async () => {
      const transposed: Change<BookCell> = (rows) =>
        rows.map((cells, row) =>
          cells.map((cell, column) =>
            row >= 2 && row <= 56 && column >= 2 && column <= 56
              ? (rows[column]?.[row] ?? null)
              : cell,
          ),
        );
      const flows = sourceSubject(usAtfFlows, () => realFiles(FLOWS));
      const profiles = sourceSubject(usAtfProfiles, () => realFiles(PROFILES));
      const { rows } = await difference(flows, changeCells(FLOWS, transposed));
      const pages = (
        await difference(profiles, (files) => new Map([...files, ["note", Buffer.from("x")]]))
      ).rows;
      const check = checkOf(await tableChecks([...rows, ...pages]), "atf-same-traces");
      expect(check.status).toBe("WARNING");
      expect(check.count).toBeGreaterThan(700);
    });
  },
);
