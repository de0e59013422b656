import "../../../../src/layouts/tokens.css";
import "@fontsource-variable/ibm-plex-sans";
import "./page.css";
import { type Answer, digest, type Span, YEARS } from "../shape.ts";
import type { Bench } from "./bench.ts";
import type { DrawingLibrary, Library } from "./library.ts";
import { afterPaint, type Step } from "./measure.ts";
import { drawViews, moveViews, viewsAreFresh } from "./views.ts";

const LIBRARIES: Readonly<Record<string, () => Promise<Library | DrawingLibrary>>> = {
  ours: async () => (await import("./libraries/ours.ts")).ours(),
  "typed arrays": async () => (await import("./libraries/typed-arrays.ts")).typedArrays(),
  "plain arrays": async () => (await import("./libraries/objects.ts")).objects(),
  crossfilter2: async () => (await import("./libraries/crossfilter.ts")).crossfiltered(),
  arquero: async () => (await import("./libraries/arquero.ts")).arquero(),
  "sql.js": async () => (await import("./libraries/sqljs.ts")).sqlJs(),
  mosaic: async () => (await import("./libraries/mosaic.ts")).mosaic(),
};

const bench: Bench = {
  firstChart: undefined,
  entered: undefined,
  steps: [],
  fresh: () => null,
  error: undefined,
  digests: () => answers.map(digest),
};
const answers: Answer[] = [];
Object.assign(window, { bench });

const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
};
const [strip, brush, views] = [part("strip"), part("brush"), part("views")];

const showBrush = ({ from, to }: Span): void => {
  brush.style.insetInlineStart = `${(from / YEARS) * 100}%`;
  brush.style.inlineSize = `${((to - from + 1) / YEARS) * 100}%`;
};

const yearAt = (x: number): number => {
  const { left, width } = strip.getBoundingClientRect();
  return Math.max(0, Math.min(YEARS - 1, Math.floor(((x - left) / width) * YEARS)));
};

type Times = Pick<Step, "data" | "draw" | "layout">;

/** Notes a step once it is painted. What was shown is kept, and summed up only when the drag is over. */
function note(event: Event, start: number, times: Times, shown: () => Answer): void {
  afterPaint((began, done) => {
    const wait = start - event.timeStamp;
    bench.steps.push({ ...times, wait, paint: done - began, toPaint: done - event.timeStamp });
    answers.push(shown());
  });
}

const layOut = (): number => {
  const before = performance.now();
  views.getBoundingClientRect();
  return performance.now() - before;
};

function moverOf(library: Library | DrawingLibrary) {
  if ("move" in library)
    return async (event: Event, span: Span): Promise<void> => {
      const start = performance.now();
      showBrush(span);
      await library.move(span);
      const data = performance.now() - start;
      note(event, start, { data, draw: 0, layout: layOut() }, () => library.shown());
    };
  return (event: Event, span: Span): void => {
    const start = performance.now();
    const answer = library.answer(span);
    const answered = performance.now();
    showBrush(span);
    moveViews(views, answer, span);
    const drawn = performance.now();
    bench.fresh = () => viewsAreFresh(views, answer, span);
    const times = { data: answered - start, draw: drawn - answered, layout: layOut() };
    note(event, start, times, () => answer);
  };
}

function listen(library: Library | DrawingLibrary): void {
  const move = moverOf(library);
  let anchor: number | undefined;
  strip.addEventListener("pointerenter", async () => {
    bench.entered = undefined;
    const start = performance.now();
    await library.enter?.();
    bench.entered = performance.now() - start;
  });
  const drag = (event: PointerEvent): void => {
    if (anchor === undefined) return;
    const year = yearAt(event.clientX);
    move(event, { from: Math.min(anchor, year), to: Math.max(anchor, year) });
  };
  // Otherwise the drag would also select the page's text.
  strip.addEventListener("mousedown", (event) => event.preventDefault());
  strip.addEventListener("pointerdown", (event) => {
    anchor = yearAt(event.clientX);
  });
  strip.addEventListener("pointermove", drag);
  strip.addEventListener("pointerup", () => {
    anchor = undefined;
  });
}

async function start(): Promise<void> {
  const name = new URLSearchParams(location.search).get("library") ?? "";
  const library = await LIBRARIES[name]?.();
  if (library === undefined) throw new Error(`There is no library "${name}".`);
  const response = await fetch("./records.arrow");
  await library.load(new Uint8Array(await response.arrayBuffer()));
  const all: Span = { from: 0, to: YEARS - 1 };
  if ("draw" in library) await library.draw(views);
  else drawViews(views, library.answer(all), all);
  showBrush(all);
  afterPaint((_, done) => {
    bench.firstChart = done;
    listen(library);
  });
}

const fail = (error: unknown): void => {
  bench.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
};
addEventListener("error", (event) => fail(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => fail(event.reason));
start().catch(fail);
