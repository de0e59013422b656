import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { reasonOf } from "../../engine/engine.ts";
import type { AreaNames } from "../../i18n/labels.ts";
import type { Explored } from "../../return/explored.ts";
import type { Mapping } from "../../return/mapping.ts";
import { type Caller, callerOf } from "./calls.ts";
import { failureOf } from "./finding-words.ts";
import type { ReturnHandlers } from "./handlers.ts";
import type { Point } from "./own-figures.ts";
import type { OwnTable } from "./own-queries.ts";
import type { Applied, Opened, OpenOptions, ReturnProgress, TakeFormat } from "./protocol.ts";
import type { Load, Published, ReturnStage } from "./state.ts";
import type { Ask } from "./use-answer.ts";

type Session = Caller<ReturnHandlers, ReturnProgress>;

/** What the page says while the worker is busy; `total` 0 where nobody knows how much there is. */
export interface Busy {
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

/** The first figures of a file, and in the end all of them. */
export interface Figures {
  readonly tables: readonly OwnTable[];
  /** Totals of the one table, while the database has nothing yet that could be asked. */
  readonly totals: readonly Point[] | undefined;
  /** Rises with every new set of figures. */
  readonly version: number;
  /** Undefined until the checks are done. */
  readonly applied: Applied | undefined;
  readonly mapping: Mapping | undefined;
}

/** Ended by the reader; no failure. */
class Stopped extends Error {}

const startSession = (stage: ReturnStage): { session: Session; ready: Promise<AreaNames> } => {
  const worker = new Worker(new URL("./return.worker.ts", import.meta.url), { type: "module" });
  const session = callerOf<ReturnHandlers, ReturnProgress>(worker);
  const data = new URL(`${stage.root}data/${stage.dataVersion}/`, location.href).href;
  return { session, ready: session.call("start", { data }) };
};

const wordsOf = (
  progress: ReturnProgress,
  name: string,
  { speech }: ReturnStage,
): Busy | undefined => {
  const { m, f } = speech;
  const words = m.return;
  if (progress.step === "summed" || progress.step === "counted") return undefined;
  if (progress.step === "reading") {
    const { done, total } = progress;
    return { words: words.reading(name, f.bytes(done), f.bytes(total)), done, total };
  }
  return { words: words[progress.step], done: 0, total: 0 };
};

/** Everything that happens to a file on this page. */
export const useReturn = (stage: ReturnStage) => {
  const words = stage.speech.m.return;
  const current = useRef<ReturnType<typeof startSession> | undefined>(undefined);
  const file = useRef<File | undefined>(undefined);
  const [engine, setEngine] = useState<"baked" | "starting" | "ready">("baked");
  const [areas, setAreas] = useState<AreaNames>({});
  const [broken, setBroken] = useState<string>();
  const [busy, setBusy] = useState<Busy>();
  const [failed, setFailed] = useState<string>();
  const [said, setSaid] = useState("");
  const [opened, setOpened] = useState<Opened>();
  const [figures, setFigures] = useState<Figures>();

  const start = useCallback(() => {
    setEngine("starting");
    setBroken(undefined);
    const started = startSession(stage);
    current.current = started;
    started.ready
      .then((names) => {
        if (current.current !== started) return;
        setAreas(names);
        setEngine("ready");
        performance.mark("iam:return-ready");
      })
      .catch((error: unknown) => {
        if (current.current === started && !(error instanceof Stopped)) setBroken(reasonOf(error));
      });
  }, [stage]);
  useEffect(() => {
    start();
    return () => current.current?.session.end(new Stopped());
  }, [start]);

  /** Does something in the worker, saying how far it is; what fails is said, what was stopped is not. */
  const work = useCallback(
    async (what: (session: Session) => Promise<void>): Promise<void> => {
      const started = current.current;
      if (started === undefined) return;
      setFailed(undefined);
      setSaid("");
      try {
        await what(started.session);
      } catch (error) {
        if (!(error instanceof Stopped)) setFailed(failureOf(error, stage.speech));
      }
      if (current.current === started) setBusy(undefined);
    },
    [stage],
  );

  const applyIn = useCallback(
    async (session: Session, name: string, mapping: Mapping | undefined): Promise<void> => {
      setBusy({ words: words.applying, done: 0, total: 0 });
      const show = (tables: Figures["tables"], totals: Figures["totals"]): void =>
        setFigures((before) => ({
          tables,
          totals,
          version: (before?.version ?? 0) + 1,
          applied: undefined,
          mapping,
        }));
      const applied = await session.call("apply", { mapping }, (progress) => {
        if (progress.step === "summed") show([progress.first.table], progress.first.totals);
        else if (progress.step === "counted") show(progress.tables, undefined);
        else setBusy(wordsOf(progress, name, stage));
      });
      performance.mark("iam:return-checked");
      setFigures((before) => ({
        tables: applied.tables,
        totals: undefined,
        version: (before?.version ?? 0) + 1,
        applied,
        mapping,
      }));
    },
    [stage, words],
  );

  const open = useCallback(
    (chosen: File, options: OpenOptions): Promise<void> =>
      work(async (session) => {
        performance.mark("iam:return-chosen");
        file.current = chosen;
        setOpened(undefined);
        setFigures(undefined);
        setBusy({ words: words.reading(chosen.name, "0", ""), done: 0, total: chosen.size });
        const found = await session.call("open", { file: chosen, options }, (progress) =>
          setBusy(wordsOf(progress, chosen.name, stage)),
        );
        performance.mark("iam:return-read");
        setOpened(found);
        const { plain } = found;
        if (plain === undefined || plain.problems.length === 0)
          await applyIn(session, chosen.name, plain?.mapping);
      }),
    [work, applyIn, stage, words],
  );

  const again = useCallback(
    (options: OpenOptions) =>
      file.current === undefined ? undefined : open(file.current, options),
    [open],
  );
  const apply = useCallback(
    (mapping: Mapping) => work((session) => applyIn(session, file.current?.name ?? "", mapping)),
    [work, applyIn],
  );
  const cancel = useCallback(() => {
    current.current?.session.end(new Stopped());
    setBusy(undefined);
    setOpened(undefined);
    setFigures(undefined);
    start();
    setSaid(words.cancelled);
  }, [start, words]);

  const calls = useMemo(() => {
    const session = (): Session => {
      if (current.current === undefined) throw new Error(words.engineStarting);
      return current.current.session;
    };
    const ask: Ask = (query) => session().call("query", query);
    const beside = (published: Published, area: string): Promise<readonly Point[]> =>
      session().call("beside", {
        dataset: published.dataset,
        indicator: published.indicator,
        area,
      });
    const take = (format: TakeFormat, suppress: boolean) =>
      session().call("take", {
        format,
        suppress,
        notes: [
          ["file", file.current?.name ?? ""],
          ["suppression", suppress ? words.suppressHelp : words.suppressOff],
          ["standard", words.takeIntro],
        ],
      });
    const explore = (release: string): Promise<Explored> => session().call("explore", { release });
    const load: Load = (dataset) => session().call("load", { dataset });
    const wizard = (request: Parameters<ReturnHandlers["wizard"]>[0]) =>
      session().call("wizard", request);
    return { ask, beside, explore, load, take, wizard };
  }, [words]);

  return {
    engine,
    areas,
    broken,
    busy,
    failed,
    said,
    opened,
    figures,
    start,
    open,
    again,
    apply,
    cancel,
    ...calls,
  };
};
