import { describe, expect, it } from "vitest";
import { z } from "zod";
import { joined } from "../../src/export/chunks.ts";
import { SDMX_COLUMNS, sdmxCsvChunks } from "../../src/export/sdmx/csv.ts";
import { sdmxStructureJson } from "../../src/export/sdmx/json.ts";
import { SDG_COLUMNS, sdgCsvChunks } from "../../src/export/sdmx/sdg.ts";
import { sdmxStructureXml } from "../../src/export/sdmx/xml.ts";
import { AREAS, rowsOf, SDG_ROWS, strictCsv } from "./real.ts";
import { below, wellFormed } from "./xml.ts";

// The rules of the published SDMX-JSON 2.0.0 schema for what we write, as we read them there; the schema itself is
// not in this repository.
const id = z.string().regex(/^[A-Za-z0-9_@$-]+$/);
const ncName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/);
const semver = z.string().regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/);
const english = z.strictObject({ en: z.string().min(1) });
const words = {
  name: z.string().min(1),
  names: english,
  description: z.string().min(1).optional(),
  descriptions: english.optional(),
};
const urnOf = (kind: string) =>
  z
    .string()
    .regex(
      new RegExp(`^urn:sdmx:org\\.sdmx\\.infomodel\\.${kind}=[A-Za-z]+:[A-Z_]+\\(1\\.1\\.0\\)`),
    );
const maintained = { id: ncName, agencyID: ncName, version: semver, ...words };
const occurrence = {
  minOccurs: z.int().min(0).optional(),
  maxOccurs: z.union([z.int().min(1), z.literal("unbounded")]).optional(),
};
const representation = z.union([
  z.strictObject({ enumeration: urnOf("codelist\\.Codelist"), ...occurrence }),
  z.strictObject({
    format: z.strictObject({
      dataType: z.enum(["String", "Double", "ObservationalTimePeriod"]),
      pattern: z.string().optional(),
    }),
    ...occurrence,
  }),
]);
const component = {
  id: ncName,
  conceptIdentity: urnOf("conceptscheme\\.Concept"),
  localRepresentation: representation,
};
const usage = z.enum(["mandatory", "optional"]);
const message = z.strictObject({
  meta: z.strictObject({
    schema: z.url(),
    id,
    test: z.boolean(),
    prepared: z.iso.datetime(),
    contentLanguages: z.array(z.string()),
    sender: z.strictObject({ id, name: words.name, names: english }),
  }),
  data: z.strictObject({
    agencySchemes: z.array(
      z.strictObject({
        id: z.literal("AGENCIES"),
        version: z.literal("1.0"),
        agencyID: ncName,
        isPartial: z.boolean(),
        ...words,
        agencies: z.array(z.strictObject({ id: ncName, ...words })),
      }),
    ),
    codelists: z.array(
      z.strictObject({
        ...maintained,
        codes: z.array(z.strictObject({ id, parent: ncName.optional(), ...words })).min(1),
      }),
    ),
    conceptSchemes: z.array(
      z.strictObject({
        ...maintained,
        concepts: z.array(z.strictObject({ id: ncName, ...words })),
      }),
    ),
    dataStructures: z.array(
      z.strictObject({
        ...maintained,
        dataStructureComponents: z.strictObject({
          dimensionList: z.strictObject({
            id: z.literal("DimensionDescriptor"),
            dimensions: z.array(z.strictObject(component)),
            timeDimension: z.strictObject(component),
          }),
          measureList: z.strictObject({
            id: z.literal("MeasureDescriptor"),
            measures: z.array(z.strictObject({ ...component, usage })),
          }),
          attributeList: z.strictObject({
            id: z.literal("AttributeDescriptor"),
            attributes: z.array(
              z.strictObject({
                ...component,
                usage,
                attributeRelationship: z.strictObject({ observation: z.strictObject({}) }),
              }),
            ),
          }),
        }),
      }),
    ),
    dataflows: z.array(
      z.strictObject({ ...maintained, structure: urnOf("datastructure\\.DataStructure") }),
    ),
  }),
});

