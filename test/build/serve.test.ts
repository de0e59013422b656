import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type ServeOptions, serve } from "../../src/build/serve.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "served-"));
  await mkdir(join(folder, "deep"));
  await writeFile(join(folder, "index.html"), "root");
  await writeFile(join(folder, "deep/index.html"), "deep");
  for (const extension of ["wasm", "arrow", "parquet", "csv", "woff2", "js"]) {
    await writeFile(join(folder, `file.${extension}`), "0123456789");
  }
});
afterAll(() => rm(folder, { recursive: true }));

const started = async (options?: ServeOptions) => {
  const server = await serve(folder, options);
  onTestFinished(() => server.close());
  return server.url;
};

test.each([
  ["wasm", "application/wasm"],
  ["arrow", "application/vnd.apache.arrow.file"],
  ["parquet", "application/vnd.apache.parquet"],
  ["csv", "text/csv; charset=utf-8"],
  ["woff2", "font/woff2"],
  ["js", "text/javascript; charset=utf-8"],
])("a .%s file is served as %s", async (extension, type) => {
  const response = await fetch(`${await started()}file.${extension}`);
  expect(response.headers.get("content-type")).toBe(type);
});

test.each(["/", "/a/b/c/", "a"])("pages are served under the base %s", async (base) => {
  const url = await started({ base });
  expect(await (await fetch(url)).text()).toBe("root");
  const deep = await fetch(`${url}deep?q=1`);
  expect([deep.url, await deep.text()]).toEqual([`${url}deep/?q=1`, "deep"]);
});

test("what is not there is 404, with the site's own page where it has one", async () => {
  const url = await started({ base: "/a/" });
  for (const path of ["nothing", "%E0%A4%A", "../b", "deep/../../secret"]) {
    expect((await fetch(url + path)).status).toBe(404);
  }
  expect((await fetch(new URL("/elsewhere/", url))).status).toBe(404);
  await writeFile(join(folder, "404.html"), "the site's own page");
  expect(await (await fetch(`${url}nothing`)).text()).toBe("the site's own page");
});

test("a range of bytes can be asked for", async () => {
  const response = await fetch(`${await started()}file.parquet`, {
    headers: { Range: "bytes=2-4" },
  });
  expect([response.status, await response.text()]).toEqual([206, "234"]);
});

test("a busy port gives the next one", async () => {
  const busy = await new Promise<Server>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
  });
  onTestFinished(() => void busy.close());
  const { port } = busy.address() as { port: number };
  const url = new URL(await started({ port }));
  expect(Number(url.port)).toBeGreaterThan(port);
});
