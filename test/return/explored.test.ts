import { expect, it } from "vitest";
import { exploreReturn } from "../../src/return/explored.ts";
import { readRaw } from "../../src/return/file.ts";
import { readStandard, standardQuery } from "../../src/return/standard.ts";
import { chooseDataset } from "../../src/view/choose.ts";
import { cellsFrom, cellsQuery } from "../../src/view/query.ts";
import { DEFAULT_VIEW } from "../../src/view/view.ts";
import { AREAS, openReturn } from "./database.ts";

const CODES = new Set(AREAS.map(({ code }) => code));

const open = async (lines: readonly string[]) => {
  const head = "release,indicator,ref_area,time_period,unit_measure,weapon_type,obs_value";
  const { table, columns } = readStandard(await readRaw(new Blob([[head, ...lines].join("\n")])));
  const db = await openReturn();
  await db.insert(table);
  await db.run(standardQuery(columns, "own"));
  return db;
};

it("opens one release alone, and its numbers are those of the file, the small ones too", async () => {
  const db = await open([
    "2024,ARMS_SEIZED,MEX,2020,NUMBER,PISTOL,100",
    "2025,ARMS_SEIZED,MEX,2020,NUMBER,PISTOL,3",
    "2025,ARMS_SEIZED,MEX,2020,NUMBER,RIFLE,7",
  ]);
  for (const [release, values] of [
    ["2024", [100]],
    ["2025", [3, 7]],
  ] as const) {
    const { slices, unknown } = await exploreReturn(db, release, CODES);
    expect(unknown).toBe(0);
    expect(slices).toMatchObject([
      { dataset: "OWN_RETURN", breakdown: "weapon_type", areas: ["MEX"], years: [2020] },
    ]);
    const view = chooseDataset(slices, DEFAULT_VIEW, "OWN_RETURN");
    expect(view).toMatchObject({ dataset: "OWN_RETURN", by: "weapon_type", from: 2020, to: 2020 });
    const cells = cellsFrom(await db.ask(cellsQuery(view)));
    expect(cells.map(({ value }) => value)).toEqual(values);
  }
});

it.each([
  ["a category", "2025,ARMS_SEIZED,MEX,2020,NUMBER,BLUNDERBUSS,7"],
  ["an indicator", "2025,ARMS_LOST,MEX,2020,NUMBER,PISTOL,7"],
  ["a unit", "2025,ARMS_SEIZED,MEX,2020,DOZEN,PISTOL,7"],
  ["an area", "2025,ARMS_SEIZED,XQX,2020,NUMBER,PISTOL,7"],
])("leaves out and counts tables with %s that is in no list", async (_, line) => {
  const db = await open([line, "2025,ARMS_SEIZED,MEX,2021,NUMBER,_T,9"]);
  const { slices, unknown } = await exploreReturn(db, "2025", CODES);
  expect(unknown).toBe(1);
  expect(slices.map(({ breakdown }) => breakdown)).toEqual(["_T"]);
});

it("takes the name of a release as a name, whatever it holds", async () => {
  const db = await open([`"x' OR '1'='1",ARMS_SEIZED,MEX,2020,NUMBER,PISTOL,100`]);
  expect((await exploreReturn(db, "y", CODES)).slices).toEqual([]);
  expect((await exploreReturn(db, "x' OR '1'='1", CODES)).slices).toHaveLength(1);
});
