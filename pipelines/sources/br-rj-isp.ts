import { basename } from "node:path";
import { InputError } from "../../src/standard/problem.ts";
import { checkColumnOrder } from "../steps/column-order.ts";
import { findFiles } from "../steps/files.ts";
import { type Check, examplesOf, type Source, type SourceResult } from "../steps/source.ts";
import { checkCoverage, correctTotals } from "./br-rj-isp-check.ts";
import { COLUMN_LABELS, TYPE_COLUMNS } from "./br-rj-isp-columns.ts";
import { type Month, stateObservations, toMonths } from "./br-rj-isp-months.ts";
import { readPrecinctMonths, readPrecincts } from "./br-rj-isp-read.ts";
import { releaseOf } from "./br-rj-isp-release.ts";

const DATASET = "BR_RJ_ISP";
const FOLDER = "br-rj-isp";

type FileResult = Pick<SourceResult, "observations" | "releases" | "checks">;

const zeroMonths = (file: string, months: readonly Month[]): Check => {
  const zero = months.filter(({ isZero }) => isZero);
  const doubtful = zero.filter(({ isPublished }) => isPublished);
  const says = ({ name, isPublished }: Month): string =>
    `${file}: ${name}, ${isPublished ? "between months with counts: doubtful" : "not published yet"}`;
  return {
    id: "rj-zero-months",
    stage: "map",
    status: doubtful.length === 0 ? "PASS" : "WARNING",
    count: zero.length,
    message:
      "Months with 0 in every cell of every precinct. At the end of the file they are not published yet and have no value.",
    examples: examplesOf(zero.map(says)),
  };
};

/** The columns of types as the publisher puts them: by name. */
const TYPES_IN_ORDER: readonly string[] = [...TYPE_COLUMNS].sort();

const readFile = async (
  raw: string,
  path: string,
  table: string,
  known: ReadonlySet<string>,
): Promise<FileResult> => {
  const file = basename(path);
  const read = await readPrecinctMonths(path);
  const coverage = checkCoverage(file, read, known);
  const { rows, wrong, check } = correctTotals(file, read);
  const months = toMonths(file, rows);
  const release = await releaseOf(raw, path);
  const last = months.findLast(({ isPublished }) => isPublished)?.name ?? "";
  return {
    observations: stateObservations(release, months, wrong),
    releases: [
      {
        dataset: DATASET,
        release,
        label: `copy of ${release.replace("copy-", "")}, published to ${last}`,
        title: "Armas apreendidas, evolução por CISP",
        paths: [path, table],
        rowsRead: read.length,
        notes:
          "Sums over police precincts; precincts are not published here. Copy of a public mirror. The publisher revises recent months.",
      },
    ],
    checks: [
      await checkColumnOrder("rj-column-order", path, ";", TYPES_IN_ORDER),
      coverage.check,
      check,
      zeroMonths(file, months),
    ],
  };
};

const refuseTwice = (releases: SourceResult["releases"]): void => {
  const twice = releases.find(
    ({ release }, at) => releases.findIndex((other) => other.release === release) < at,
  );
  if (twice === undefined) return;
  const message = `has the same release as another file: ${twice.release}`;
  throw new InputError([{ file: basename(twice.paths[0] ?? ""), message }]);
};

/** ISP-RJ, weapons seized by precinct and month. A new copy is one more file, or another in its place. */
export const brRjIsp: Source = {
  dataset: DATASET,
  read: async (raw) => {
    const paths = await findFiles(raw, FOLDER, /^ArmasApreendidasEvolucaoCisp.*\.csv$/);
    const tables = await findFiles(raw, FOLDER, /^Relacao_RISPxAISPxCISP_CSV.*\.csv$/);
    const table = tables.at(-1) ?? "";
    const known = await readPrecincts(table);
    const results: FileResult[] = [];
    for (const path of paths) results.push(await readFile(raw, path, table, known));
    const releases = results.flatMap((result) => result.releases);
    refuseTwice(releases);
    return {
      observations: results.flatMap((result) => result.observations),
      releases,
      labels: COLUMN_LABELS,
      checks: results.flatMap((result) => result.checks),
      areaNames: new Map(),
    };
  },
};
