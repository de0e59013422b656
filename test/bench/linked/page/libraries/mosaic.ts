import * as vg from "@uwdata/vgplot";
import { startDatabase } from "../../../../../src/engine/worker.ts";
import { type Answer, AREAS, ORIGINS, SEXES, type Span, TYPES, YEARS } from "../../shape.ts";
import type { DrawingLibrary } from "../library.ts";
import { add, answerOf, counters } from "./counters.ts";

/** The part of a Mosaic plot that the bench reads. */
interface Plotted {
  readonly value: {
    readonly marks: readonly {
      readonly channels: readonly { readonly channel: string; readonly as: string }[];
      readonly data: { readonly columns: Readonly<Record<string, ArrayLike<number>>> } | null;
    }[];
  };
}

const WIDTH = 340;
const whole: Span = { from: 0, to: YEARS - 1 };

/** The numbers of a plot's first mark: those of its channels `keys`, then its sum. */
function rowsOf(plot: HTMLElement, keys: readonly string[], sum: string): number[][] {
  const [mark] = (plot as HTMLElement & Plotted).value.marks;
  const column = (channel: string): ArrayLike<number> => {
    const as = mark?.channels.find((d) => d.channel === channel)?.as;
    const values = mark?.data?.columns[as ?? ""];
    if (values === undefined) throw new Error(`Mosaic's plot has no channel "${channel}".`);
    return values;
  };
  const columns = [...keys, sum].map(column);
  return Array.from(columns[0] ?? [], (_, i) => columns.map((values) => Number(values[i])));
}

/** Mosaic: vgplot draws its own views and asks its own DuckDB, the same build as ours, from this origin. */
export function mosaic(): DrawingLibrary {
  const selection = vg.Selection.intersect();
  const field = vg.column("year");
  const source = { reset: () => undefined };
  const clause = ({ from, to }: Span) => ({
    source,
    fields: [field],
    value: [from, to],
    predicate: vg.isBetween(field, [from, to]),
    // One pixel a year: the coarsest bins that are right.
    meta: {
      type: "interval",
      pixelSize: 1,
      scales: [{ type: "linear", domain: [0, YEARS - 1], range: [0, YEARS - 1] }],
    },
  });
  const rows = () => vg.from("records", { filterBy: selection });
  const sum = () => vg.sum("count");
  const bars = (key: string, size: number): HTMLElement =>
    vg.plot(
      vg.barX(rows(), { x: sum(), y: key, fill: "steelblue" }),
      vg.width(WIDTH),
      vg.height(size * 14 + 60),
    );
  let plots: HTMLElement[] = [];
  return {
    load: async (ipc) => {
      const { connection } = await startDatabase(() => undefined, []);
      await connection.insertArrowFromIPCStream(ipc, { name: "records", create: true });
      type Options = NonNullable<Parameters<typeof vg.wasmConnector>[0]>;
      const given = { connection } as unknown as Options;
      vg.coordinator().databaseConnector(vg.wasmConnector(given));
      vg.coordinator().logger(null);
    },
    draw: async (into) => {
      plots = [
        vg.plot(
          vg.lineY(rows(), { x: "year", y: sum(), stroke: "type" }),
          vg.colorScale("categorical"),
          vg.width(WIDTH),
          vg.height(280),
        ),
        bars("type", TYPES.length),
        bars("area", AREAS.length),
        bars("sex", SEXES.length),
        vg.plot(vg.barY(rows(), { x: "age", y: sum(), fill: "steelblue" }), vg.width(WIDTH)),
        bars("origin", ORIGINS.length),
      ];
      into.replaceChildren(...plots);
      while (plots.some((plot) => plot.querySelector("svg") === null))
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    enter: async () => {
      selection.activate(clause(whole));
      // Its tables are made one after another on one connection: an answer comes after all of them.
      await vg.coordinator().query("SELECT 1 AS one", { cache: false });
    },
    move: async (span) => {
      selection.update(clause(span));
      await selection.pending("value");
    },
    shown: (): Answer => {
      const sums = counters();
      const [trend, type, area, sex, age, origin] = plots;
      for (const [year = 0, kind = 0, value = 0] of trend
        ? rowsOf(trend, ["x", "stroke"], "y")
        : [])
        add(sums.byTypeYear, kind * YEARS + year, value);
      const views = [
        [type, sums.byType, "y", "x"],
        [area, sums.byArea, "y", "x"],
        [sex, sums.bySex, "y", "x"],
        [age, sums.byAge, "x", "y"],
        [origin, sums.byOrigin, "y", "x"],
      ] as const;
      for (const [plot, into, key, value] of views)
        for (const [at = 0, count = 0] of plot ? rowsOf(plot, [key], value) : [])
          add(into, at, count);
      return answerOf(sums);
    },
  };
}
