import { reasonOf } from "../../engine/engine.ts";
import { ReturnError, type ReturnReason } from "../../return/finding.ts";

/**
 * Calls from a page into a worker: one message there, one back, and reports in between. Calls do not wait for one
 * another. A file that is refused is refused on both sides by the same error.
 */

interface Asked {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

type Told =
  | { readonly id: number; readonly kind: "report"; readonly report: unknown }
  | { readonly id: number; readonly kind: "answer"; readonly answer: unknown }
  | { readonly id: number; readonly kind: "error"; readonly message: string }
  | {
      readonly id: number;
      readonly kind: "refused";
      readonly reason: ReturnReason;
      readonly detail: string;
    };

/** The page's end: asks the worker, and is told by `report` how far it is. Rejects with what failed in the worker. */
export interface Caller<Handlers, Report> {
  call<K extends keyof Handlers & string>(
    name: K,
    argument: Handlers[K] extends (argument: infer A, ...rest: never) => unknown ? A : never,
    report?: (report: Report) => void,
  ): Promise<Handlers[K] extends (...all: never) => infer R ? Awaited<R> : never>;
  /** Ends the worker; every call that it has not answered is rejected with the reason. */
  end(reason: Error): void;
}

/** Takes hold of a worker that runs {@link answerCalls}. */
export const callerOf = <Handlers, Report>(worker: Worker): Caller<Handlers, Report> => {
  interface Waiting {
    readonly resolve: (answer: unknown) => void;
    readonly reject: (error: Error) => void;
    readonly report: ((report: Report) => void) | undefined;
  }
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const end = (reason: Error): void => {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
    const call = waiting.get(data.id);
    if (call === undefined) return;
    if (data.kind === "report") {
      call.report?.(data.report as Report);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === "answer") call.resolve(data.answer);
    else if (data.kind === "error") call.reject(new Error(data.message));
    else call.reject(new ReturnError(data.reason, data.detail));
  });
  worker.addEventListener("error", (event) =>
    end(new Error(event.message || "The worker of this page could not start.")),
  );
  return {
    call: (name, argument, report) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as (answer: unknown) => void, reject, report });
        const asked: Asked = { id: last, name, argument };
        worker.postMessage(asked);
      }),
    end,
  };
};

/** The worker's end: answers calls with the handlers, each of which is told how to report. */
export const answerCalls = <Handlers extends object>(
  scope: {
    postMessage(told: unknown): void;
    addEventListener(type: "message", listener: (event: MessageEvent<Asked>) => void): void;
  },
  handlers: Handlers,
): void => {
  const tell = (told: Told) => scope.postMessage(told);
  const known = new Map<string, unknown>(Object.entries(handlers));
  scope.addEventListener("message", async ({ data: { id, name, argument } }) => {
    try {
      const handler = known.get(name);
      if (typeof handler !== "function") throw new Error(`The worker knows no "${name}".`);
      const report = (value: unknown) => tell({ id, kind: "report", report: value });
      tell({ id, kind: "answer", answer: await handler(argument, report) });
    } catch (error) {
      tell(
        error instanceof ReturnError
          ? { id, kind: "refused", reason: error.reason, detail: error.detail }
          : { id, kind: "error", message: reasonOf(error) },
      );
    }
  });
};
