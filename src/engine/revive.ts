import type { Query, Row } from "../view/query.ts";
import { EngineDied } from "./engine.ts";
import { type EngineProgress, startWasmEngine, type WasmEngine } from "./wasm.ts";

/**
 * The engine of the browser, which outlives its worker: where the worker has died, another is started once, the
 * tables are loaded again and the query is repeated. Rejects with what failed when the second one dies too.
 */
export const startRevivableEngine = (report: (progress: EngineProgress) => void): WasmEngine => {
  const tables = new Map<string, string>();
  let running = startWasmEngine(report);
  running.catch(() => undefined);

  const again = async (dead: Promise<WasmEngine>): Promise<WasmEngine> => {
    // Several queries may find the same engine dead: the first starts the next one, the others wait for it.
    if (running === dead) {
      running = startWasmEngine(report).then(async (engine) => {
        for (const [table, url] of tables) await engine.load(table, url, report);
        return engine;
      });
      running.catch(() => undefined);
    }
    return running;
  };

  const withEngine = async <T>(work: (engine: WasmEngine) => Promise<T>): Promise<T> => {
    const first = running;
    try {
      return await work(await first);
    } catch (error) {
      if (!(error instanceof EngineDied)) throw error;
      return work(await again(first));
    }
  };

  return {
    load: async (table, url, progress) => {
      await withEngine((engine) => engine.load(table, url, progress));
      tables.set(table, url);
    },
    query: (query: Query): Promise<Row[]> => withEngine((engine) => engine.query(query)),
  };
};
