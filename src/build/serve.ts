import { once } from "node:events";
import { createReadStream, statSync } from "node:fs";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import sirv from "sirv";

const TYPES: Record<string, string> = {
  ".arrow": "application/vnd.apache.arrow.file",
  ".arrows": "application/vnd.apache.arrow.stream",
  ".csv": "text/csv; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".ndjson": "application/x-ndjson",
  ".parquet": "application/vnd.apache.parquet",
  ".txt": "text/plain; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const PORTS_TO_TRY = 100;

/** A running server of static files. */
export interface StaticServer {
  /** Address of the site's root, with its trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** Path that the folder is served under. */
  readonly base?: string;
  /** First port to try; the next free one is taken. 0, the default, takes any free port. */
  readonly port?: number;
}

/**
 * Serves a folder as a plain static host does: folders by their `index.html`, an address without
 * the folder's trailing slash redirected to the one with it, ranges, and `404.html` for the rest.
 */
export async function serve(
  folder: string,
  { base = "/", port = 0 }: ServeOptions = {},
): Promise<StaticServer> {
  const root = `/${base}/`.replace(/\/+/g, "/");
  const server = createServer(siteUnder(root, resolve(folder)));
  const { port: taken } = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}${root}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections();
      }),
  };
}

function siteUnder(root: string, folder: string): RequestListener {
  const files = sirv(folder, { dev: true, etag: true, extensions: [], setHeaders: setType });
  return (request, response) => {
    const { pathname, search } = new URL(`http://localhost${request.url ?? "/"}`);
    if (`${pathname}/` === root) return redirect(response, root + search);
    if (!pathname.startsWith(root)) return notFound(response, folder);
    const path = pathname.slice(root.length - 1);
    if (isFolder(folder, path) && !path.endsWith("/")) {
      return redirect(response, `${pathname}/${search}`);
    }
    request.url = path.endsWith("/") ? `${path}index.html` : path;
    files(request, response, () => notFound(response, folder));
  };
}

function isFolder(folder: string, path: string): boolean {
  try {
    return statSync(join(folder, decodeURIComponent(path))).isDirectory();
  } catch {
    return false;
  }
}

function setType(response: ServerResponse, path: string): void {
  const type = TYPES[extname(path)];
  if (type !== undefined) response.setHeader("Content-Type", type);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
}

function notFound(response: ServerResponse, folder: string): void {
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
  const page = createReadStream(join(folder, "404.html"));
  page.on("error", () => response.end("<!doctype html><title>Not found</title><p>Not found"));
  page.pipe(response);
}

async function listen(server: Server, first: number): Promise<AddressInfo> {
  for (let port = first; ; port++) {
    try {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
      return server.address() as AddressInfo;
    } catch (error) {
      if (!isBusy(error) || port >= first + PORTS_TO_TRY) throw error;
    }
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "EADDRINUSE" || code === "EACCES";
}
