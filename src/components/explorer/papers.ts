import Papa from "papaparse";
import type { ExportArea } from "../../export/meta.ts";
import { areaSchema } from "../../standard/codelists/area.ts";
import { versionSchema } from "../../standard/version.ts";
import type { Stage } from "./state.ts";

/** What files say of a version of the data beside its rows. */
export interface Papers {
  /** Day on which the version was made, ISO. */
  readonly date: string;
  /** The areas of CL_AREA, as the version has them. */
  readonly areas: readonly ExportArea[];
}

const exportArea = areaSchema.pick({
  code: true,
  label: true,
  definition: true,
  parent: true,
  m49: true,
});

/** Rows of a published CSV file, all text. Rejects with address and reason. */
const fetchTable = async (url: string): Promise<Record<string, string>[]> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const { data, errors } = Papa.parse<Record<string, string>>(await response.text(), {
    header: true,
    skipEmptyLines: true,
  });
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`${url}, line ${(error.row ?? 0) + 2}: ${error.message}`);
  return data;
};

const fetchPapers = async ({ root, dataVersion }: Stage): Promise<Papers> => {
  const [areas, versions] = await Promise.all([
    fetchTable(`${root}data/${dataVersion}/codelists/CL_AREA.csv`),
    fetchTable(`${root}data/versions.csv`),
  ]);
  const version = versions
    .map((row) => versionSchema.parse(row))
    .find((candidate) => candidate.version === dataVersion);
  if (version === undefined)
    throw new Error(`${root}data/versions.csv does not name version ${dataVersion}.`);
  return { date: version.date, areas: areas.map((row) => exportArea.parse(row)) };
};

const kept = new Map<string, Promise<Papers>>();

/** Day and areas of the version on the page, fetched once. Rejects with the address that failed, and why. */
export const papersOf = (stage: Stage): Promise<Papers> => {
  const known = kept.get(stage.dataVersion);
  if (known !== undefined) return known;
  const papers = fetchPapers(stage);
  kept.set(stage.dataVersion, papers);
  papers.catch(() => kept.delete(stage.dataVersion));
  return papers;
};
