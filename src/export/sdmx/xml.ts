import type { ExportArea } from "../meta.ts";
import { element, xmlText } from "../xml.ts";
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

const SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0";

const words = (name: "Name" | "Description", text: string | undefined): string =>
  text === undefined || text === ""
    ? ""
    : element(`com:${name}`, { "xml:lang": "en" }, xmlText(text));

const texts = (name: string, description?: string): string =>
  words("Name", name) + words("Description", description);

const self = (id: string) => ({ agencyID: AGENCY, id, version: STRUCTURE_VERSION });

const representation = ({ representation: held, role, mandatory }: Component): string => {
  if ("codelist" in held)
    return element(
      "str:LocalRepresentation",
      held.many ? { minOccurs: "0", maxOccurs: "unbounded" } : {},
      element("str:Enumeration", {}, urn("Codelist", held.codelist)),
    );
  const format = {
    textType: held.dataType,
    ...(held.pattern === undefined ? {} : { pattern: held.pattern }),
  };
  return element(
    "str:LocalRepresentation",
    role === "attribute" && !mandatory ? { minOccurs: "0" } : {},
    element("str:TextFormat", format, ""),
  );
};

const component = (
  name: string,
  held: Component,
  attributes: Readonly<Record<string, string>> = {},
  after = "",
): string =>
  element(
    `str:${name}`,
    { id: held.id, ...attributes },
    element("str:ConceptIdentity", {}, urn("Concept", CONCEPTS_ID, held.id)) +
      representation(held) +
      after,
  );

const OBSERVATION = element("str:AttributeRelationship", {}, element("str:Observation", {}, ""));

const components = (): string =>
  element(
    "str:DimensionList",
    { id: "DimensionDescriptor" },
    KEY_COMPONENTS.map((held) =>
      component(held.role === "time" ? "TimeDimension" : "Dimension", held),
    ).join(""),
  ) +
  element(
    "str:AttributeList",
    { id: "AttributeDescriptor" },
    ATTRIBUTES.map((held) =>
      component(
        "Attribute",
        held,
        { usage: held.mandatory ? "mandatory" : "optional" },
        OBSERVATION,
      ),
    ).join(""),
  ) +
  element(
    "str:MeasureList",
    { id: "MeasureDescriptor" },
    MEASURES.map((held) => component("Measure", held, { usage: "optional" })).join(""),
  );

const codelist = ({ id, name, codes }: ReturnType<typeof structureLists>[number]): string =>
  element(
    "str:Codelist",
    self(id),
    texts(name, listDescription(id)) +
      codes
        .map((entry) => {
          const parent = parentOf(entry.parent);
          return element(
            "str:Code",
            { id: entry.code },
            texts(entry.label, entry.definition) +
              (parent === undefined ? "" : element("str:Parent", {}, parent)),
          );
        })
        .join(""),
  );

const header = (date: string): string =>
  element(
    "mes:Header",
    {},
    element("mes:ID", {}, `${AGENCY}_${DSD_ID}`) +
      element("mes:Test", {}, "false") +
      element("mes:Prepared", {}, preparedOn(date)) +
      element("mes:Sender", { id: AGENCY }, words("Name", AGENCY_NAME)),
  );

/**
 * Our structure as an SDMX-ML 3.0 structure message, with the same content as {@link sdmxStructureJson}. `date` is
 * the ISO day of the data version.
 */
export const sdmxStructureXml = (areas: readonly ExportArea[], date: string): string => {
  const agencies = element(
    "str:AgencyScheme",
    { agencyID: "SDMX", id: "AGENCIES", isPartial: "true" },
    words("Name", "Agencies") + element("str:Agency", { id: AGENCY }, words("Name", AGENCY_NAME)),
  );
  const concepts = element(
    "str:ConceptScheme",
    self(CONCEPTS_ID),
    words("Name", "Concepts of illicit arms statistics") +
      COMPONENTS.map(({ id, name, description }) =>
        element("str:Concept", { id }, texts(name, description)),
      ).join(""),
  );
  const structure = element(
    "str:DataStructure",
    self(DSD_ID),
    texts(
      "Illicit arms: observations",
      "One row, one number: seizures, traces, persons, victims.",
    ) + element("str:DataStructureComponents", {}, components()),
  );
  const dataflows = DATAFLOWS.map(({ id, name, description }) =>
    element(
      "str:Dataflow",
      self(id),
      texts(name, description) + element("str:Structure", {}, urn("DataStructure", DSD_ID)),
    ),
  );
  const structures = [
    element("str:AgencySchemes", {}, agencies),
    element("str:Codelists", {}, structureLists(areas).map(codelist).join("")),
    element("str:ConceptSchemes", {}, concepts),
    element("str:DataStructures", {}, structure),
    element("str:Dataflows", {}, dataflows.join("")),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    "mes:Structure",
    {
      "xmlns:mes": `${SCHEMAS}/message`,
      "xmlns:str": `${SCHEMAS}/structure`,
      "xmlns:com": `${SCHEMAS}/common`,
    },
    header(date) + element("mes:Structures", {}, structures.join("")),
  )}\n`;
};