const structure = message.parse(JSON.parse(JSON.stringify(sdmxStructureJson(AREAS, "2026-11-20"))));
const { codelists, conceptSchemes, dataStructures, dataflows } = structure.data;
const lists = dataStructures.flatMap(({ dataStructureComponents }) => dataStructureComponents);
const dimensions = lists.flatMap(({ dimensionList }) => [
  ...dimensionList.dimensions,
  dimensionList.timeDimension,
]);
const components = lists.flatMap(({ measureList, attributeList }) => [
  ...dimensions,
  ...measureList.measures,
  ...attributeList.attributes,
]);

/** The identifier in a URN. */
const named = (urn: string): string => /[:.]([A-Z_]+)(?:\(1\.1\.0\))?$/.exec(urn)?.[1] ?? urn;
const codesIn = (list: string): Set<string> =>
  new Set(codelists.find((candidate) => candidate.id === list)?.codes.map((code) => code.id));

describe("our structure as SDMX-JSON", () => {
  it("resolves every reference, and names everything once", () => {
    const concepts = conceptSchemes.flatMap((scheme) =>
      scheme.concepts.map((concept) => concept.id),
    );
    expect(new Set(concepts).size).toBe(concepts.length);
    expect(components.map(({ conceptIdentity }) => named(conceptIdentity))).toEqual(concepts);
    const known = codelists.map((list) => list.id);
    expect(new Set(known).size).toBe(known.length);
    for (const { localRepresentation } of components)
      if ("enumeration" in localRepresentation)
        expect(known).toContain(named(localRepresentation.enumeration));
    for (const { codes } of codelists) {
      const ids = new Set(codes.map((code) => code.id));
      expect(ids.size).toBe(codes.length);
      for (const { parent } of codes) if (parent !== undefined) expect(ids).toContain(parent);
    }
    expect(dataflows.map(({ structure: used }) => named(used))).toEqual(
      dataflows.map(() => "DSD_ARMS"),
    );
    expect(dataflows.map((flow) => flow.id)).toContain("DF_UNODC_IAFQ");
  });

  it("keeps the cross-domain concepts under their SDMX names", () => {
    for (const concept of [
      "FREQ",
      "REF_AREA",
      "SEX",
      "AGE",
      "UNIT_MEASURE",
      "TIME_PERIOD",
      "OBS_VALUE",
      "OBS_STATUS",
      "CONF_STATUS",
    ])
      expect(components.map((held) => held.id)).toContain(concept);
    expect(dimensions.at(-1)?.id).toBe("TIME_PERIOD");
  });
});

describe("our structure as SDMX-ML", () => {
  const document = wellFormed(sdmxStructureXml(AREAS, "2026-11-20"));

  it("holds the same lists, codes, parents and components as the SDMX-JSON message", () => {
    const xml = below(document, "str:Codelist").map((list) => ({
      id: list.attributes["id"],
      codes: below(list, "str:Code").map((code) => ({
        id: code.attributes["id"],
        name: below(code, "com:Name")[0]?.text,
        parent: below(code, "str:Parent")[0]?.text,
      })),
    }));
    expect(xml).toEqual(
      codelists.map((list) => ({
        id: list.id,
        codes: list.codes.map(({ id: code, name, parent }) => ({ id: code, name, parent })),
      })),
    );
    for (const [element, held] of [
      ["str:Dimension", dimensions.slice(0, -1)],
      ["str:TimeDimension", dimensions.slice(-1)],
      ["str:Attribute", lists.flatMap(({ attributeList }) => attributeList.attributes)],
      ["str:Measure", lists.flatMap(({ measureList }) => measureList.measures)],
      ["str:Dataflow", dataflows],
    ] as const)
      expect(below(document, element).map(({ attributes }) => attributes["id"])).toEqual(
        held.map((one) => one.id),
      );
  });

  it("lets a number have several flags", () => {
    const flags = below(document, "str:Attribute").find(
      ({ attributes }) => attributes["id"] === "FLAGS",
    );
    expect(below(flags ?? document, "str:LocalRepresentation")[0]?.attributes).toEqual({
      minOccurs: "0",
      maxOccurs: "unbounded",
    });
  });
});

