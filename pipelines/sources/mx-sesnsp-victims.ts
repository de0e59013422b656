import { basename } from "node:path";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { InputError } from "../../src/standard/problem.ts";
import { detail, observation } from "../../src/standard/rows.ts";
import { findFiles } from "../steps/files.ts";
import type { Check, Source, SourceResult } from "../steps/source.ts";
import { CELLS, VICTIM_LABELS, type VictimCell } from "./mx-sesnsp-victims-labels.ts";
import { readVictims, type VictimCount } from "./mx-sesnsp-victims-read.ts";
import { victimObservations } from "./mx-sesnsp-victims-totals.ts";

const DATASET = "MX_SESNSP_VICTIMS";
const BY_SEX_AND_AGE = breakdownKey(["sex", "age"]);

/** What the rows of one cell have in common. */
const SHARED: ReadonlyMap<VictimCell, Partial<Observation>> = new Map(
  CELLS.map((cell) => [
    cell,
    {
      freq: "M",
      area_level: "SUBNATIONAL",
      sex: cell.sex,
      age: cell.age,
      breakdown: BY_SEX_AND_AGE,
      additivity: "PART",
      flags: cell.indicator === "VICTIMS_HOMICIDE_FIREARM" ? "DEF_DIFFERS" : "",
      source_detail: detail({
        subtipo_de_delito: cell.subtype,
        genero: cell.genero,
        rango_de_edad: cell.rango,
      }),
    },
  ]),
);

const toObservation = (release: string, count: VictimCount): Observation =>
  observation(
    {
      dataset: DATASET,
      release,
      indicator: count.cell.indicator,
      ref_area: count.state,
      time_period: count.month,
    },
    {
      ...SHARED.get(count.cell),
      obs_value: count.victims,
      source_row: String(count.line),
    },
  );

const gridCheck = (file: string, counts: readonly VictimCount[]): Check => ({
  id: "mx-grid",
  stage: "read",
  status: "PASS",
  count: counts.length,
  message: `Every State has all ${CELLS.length} cells in every month of ${file}, each once.`,
  examples: [],
});

/** SESNSP, victims of crimes with a firearm. A new release is one more file, packed or not. */
export const mxSesnspVictims: Source = {
  dataset: DATASET,
  read: async (raw) => {
    const pattern = /^victimas_con_arma_de_fuego.*\.csv(\.gz)?$/;
    const paths = await findFiles(raw, "mx-sesnsp-victims", pattern);
    const observations: Observation[] = [];
    const releases: SourceResult["releases"][number][] = [];
    const checks: Check[] = [];
    for (const path of paths) {
      const counts = await readVictims(path);
      const release = [...new Set(counts.map(({ month }) => month))].sort().at(-1) ?? "";
      const twice = releases.find((other) => other.release === release);
      if (twice !== undefined) {
        const message = `ends in ${release}, as ${basename(twice.paths[0] ?? "")} does: one of the two must go`;
        throw new InputError([{ file: basename(path), column: "n_month", message }]);
      }
      for (const row of victimObservations(counts.map((count) => toObservation(release, count)))) {
        observations.push(row);
      }
      releases.push({
        dataset: DATASET,
        release,
        label: `data to ${release}`,
        title: 'Víctimas de delitos del fuero común, modalidad "Con arma de fuego"',
        paths: [path],
        rowsRead: counts.length,
        notes:
          "The release is the last month in the file. Put into long form and cut to firearms by a third party: not the publisher's own bytes. Copy of a public mirror.",
      });
      checks.push(gridCheck(basename(path), counts));
    }
    return { observations, releases, labels: VICTIM_LABELS, checks, areaNames: new Map() };
  },
};
