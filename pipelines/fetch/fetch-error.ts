export interface FetchErrorDetails {
  /** The host that could not be reached, and the system's code for why. */
  readonly unreachable?: { readonly host: string; readonly code: string };
  /** Set when the same request may succeed later: the pause that the server asks for, in milliseconds. */
  readonly retry?: { readonly pauseMs?: number };
}

/** Why something could not be fetched or kept; the message is one sentence for a person. */
export class FetchError extends Error {
  readonly unreachable: FetchErrorDetails["unreachable"];
  readonly retry: FetchErrorDetails["retry"];

  constructor(message: string, details: FetchErrorDetails = {}) {
    super(message);
    this.name = "FetchError";
    this.unreachable = details.unreachable;
    this.retry = details.retry;
  }
}

const unreachableText = (hosts: ReadonlyMap<string, string>): string => {
  const names = [...hosts].map(([host, code]) => `${host} (${code})`).join(" and ");
  return `${names} could not be reached: check the network or the proxy and run the same command again.`;
};

/** The error for a host that could not be reached. */
export const unreachableError = (
  host: string,
  code: string,
  retry?: FetchErrorDetails["retry"],
): FetchError =>
  new FetchError(unreachableText(new Map([[host, code]])), {
    unreachable: { host, code },
    ...(retry === undefined ? {} : { retry }),
  });

/** One error for several: a sentence each, but one sentence for all hosts that could not be reached. */
export const joinErrors = (errors: readonly FetchError[]): FetchError => {
  const hosts = new Map(
    errors.flatMap(({ unreachable }) =>
      unreachable === undefined ? [] : [[unreachable.host, unreachable.code]],
    ),
  );
  const sentences = [
    ...(hosts.size === 0 ? [] : [unreachableText(hosts)]),
    ...errors.filter((error) => error.unreachable === undefined).map((error) => error.message),
  ];
  return new FetchError(sentences.join("\n"));
};
