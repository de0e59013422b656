import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

/** One request as the server saw it. */
export interface Seen {
  readonly url: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly host: string;
  readonly seen: Seen[];
  readonly close: () => Promise<void>;
}

/** Answers one request; `count` is 1 for the first request to this path. */
export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const running: TestServer[] = [];

/** A local server with a handler for each path (query included); other paths answer 404. */
export const serve = async (handlers: Readonly<Record<string, Handler>>): Promise<TestServer> => {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    const { range } = request.headers;
    const ifRange = request.headers["if-range"];
    seen.push({ url, range, ifRange: typeof ifRange === "string" ? ifRange : undefined });
    const handler = handlers[url];
    if (handler !== undefined) {
      handler(request, response, seen.filter((entry) => entry.url === url).length);
      return;
    }
    response.writeHead(404, { "content-type": "text/html" }).end("<html>Not found</html>");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
  const started = { origin: `http://${host}`, host, seen, close };
  running.push(started);
  return started;
};

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

/** Answers with bytes and, where asked for, from an offset on, as a server with Range does. */
export const bytesWithRange =
  (bytes: Uint8Array, etag: string): Handler =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? Number.NaN);
    const condition = request.headers["if-range"];
    const headers = { etag, "accept-ranges": "bytes" };
    if (Number.isNaN(from) || (condition !== undefined && condition !== etag)) {
      response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
      return;
    }
    if (from >= bytes.length) {
      response.writeHead(416, { ...headers, "content-range": `bytes */${bytes.length}` }).end();
      return;
    }
    const rest = bytes.subarray(from);
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    response
      .writeHead(206, { ...headers, "content-range": range, "content-length": rest.length })
      .end(rest);
  };

/** Announces all bytes, sends some of them, then cuts the connection. */
export const cutAfter =
  (bytes: Uint8Array, sent: number, headers: Readonly<Record<string, string>>): Handler =>
  (_, response) => {
    response.writeHead(200, { ...headers, "content-length": bytes.length });
    response.write(bytes.subarray(0, sent), () => setTimeout(() => response.destroy(), 50));
  };

/** A handler for the first request to a path and another for the later ones. */
export const firstThen =
  (first: Handler, later: Handler): Handler =>
  (request, response, count) =>
    (count === 1 ? first : later)(request, response, count);

/** Answers with a status and a short text. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_, response) => {
    response.writeHead(code, { "content-type": "text/plain", ...headers }).end("no");
  };

/** Answers with JSON. */
export const json =
  (content: unknown): Handler =>
  (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(content));
  };
