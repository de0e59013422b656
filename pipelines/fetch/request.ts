import { setTimeout as pause } from "node:timers/promises";
import { FetchError, type FetchErrorDetails, unreachableError } from "./fetch-error.ts";

/** How patient a download is. */
export interface Limits {
  /** How often one file is asked for before it is given up. */
  readonly attempts: number;
  /** How long a server may send nothing, in milliseconds. */
  readonly silenceMs: number;
  /** Pause before the second attempt, in milliseconds; doubled before each further one. */
  readonly pauseMs: number;
  /** Longest pause that a server may ask for by Retry-After, in milliseconds. */
  readonly longestPauseMs: number;
}

export const LIMITS: Limits = {
  attempts: 5,
  silenceMs: 60_000,
  pauseMs: 1_000,
  longestPauseMs: 120_000,
};

const MAX_REDIRECTS = 5;

/** An address, and the hosts (with port, if any) to which its publisher may redirect. */
export interface Target {
  readonly address: string;
  readonly hosts: readonly string[];
}

/** What a server answered: status 200, 206, 404, 410 or 416. */
export interface Answer {
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  /** The bytes as they arrive. Throws FetchError, open to a retry, when the connection breaks. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
}

/** Failures of a connection that another attempt may mend; a closed network is not among them. */
const PASSING: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "EPIPE",
  "UND_ERR_SOCKET",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
]);

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? error.message : codeOf(error.cause);
};

/** Gives up a request in which nothing arrives for a while. */
const watchSilence = (silenceMs: number) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), silenceMs);
  return {
    signal: controller.signal,
    heard: (): void => {
      timer.refresh();
    },
    stop: (): void => {
      clearTimeout(timer);
      controller.abort();
    },
  };
};
type Watch = ReturnType<typeof watchSilence>;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

const nextAddress = (target: Target, from: string, location: string | null): string => {
  const next = location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
  if (next === null) {
    throw new FetchError(`${from} redirects without a usable address, so it was not followed.`);
  }
  const safe = next.protocol === "https:" || next.protocol === new URL(target.address).protocol;
  if (safe && target.hosts.includes(next.host)) return next.href;
  const message = `${from} redirects to ${next.href}, which is not the publisher's (${target.hosts.join(", ")}), so it was not followed.`;
  throw new FetchError(message);
};

const follow = async (
  target: Target,
  headers: Readonly<Record<string, string>>,
  watch: Watch,
): Promise<{ response: Response; address: string }> => {
  let { address } = target;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const init = { headers, redirect: "manual", signal: watch.signal } as const;
    const response = await fetch(address, init).catch((error: unknown) => {
      const { host } = new URL(address);
      if (watch.signal.aborted) throw unreachableError(host, "no answer", {});
      const code = codeOf(error);
      throw unreachableError(host, code, PASSING.has(code) ? {} : undefined);
    });
    watch.heard();
    if (!isRedirect(response.status)) return { response, address };
    await response.body?.cancel();
    address = nextAddress(target, address, response.headers.get("location"));
  }
  throw new FetchError(`${target.address} redirects more than ${MAX_REDIRECTS} times.`);
};

/** Pause that a server asks for, in milliseconds: whole seconds, or the time until a date. */
const pauseAsked = (header: string | null): number | undefined => {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
};

const refuseStatus = (response: Response, address: string, limits: Limits): void => {
  const { status } = response;
  if ([200, 206, 404, 410, 416].includes(status)) return;
  const answer = `${address} answers with status ${status}`;
  if (status !== 429 && status < 500) throw new FetchError(`${answer}.`);
  const pauseMs = pauseAsked(response.headers.get("retry-after"));
  if (pauseMs !== undefined && pauseMs > limits.longestPauseMs) {
    const seconds = Math.ceil(pauseMs / 1_000);
    throw new FetchError(`${answer} and asks to wait ${seconds} s; run the command again then.`);
  }
  const retry: FetchErrorDetails["retry"] = pauseMs === undefined ? {} : { pauseMs };
  throw new FetchError(`${answer}, ${limits.attempts} times; run the command again later.`, {
    retry,
  });
};

async function* chunksOf(response: Response, address: string, watch: Watch) {
  if (response.body === null) return;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      const reason = watch.signal.aborted ? "nothing more arrived" : codeOf(error);
      throw new FetchError(`The connection to ${new URL(address).host} broke off (${reason}).`, {
        retry: {},
      });
    });
    if (done) return;
    watch.heard();
    yield value;
  }
}

/**
 * Asks for an address once, follows redirects within the publisher's hosts, and hands the answer to `use`.
 * The connection ends with `use`. Throws FetchError for a host that cannot be reached, a redirect
 * elsewhere and every status but 200, 206, 404, 410 and 416.
 */
export const request = async <T>(
  target: Target,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
  use: (answer: Answer) => Promise<T>,
): Promise<T> => {
  const watch = watchSilence(limits.silenceMs);
  try {
    const all = { "user-agent": "illicit-arms-monitor", "accept-encoding": "identity", ...headers };
    const { response, address } = await follow(target, all, watch);
    refuseStatus(response, address, limits);
    const chunks = () => chunksOf(response, address, watch);
    return await use({ address, status: response.status, headers: response.headers, chunks });
  } finally {
    watch.stop();
  }
};

/** Repeats work that fails with an error open to a retry, with longer and longer pauses. */
export const withRetries = async <T>(limits: Limits, work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const retry = error instanceof FetchError ? error.retry : undefined;
      if (retry === undefined || attempt >= limits.attempts) throw error;
      await pause(retry.pauseMs ?? limits.pauseMs * 2 ** (attempt - 1));
    }
  }
};
