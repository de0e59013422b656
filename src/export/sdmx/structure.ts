import { CL_DATASET } from "../../standard/codelists/dataset.ts";
import type { CodeListId } from "../../standard/codelists/index.ts";
import { type Column, type ColumnName, OBSERVATION_COLUMNS } from "../../standard/observation.ts";
import { OWN_RETURN } from "../../standard/own-return.ts";
import { type ExportList, exportLists } from "../codelists.ts";
import type { ExportArea } from "../meta.ts";

/** Our identifier as a maintenance agency; not registered with SDMX. */
export const AGENCY = "IAM";
export const AGENCY_NAME = "Illicit Arms Monitor";
/**
 * Semantic version of the structure and its lists. Major when a component changes, minor when a code is added,
 * patch when only words change.
 */
export const STRUCTURE_VERSION = "1.1.0";
export const DSD_ID = "DSD_ARMS";
export const CONCEPTS_ID = "CS_ARMS";

/** The dataflow of a dataset. */
export const dataflowId = (dataset: string): string => `DF_${dataset}`;

/** `IAM:DF_UNODC_IAFQ(1.1.0)`, as data messages name a structure. */
export const shortReference = (id: string): string => `${AGENCY}:${id}(${STRUCTURE_VERSION})`;

/** Kinds of artefact with the package of the information model that each belongs to. */
const PACKAGES = {
  Codelist: "codelist",
  ConceptScheme: "conceptscheme",
  Concept: "conceptscheme",
  DataStructure: "datastructure",
  Dataflow: "datastructure",
} as const;

/** The URN of an artefact of ours; `item` names a concept in its scheme. */
export const urn = (kind: keyof typeof PACKAGES, id: string, item?: string): string =>
  `urn:sdmx:org.sdmx.infomodel.${PACKAGES[kind]}.${kind}=${shortReference(id)}${item === undefined ? "" : `.${item}`}`;

/** What a component may hold. */
export type Representation =
  | { readonly codelist: CodeListId; readonly many: boolean }
  | {
      readonly dataType: "String" | "Double" | "ObservationalTimePeriod";
      readonly pattern?: string;
    };

/** A component of the structure: a column of the standard under its SDMX identifier. */
export interface Component {
  readonly id: string;
  readonly column: ColumnName;
  readonly name: string;
  readonly description: string;
  readonly role: "dimension" | "time" | "measure" | "attribute";
  readonly mandatory: boolean;
  readonly representation: Representation;
}

const representationOf = (column: Column): Representation => {
  if (column.type === "code") return { codelist: column.codelist, many: false };
  if (column.type === "flags") return { codelist: column.codelist, many: true };
  if (column.type === "number") return { dataType: "Double" };
  if (column.name === "time_period") return { dataType: "ObservationalTimePeriod" };
  return {
    dataType: "String",
    ...(column.pattern === undefined ? {} : { pattern: column.pattern }),
  };
};

const nameOf = (column: string): string => {
  const words = column.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const componentOf = (column: (typeof OBSERVATION_COLUMNS)[number]): Component => ({
  id: column.name.toUpperCase(),
  column: column.name,
  name: nameOf(column.name),
  description: column.description,
  role: column.name === "time_period" ? "time" : column.role,
  mandatory: column.role === "dimension" || column.type === "code",
  representation: representationOf(column),
});

const all: readonly Component[] = OBSERVATION_COLUMNS.map(componentOf);
const withRole = (role: Component["role"]) => all.filter((component) => component.role === role);

/** Dimensions in structure order, the time dimension last, as SDMX has it. */
export const KEY_COMPONENTS: readonly Component[] = [...withRole("dimension"), ...withRole("time")];
export const MEASURES: readonly Component[] = withRole("measure");
export const ATTRIBUTES: readonly Component[] = withRole("attribute");
/** All components: dimensions, measure, attributes. */
export const COMPONENTS: readonly Component[] = [...KEY_COMPONENTS, ...MEASURES, ...ATTRIBUTES];

/**
 * Datasets that have a dataflow: all of ours, and the one of a reader's own return, so that what a browser writes
 * refers to a structure that is published. The SDG series itself goes out in the global SDG structure too.
 */
export const DATAFLOWS = [...CL_DATASET.codes, OWN_RETURN].map(({ code, label, definition }) => ({
  id: dataflowId(code),
  name: label,
  description: definition,
}));

/** The code lists of the structure: those of the observation table, with the code of a reader's own return. */
export const structureLists = (areas: readonly ExportArea[]): ExportList[] =>
  exportLists(areas).map((list) =>
    list.id === "CL_DATASET" ? { ...list, codes: [...list.codes, OWN_RETURN] } : list,
  );

/**
 * The parent of a code as SDMX 3.0 can say it: a parent must be a name, so an M49 region, which is a number, is
 * none; the regions of countries stand in CL_AREA.csv.
 */
export const parentOf = (parent: string | undefined): string | undefined =>
  parent !== undefined && /^[A-Za-z][A-Za-z0-9_-]*$/.test(parent) ? parent : undefined;

/** Time stamp of a message about a data version: the start of its day, UTC. */
export const preparedOn = (date: string): string => `${date}T00:00:00Z`;

/** Name of a list, and that its codes are SDMX's own where they are. */
export const listDescription = (id: CodeListId): string | undefined =>
  REUSED.has(id)
    ? `The codes of the SDMX cross-domain list ${id} that are used here, with their meaning unchanged.${id === "CL_AGE" || id === "CL_SEX" ? " _Z (not applicable) and, for age, _U (unknown) are added as SDMX's general codes." : ""}`
    : undefined;

const REUSED: ReadonlySet<CodeListId> = new Set([
  "CL_FREQ",
  "CL_SEX",
  "CL_AGE",
  "CL_OBS_STATUS",
  "CL_CONF_STATUS",
  "CL_UNIT_MEASURE",
]);
