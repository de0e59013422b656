import type { ReturnEngine } from "../../engine/return.ts";
import { applyMapping } from "../../return/apply.ts";
import { checkReturn } from "../../return/check.ts";
import { codeTable } from "../../return/code-table.ts";
import type { FindingGroup } from "../../return/finding.ts";
import type { Mapping } from "../../return/mapping.ts";
import { portalQuery, readPortal } from "../../return/portal.ts";
import type { RawTable } from "../../return/raw-table.ts";
import { readStandard, standardQuery } from "../../return/standard.ts";
import { OWN, standardizeQuery } from "../../return/standardize.ts";
import { publishReturn } from "../../return/suppress.ts";
import type { CodedTable } from "../../standard/coded-table.ts";
import type { Area } from "../../standard/codelists/area.ts";
import type { Query } from "../../view/query.ts";
import { type FirstFigures, firstFigures } from "./first-figures.ts";
import { tablesFrom, tablesQuery } from "./own-queries.ts";
import type { Applied, Opened, ReturnProgress } from "./protocol.ts";
import { releaseOf } from "./release-name.ts";

/** A file that is read and waits to become observations. */
export interface ReadFile {
  readonly name: string;
  readonly raw: RawTable;
  readonly layout: Opened["layout"];
}

/** Rows of a file on their way into the database, and the query that makes observations out of them. */
interface Prepared {
  readonly table: CodedTable;
  readonly first: FirstFigures | undefined;
  readonly query: Query;
  readonly findings: readonly FindingGroup[];
  readonly leftOut: Applied["leftOut"];
}

const prepare = (
  { name, raw, layout }: ReadFile,
  mapping: Mapping | undefined,
  areas: readonly Area[],
): Prepared => {
  if (layout === "plain") {
    if (mapping === undefined) throw new Error("A plain table has no mapping yet.");
    const { table, findings, leftOut, ...shape } = applyMapping(raw, mapping);
    const first = firstFigures(table, mapping, areas);
    return { table, first, query: standardizeQuery(mapping, shape), findings, leftOut };
  }
  const release = releaseOf(name, raw.above);
  if (layout === "standard") {
    const { table, columns, findings } = readStandard(raw);
    const query = standardQuery(columns, release);
    return { table, first: undefined, query, findings, leftOut: [] };
  }
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const { table, findings } = readPortal(raw, byCode, release);
  return { table, first: undefined, query: portalQuery(), findings, leftOut: [] };
};

/**
 * Makes observations out of a file, tells the page as soon as they can be drawn, checks them and counts what a file for
 * others will leave out. Rejects with what failed.
 */
export const applyFile = async (
  engine: ReturnEngine,
  areas: readonly Area[],
  file: ReadFile,
  mapping: Mapping | undefined,
  report: (progress: ReturnProgress) => void,
): Promise<Applied> => {
  const database = { ...engine, ask: engine.query };
  report({ step: "applying" });
  const { table, first, query, findings, leftOut } = prepare(file, mapping, areas);
  if (first !== undefined) report({ step: "summed", first });
  await engine.insert(codeTable(areas));
  await engine.insert(table);
  await engine.run(query);
  const tables = tablesFrom(await engine.query(tablesQuery(OWN.observations)));
  report({ step: "counted", tables });
  report({ step: "checking" });
  const checked = await checkReturn(database);
  report({ step: "suppressing" });
  const suppressed = await publishReturn(database, { protect: true });
  return {
    used: table.rows,
    leftOut,
    tables,
    findings: [...findings, ...checked],
    suppressed,
  };
};
