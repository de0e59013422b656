import { describe, expect, it } from "vitest";
import { codesCsvChunks, observationsCsv } from "../../src/export/csv.ts";
import { sdmxCsvChunks } from "../../src/export/sdmx/csv.ts";
import { readRaw } from "../../src/return/file.ts";
import { detectLayout } from "../../src/return/layout.ts";
import { ROW } from "../standard/rows.ts";

const layoutOf = async (text: string) => detectLayout(await readRaw(new Blob([text])));

describe("the layout of a file", () => {
  it.each([
    ["codes", [...codesCsvChunks([ROW])].join("")],
    ["labels", observationsCsv([ROW], { MEX: "Mexico", _T: "Any origin" }, "one area")],
    ["SDMX-CSV", [...sdmxCsvChunks([ROW], "UNODC_IAFQ")].join("")],
    [
      "four columns and one dimension",
      "Indicator , REF_AREA,Time Period,OBS_VALUE,weapon type\nx,y,2020,1,z\n",
    ],
  ])("is the standard for our own files: %s", async (_, text) => {
    expect((await layoutOf(text)).layout).toBe("standard");
  });

  it("says what of the standard a file has, lacks and has beside", async () => {
    const found = await layoutOf(
      "indicator,ref_area,time_period,obs_value,sex,remark\nx,y,2020,1,F,z\n",
    );
    expect(found.has).toEqual(["indicator", "ref_area", "time_period", "sex", "obs_value"]);
    expect(found.lacks).toContain("weapon_type");
    expect(found.beside).toEqual(["remark"]);
  });

  it("is the portal's below its title and date, whatever the case and order of the headers", async () => {
    const found = await layoutOf(
      "UNODC,,,,,,,,\n12/05/2025,,,,,,,,\nVALUE,iso3_code, Country,INDICATOR,Dimension,Category,sex,Age,Year\n1,MEX,Mexico,a,b,c,d,e,2020\n",
    );
    expect(found.layout).toBe("unodc-portal");
    expect(found.lacks).toEqual(["Region", "Subregion", "Unit of measurement", "Source"]);
  });

  it.each([
    "date,area,type\n2020-01-01,MEX,pistol\n",
    "indicator,ref_area,time_period,value,sex\na,b,2020,1,F\n",
    "indicator,ref_area,time_period,obs_value\na,b,2020,1\n",
    "Iso3_code,Indicator,Category,Year,VALUE\nMEX,a,b,2020,1\n",
  ])("is plain where a column is missing without which a layout says nothing: %j", async (text) => {
    expect((await layoutOf(text)).layout).toBe("plain");
  });
});
