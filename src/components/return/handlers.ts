import Papa from "papaparse";
import { type ReturnEngine, startReturnEngine } from "../../engine/return.ts";
import type { AreaNames } from "../../i18n/labels.ts";
import { type Explored, exploreReturn } from "../../return/explored.ts";
import { peekFile, readRaw } from "../../return/file.ts";
import { detectLayout } from "../../return/layout.ts";
import { type ColumnProfile, profilesOf } from "../../return/raw-table.ts";
import { OWN } from "../../return/standardize.ts";
import { type Area, areaSchema } from "../../standard/codelists/area.ts";
import type { DatasetId } from "../../standard/codelists/dataset.ts";
import { observationTable, type Query, type Row } from "../../view/query.ts";
import { applyFile, type ReadFile } from "./applying.ts";
import { type Point, pointsFrom } from "./own-figures.ts";
import { ownFile } from "./own-files.ts";
import { publishedQuery, wholeQuery } from "./own-queries.ts";
import type {
  Applied,
  ApplyRequest,
  Opened,
  OpenOptions,
  ReturnProgress,
  TakeFormat,
  WizardRequest,
  WizardState,
} from "./protocol.ts";
import { releaseOf } from "./release-name.ts";
import { firstWizard, nextWizard } from "./wizard-state.ts";

type Report = (progress: ReturnProgress) => void;

/** What the worker holds of a file while the page is open. */
interface Held extends ReadFile {
  /** Of a plain table; empty for others. */
  readonly profiles: readonly ColumnProfile[];
}

/** What the worker can be asked. */
export interface ReturnHandlers {
  /** Starts the engine; `data` is the address of the published data. Gives the names of all areas. */
  start(request: { readonly data: string }): Promise<AreaNames>;
  open(
    request: { readonly file: File; readonly options: OpenOptions },
    report: Report,
  ): Promise<Opened>;
  wizard(request: WizardRequest): Promise<WizardState>;
  apply(request: ApplyRequest, report: Report): Promise<Applied>;
  query(query: Query): Promise<Row[]>;
  beside(request: {
    readonly dataset: DatasetId;
    readonly indicator: string;
    readonly area: string;
  }): Promise<Point[]>;
  /** Opens one release of the file to the views of our own datasets. */
  explore(request: { readonly release: string }): Promise<Explored>;
  /** Loads the observations of a published dataset, once. */
  load(request: { readonly dataset: DatasetId }): Promise<void>;
  take(request: {
    readonly format: TakeFormat;
    readonly suppress: boolean;
    /** What a workbook says of itself: key and text. */
    readonly notes: readonly (readonly [string, string])[];
  }): Promise<{ readonly name: string; readonly file: Blob; readonly rows: number }>;
}

/** Fetches CL_AREA. Rejects with address and status. */
const fetchAreas = async (data: string): Promise<Area[]> => {
  const url = `${data}codelists/CL_AREA.csv`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const { data: rows } = Papa.parse<unknown>(await response.text(), {
    header: true,
    skipEmptyLines: true,
  });
  return rows.map((row) => areaSchema.parse(row));
};

/** The handlers of one worker, which holds one file at a time. */
export const returnHandlers = (): ReturnHandlers => {
  let started:
    | Promise<{ readonly engine: ReturnEngine; readonly areas: readonly Area[] }>
    | undefined;
  let address = "";
  let held: Held | undefined;
  const published = new Map<DatasetId, Promise<void>>();

  const running = () => {
    if (started === undefined) throw new Error("The engine was not started.");
    return started;
  };
  const file = (): Held => {
    if (held === undefined) throw new Error("No file is open.");
    return held;
  };
  const loadPublished = async (dataset: DatasetId): Promise<string> => {
    const { engine } = await running();
    const table = observationTable(dataset);
    const loaded = published.get(dataset) ?? engine.load(table, `${address}arrow/${dataset}.arrow`);
    published.set(dataset, loaded);
    loaded.catch(() => published.delete(dataset));
    await loaded;
    return table;
  };
  const names = (areas: readonly Area[]): AreaNames =>
    Object.fromEntries(areas.map(({ code, label }) => [code, label]));

  return {
    start: async ({ data }) => {
      address = data;
      started = Promise.all([startReturnEngine(() => undefined), fetchAreas(data)]).then(
        ([engine, areas]) => ({ engine, areas }),
      );
      return names((await started).areas);
    },

    open: async ({ file: blob, options: { layout, ...options } }, report) => {
      const peek = await peekFile(blob, options);
      const raw = await readRaw(blob, {
        ...options,
        progress: (done, total) => report({ step: "reading", done, total }),
      });
      const detected = detectLayout(raw);
      const as = layout ?? detected.layout;
      const profiles = as === "plain" ? profilesOf(raw) : [];
      held = { name: blob.name, raw, layout: as, profiles };
      const { areas } = await running();
      return {
        name: blob.name,
        bytes: blob.size,
        readAs: raw.readAs,
        peek,
        headerLine: raw.headerLine,
        rows: raw.rows,
        detected,
        layout: as,
        findings: raw.findings,
        plain: as === "plain" ? firstWizard(profiles, blob.name, areas) : undefined,
      };
    },

    wizard: async (request) => nextWizard(file().profiles, request, (await running()).areas),

    apply: async ({ mapping }, report) => {
      const { engine, areas } = await running();
      return applyFile(engine, areas, file(), mapping, report);
    },

    query: async (query) => (await running()).engine.query(query),

    beside: async ({ dataset, indicator, area }) => {
      const { engine } = await running();
      const table = await loadPublished(dataset);
      return pointsFrom(await engine.query(publishedQuery(table, indicator, area)));
    },

    explore: async ({ release }) => {
      const { engine, areas } = await running();
      const database = { ask: engine.query, run: engine.run };
      return exploreReturn(database, release, new Set(areas.map(({ code }) => code)));
    },

    load: async ({ dataset }) => {
      await loadPublished(dataset);
    },

    take: async ({ format, suppress, notes }) => {
      const { engine, areas } = await running();
      const { name } = file();
      const table = suppress ? OWN.publication : OWN.observations;
      const rows = await engine.query(wholeQuery(table));
      return ownFile(
        format,
        `${releaseOf(name, [])}-${suppress ? "suppressed" : "complete"}`,
        rows,
        {
          areas: names(areas),
          notes,
          date: new Date().toISOString().slice(0, 10),
        },
      );
    },
  };
};
