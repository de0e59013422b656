import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/statistics/cell.ts";
import {
  givenIn,
  isGiven,
  itemCells,
  itemsOf,
  type TableYear,
  yearGiven,
} from "../../src/statistics/reporting.ts";

const table = (indicator: string, breakdown: string, most: number | null): TableYear => ({
  area: "AAA",
  year: 2020,
  indicator,
  breakdown,
  most,
});
const item = (code: string, value: number | null): Cell => ({
  area: "AAA",
  year: 2020,
  code,
  value,
  flags: [],
});

describe("the items of a return", () => {
  it("come from the indicator of a total and from the dimensions of a breakdown", () => {
    expect(itemsOf("ARMS_FOUND", "_T")).toEqual(["ARMS_FOUND"]);
    expect(itemsOf("PERSONS_TARGETED", "_T")).toEqual(["PERSONS"]);
    expect(itemsOf("ARMS_FOUND", "weapon_type")).toEqual(["WEAPON_TYPE"]);
    expect(itemsOf("PERSONS_CONVICTED", "sex+age")).toEqual(["SEX", "AGE"]);
    expect(itemsOf("VICTIMS_HOMICIDE", "sex")).toEqual(["VICTIMS", "SEX"]);
    expect(itemsOf("ARMS_TRACED", "calibre")).toEqual([]);
    expect(itemsOf("ARMS_SEIZED", "offence_context")).toEqual(["OFFENCE_CONTEXT"]);
    expect(itemsOf("PERSONS_TARGETED", "offence_context")).toEqual(["PERSONS_OFFENCE"]);
  });

  it("are given once, with the largest number of all their tables", () => {
    expect(
      itemCells([
        table("ARMS_SEIZED", "marking", 0),
        table("ARMS_FOUND", "marking", 3),
        table("ARMS_SURRENDERED", "marking", null),
        table("ARMS_SEIZED", "trace_status", null),
        table("ARMS_SEIZED", "_T", 0),
      ]),
    ).toEqual([item("MARKING", 3), item("TRACING", null), item("ARMS_SEIZED", 0)]);
  });

  it("tell numbers, zeros, withheld numbers and nothing apart", () => {
    const all = [item("PARTS", 2), item("PARTS", 0), item("PARTS", null), undefined].map(givenIn);
    expect(all).toEqual(["numbers", "zeros", "withheld", "nothing"]);
    expect(all.map(isGiven)).toEqual([true, true, false, false]);
  });

  it("of a year are counted with their doubts, and the official value is not a return", () => {
    expect(yearGiven([item("PARTS", 2), item("CASES", 0), item("TRACING", null)])).toEqual({
      count: 2,
      doubtful: true,
      officialOnly: false,
    });
    expect(yearGiven([item("SDG_16_4_2", 40), item("TRACING", null)])).toEqual({
      count: 1,
      doubtful: false,
      officialOnly: true,
    });
    expect(yearGiven([item("TRACING", null)]).officialOnly).toBe(false);
  });
});
