import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishObservations } from "../../pipelines/steps/publish.ts";
import { loadObservations, query, withDatabase } from "../../pipelines/steps/table.ts";
import { filesOfVersion, keepVersion, versionsIn } from "../../pipelines/steps/version.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { observation } from "../../src/standard/rows.ts";
import { nextVersion } from "../../src/standard/version.ts";
import { problemsOf, temporaryFolder } from "./files.ts";

const row = (ref_area: string, value: number): Observation =>
  observation(
    {
      dataset: "UNODC_IAFQ",
      release: "2025-05-12",
      indicator: "ARMS_SEIZED",
      ref_area,
      time_period: "2016",
    },
    { obs_value: value, source_row: "4", source_detail: "category=x" },
  );

const FILE = "observations/dataset=UNODC_IAFQ/release=2025-05-12/data.parquet";

/** Publishes rows and a text file as the next state of a data folder. */
const publish = (out: string, rows: readonly Observation[], note = "same", day = "2026-01-01") =>
  withDatabase(async (db) => {
    await loadObservations(db, rows);
    const next = join(out, ".next");
    await mkdir(next, { recursive: true });
    await publishObservations(db, next, [{ dataset: "UNODC_IAFQ", release: "2025-05-12" }]);
    await writeFile(join(next, "note.txt"), note);
    return keepVersion(db, out, day);
  });

describe("the number of the next version", () => {
  it("is major for a drop, minor for an addition or a correction, else patch", () => {
    const none = { added: 0, corrected: 0, dropped: 0 };
    expect(nextVersion("1.2.3", { ...none, dropped: 1, added: 5 })).toBe("2.0.0");
    expect(nextVersion("1.2.3", { ...none, added: 1 })).toBe("1.3.0");
    expect(nextVersion("1.2.3", { ...none, corrected: 1 })).toBe("1.3.0");
    expect(nextVersion("1.2.3", none)).toBe("1.2.4");
    expect(() => nextVersion("1.2", none)).toThrow();
  });

  it("is always later than the one before", () => {
    const count = fc.nat(3);
    fc.assert(
      fc.property(fc.tuple(count, count, count), fc.tuple(count, count, count), (from, change) => {
        const [added, corrected, dropped] = change;
        const after = nextVersion(from.join("."), { added, corrected, dropped }).split(".");
        const first = after.findIndex((part, at) => Number(part) !== from[at]);
        expect(Number(after[first])).toBeGreaterThan(from[first] ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});

describe("keeping versions", () => {
  it("starts at 1.0.0, stays where nothing changed, and steps by what changed", async () => {
    const out = await temporaryFolder();
    const rows = [row("AGO", 1), row("BRA", 2)];
    expect((await publish(out, rows)).version).toBe("1.0.0");
    expect((await publish(out, rows, "same", "2026-02-02")).date).toBe("2026-01-01");
    expect(await publish(out, rows, "other")).toMatchObject({ version: "1.0.1", added: 0 });
    const more = [...rows, row("COL", 3)];
    expect(await publish(out, more)).toMatchObject({ version: "1.1.0", added: 1 });
    const corrected = [row("AGO", 9), ...more.slice(1)];
    expect(await publish(out, corrected)).toMatchObject({ version: "1.2.0", corrected: 1 });
    expect(await publish(out, corrected.slice(1))).toMatchObject({ version: "2.0.0", dropped: 1 });
    expect((await versionsIn(out)).map(({ version }) => version)).toEqual([
      "1.0.0",
      "1.0.1",
      "1.1.0",
      "1.2.0",
      "2.0.0",
    ]);
  });

  it("keeps every file that a version ever had, under its hash", async () => {
    const out = await temporaryFolder();
    await publish(out, [row("AGO", 1)], "first");
    const before = await readFile(join(out, FILE));
    await publish(out, [row("AGO", 2)], "second");
    const files = new Map(
      (await filesOfVersion(out, "1.0.0")).map(({ path, sha256 }) => [path, sha256]),
    );
    const kept = (path: string) => readFile(join(out, "archive", files.get(path) ?? ""));
    expect(await kept(FILE)).toEqual(before);
    expect((await kept("note.txt")).toString()).toBe("first");
    const changes = await withDatabase((db) =>
      query(db, `FROM read_parquet('${join(out, "versions/1.1.0-changes.parquet")}')`),
    );
    expect(changes).toMatchObject([
      { kind: "CORRECTED", ref_area: "AGO", old_obs_value: 1, new_obs_value: 2 },
    ]);
  });

  it("refuses to build upon files that were changed by hand", async () => {
    const out = await temporaryFolder();
    await publish(out, [row("AGO", 1)]);
    await writeFile(join(out, "note.txt"), "by hand");
    expect(await problemsOf(() => publish(out, [row("AGO", 2)]))).toMatch(
      /note\.txt: is not the file of version 1\.0\.0; restore it/,
    );
  });
});