describe("SDMX-CSV in our structure", () => {
  it("has the columns of the structure in its order", () => {
    expect(SDMX_COLUMNS).toEqual([
      "STRUCTURE[;]",
      "STRUCTURE_ID",
      "ACTION",
      ...components.map((held) => (held.id === "FLAGS" ? "FLAGS[]" : held.id)),
    ]);
  });

  it("holds codes of the structure only, and no key twice", async () => {
    const rows = await rowsOf("UNODC_IAFQ", "ref_area IN ('USA', 'MEX', 'TUR', 'AZE')");
    const read = strictCsv(joined(sdmxCsvChunks(rows, "UNODC_IAFQ")));
    expect(read).toHaveLength(rows.length);
    for (const { id: name, localRepresentation } of components) {
      if (!("enumeration" in localRepresentation)) continue;
      const allowed = codesIn(named(localRepresentation.enumeration));
      const many = localRepresentation.maxOccurs === "unbounded";
      const used = new Set(
        read.flatMap((row) => {
          const value = row[many ? `${name}[]` : name];
          return many ? (value?.split(";").filter(Boolean) ?? []) : [value];
        }),
      );
      expect([...used].filter((code) => code === undefined || !allowed.has(code))).toEqual([]);
    }
    const keys = read.map((row) => dimensions.map(({ id: name }) => row[name]).join("\u0000"));
    expect(new Set(keys).size).toBe(rows.length);
    expect(new Set(read.map((row) => row["STRUCTURE_ID"]))).toEqual(
      new Set(["IAM:DF_UNODC_IAFQ(1.1.0)"]),
    );
    expect(read.some((row) => row["FLAGS[]"]?.includes(";"))).toBe(true);
    const sum = (values: readonly unknown[]) =>
      values.reduce((total: number, value) => total + Number(value ?? 0), 0);
    expect(sum(read.map((row) => row["OBS_VALUE"]))).toBe(sum(rows.map((row) => row["obs_value"])));
  });

  it("refuses a row of another dataset", async () => {
    const rows = await rowsOf("US_FBI_ARRESTS", "time_period = '2016'");
    expect(() => joined(sdmxCsvChunks(rows, "UNODC_IAFQ"))).toThrow(/US_FBI_ARRESTS/);
  });
});

describe("SDG 16.4.2 in the global structure", () => {
  it("is as the Global SDG Indicators Database gives it", () => {
    expect(SDG_COLUMNS.join(",")).toBe(
      "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTING_TYPE,SERIES,REF_AREA,SEX,AGE,URBANISATION,INCOME_WEALTH_QUANTILE,EDUCATION_LEV,OCCUPATION,CUST_BREAKDOWN,COMPOSITE_BREAKDOWN,DISABILITY_STATUS,ACTIVITY,PRODUCT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,UNIT_MEASURE,NATURE,COMMENT_OBS,SOURCE_DETAIL",
    );
    const lines = joined(sdgCsvChunks(SDG_ROWS, AREAS)).split("\r\n");
    const all = "_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T";
    const flow = "dataflow,IAEG-SDGs:DF_SDG_GLH(1.26),I,A,G,VC_ARM_SZTRACE";
    expect(lines.slice(1)).toEqual([
      `${flow},8,${all},2024,0,A,0,PT,C,,IAFQ`,
      `${flow},32,${all},2016,17.71,A,0,PT,C,2016-2017 average based on available data,IAFQ`,
      `${flow},826,${all},2016,14.87,A,0,PT,C,"a footnote; with a semicolon, and a comma",IAFQ`,
      "",
    ]);
  });

  it("takes neither recomputed values, nor two vintages, nor an area without M49 code", () => {
    const [row] = SDG_ROWS;
    const write = (...rows: object[]) =>
      joined(
        sdgCsvChunks(
          rows.map((changed) => ({ ...row, ...changed })),
          AREAS,
        ),
      );
    expect(() => write({ indicator: "SDG_16_4_2_RULE" })).toThrow(/indicator.*SDG_16_4_2_RULE/);
    expect(() => write({}, { release: "2025.Q1.G.01" })).toThrow(/Two releases/);
    expect(() => write({ ref_area: "US-TX" })).toThrow(/US-TX/);
    expect(() => write({ source_detail: "none" })).toThrow(/source note/);
  });
});
