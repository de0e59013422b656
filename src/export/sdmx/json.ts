import type { ExportArea } from "../meta.ts";
import {
  AGENCY,
  AGENCY_NAME,
  ATTRIBUTES,
  COMPONENTS,
  CONCEPTS_ID,
  type Component,
  DATAFLOWS,
  DSD_ID,
  KEY_COMPONENTS,
  listDescription,
  MEASURES,
  parentOf,
  preparedOn,
  STRUCTURE_VERSION,
  structureLists,
  urn,
} from "./structure.ts";

const SCHEMA =
  "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

const texts = (name: string, description?: string) => ({
  name,
  names: { en: name },
  ...(description === undefined || description === ""
    ? {}
    : { description, descriptions: { en: description } }),
});

const self = (id: string) => ({ id, version: STRUCTURE_VERSION, agencyID: AGENCY });

const localRepresentation = ({ representation, role, mandatory }: Component) => {
  if ("codelist" in representation)
    return {
      enumeration: urn("Codelist", representation.codelist),
      ...(representation.many ? { minOccurs: 0, maxOccurs: "unbounded" } : {}),
    };
  const { dataType, pattern } = representation;
  return {
    format: { dataType, ...(pattern === undefined ? {} : { pattern: `^(${pattern})$` }) },
    ...(role === "attribute" && !mandatory ? { minOccurs: 0 } : {}),
  };
};

const componentOf = (component: Component) => ({
  id: component.id,
  conceptIdentity: urn("Concept", CONCEPTS_ID, component.id),
  localRepresentation: localRepresentation(component),
});

const usageOf = ({ mandatory }: Component) => (mandatory ? "mandatory" : "optional");

const dataStructure = () => ({
  ...self(DSD_ID),
  ...texts(
    "Illicit arms: observations",
    "One row, one number: seizures, traces, persons, victims.",
  ),
  dataStructureComponents: {
    dimensionList: {
      id: "DimensionDescriptor",
      dimensions: KEY_COMPONENTS.filter(({ role }) => role === "dimension").map(componentOf),
      timeDimension: KEY_COMPONENTS.filter(({ role }) => role === "time").map(componentOf)[0],
    },
    measureList: {
      id: "MeasureDescriptor",
      measures: MEASURES.map((measure) => ({ ...componentOf(measure), usage: "optional" })),
    },
    attributeList: {
      id: "AttributeDescriptor",
      attributes: ATTRIBUTES.map((attribute) => ({
        ...componentOf(attribute),
        usage: usageOf(attribute),
        attributeRelationship: { observation: {} },
      })),
    },
  },
});

const codelist = ({ id, name, codes }: ReturnType<typeof structureLists>[number]) => ({
  ...self(id),
  ...texts(name, listDescription(id)),
  codes: codes.map((entry) => {
    const parent = parentOf(entry.parent);
    return {
      id: entry.code,
      ...texts(entry.label, entry.definition),
      ...(parent === undefined ? {} : { parent }),
    };
  }),
});

/**
 * Our structure as an SDMX-JSON 2.0 structure message (SDMX 3.0): agency, code lists, concepts, data structure and
 * one dataflow a dataset. `date` is the ISO day of the data version. Written by the published JSON schema of
 * SDMX-JSON 2.0.0.
 */
export const sdmxStructureJson = (areas: readonly ExportArea[], date: string): object => ({
  meta: {
    schema: SCHEMA,
    id: `${AGENCY}_${DSD_ID}`,
    test: false,
    prepared: preparedOn(date),
    contentLanguages: ["en"],
    sender: { id: AGENCY, ...texts(AGENCY_NAME) },
  },
  data: {
    agencySchemes: [
      {
        id: "AGENCIES",
        version: "1.0",
        agencyID: "SDMX",
        isPartial: true,
        ...texts("Agencies"),
        agencies: [{ id: AGENCY, ...texts(AGENCY_NAME) }],
      },
    ],
    codelists: structureLists(areas).map(codelist),
    conceptSchemes: [
      {
        ...self(CONCEPTS_ID),
        ...texts("Concepts of illicit arms statistics"),
        concepts: COMPONENTS.map(({ id, name, description }) => ({
          id,
          ...texts(name, description),
        })),
      },
    ],
    dataStructures: [dataStructure()],
    dataflows: DATAFLOWS.map(({ id, name, description }) => ({
      ...self(id),
      ...texts(name, description),
      structure: urn("DataStructure", DSD_ID),
    })),
  },
});
