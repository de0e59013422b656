import { NO_RAW, openDatabase, table } from "../pipelines/raw.ts";
import { downloadRows, openExplorer, readTable } from "./explorer.ts";
import { expect, test } from "./kept.ts";
import { drawViews, openRaw, randomFrom } from "./raw-sums.ts";

const SEED = 16042;

/** Category and year to sum, as text, so that two answers can be compared whole. */
type Sums = Record<string, number>;

const sumsOf = (rows: readonly (readonly [string, string, number])[]): Sums => {
  const sums: Sums = {};
  for (const [code, year, value] of rows) {
    const key = `${code} ${year}`;
    sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
};

test("ten views drawn at random: page, file and plain SQL on the raw file agree", async ({
  page,
}) => {
  test.skip(NO_RAW, "The raw files are not here; set RAW_DIR to compare with them.");
  test.setTimeout(180_000);
  const db = await openDatabase();
  await openRaw(db);
  for (const { search, sql } of await drawViews(db, randomFrom(SEED), 10)) {
    await test.step(search, async () => {
      await openExplorer(page, search);
      const by = new URLSearchParams(search).get("by") ?? "";
      const rows = await downloadRows(page);
      const labels = new Map(rows.map((row) => [row[by] ?? "", row[`${by}_label`] ?? ""]));
      const codes = new Map([...labels].map(([code, label]) => [label.toUpperCase(), code]));

      const raw = (await table(db, sql)).map(([code, year, value]): [string, string, number] => {
        const text = String(code);
        return [codes.get(text) ?? text, String(year), Number(value)];
      });
      const file = sumsOf(
        rows.map((row) => [row[by] ?? "", row["time_period"] ?? "", Number(row["obs_value"])]),
      );
      const renamed = sumsOf(raw.map(([code, year, value]) => [nameOf(code), year, value]));
      expect(file).toEqual(renamed);
      expect(Object.keys(file).length).toBeGreaterThan(1);

      const shown: Sums = {};
      for (const [key, text] of await readTable(page)) {
        const [, label, year] = /^(.*) (\d{4})$/.exec(key) ?? [];
        const code = [...labels].find(([, name]) => name === label)?.[0];
        if (code !== undefined && text !== "not reported")
          shown[`${code} ${year}`] = Number(text.replaceAll(",", ""));
      }
      expect(shown).toEqual(file);
    });
  }
  db.closeSync();
});

/** Guam's label in the workbooks, which also names the Northern Marianas in some years. */
const nameOf = (code: string): string => (code.startsWith("GUAM") ? "US-GU" : code);
