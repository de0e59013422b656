import initSqlJs, { type Statement } from "sql.js";
import wasmUrl from "sql.js/dist/sql-wasm-browser.wasm?url";
import { AREAS, COLUMNS, YEARS } from "../../shape.ts";
import type { Library } from "../library.ts";
import { readColumns } from "./columns.ts";
import { add, answerOf, counters } from "./counters.ts";

const VIEWS = {
  typeYear: `type * ${YEARS} + year`,
  yearArea: `year * ${AREAS.length} + area`,
  sex: "sex",
  age: "age",
  origin: "origin",
} as const;

/** SQLite in WebAssembly: a prepared GROUP BY for each view, at each step. */
export function sqlJs(): Library {
  const statements = new Map<string, Statement>();
  return {
    load: async (ipc) => {
      const columns = readColumns(ipc);
      const { Database } = await initSqlJs({ locateFile: () => wasmUrl });
      const db = new Database();
      db.run(`CREATE TABLE records (${COLUMNS.map((name) => `${name} INTEGER`).join(", ")})`);
      db.run("BEGIN");
      const insert = db.prepare(
        `INSERT INTO records VALUES (${COLUMNS.map(() => "?").join(", ")})`,
      );
      for (let i = 0; i < columns.year.length; i += 1)
        insert.run(COLUMNS.map((name) => columns[name][i] ?? 0));
      insert.free();
      db.run("COMMIT");
      for (const [view, key] of Object.entries(VIEWS))
        statements.set(
          view,
          db.prepare(
            `SELECT ${key}, sum(count) FROM records WHERE year BETWEEN ? AND ? GROUP BY ${key}`,
          ),
        );
    },
    answer: ({ from, to }) => {
      const sums = counters();
      const each = (view: keyof typeof VIEWS, take: (key: number, value: number) => void): void => {
        const statement = statements.get(view);
        statement?.bind([from, to]);
        while (statement?.step()) {
          const [key, value] = statement.get();
          take(Number(key), Number(value));
        }
        statement?.reset();
      };
      each("typeYear", (key, value) => {
        add(sums.byTypeYear, key, value);
        add(sums.byType, Math.floor(key / YEARS), value);
      });
      each("yearArea", (key, value) => {
        add(sums.records, key, 1);
        add(sums.byArea, key % AREAS.length, value);
      });
      each("sex", (key, value) => add(sums.bySex, key, value));
      each("age", (key, value) => add(sums.byAge, key, value));
      each("origin", (key, value) => add(sums.byOrigin, key, value));
      return answerOf(sums);
    },
  };
}
