import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { APIRoute } from "astro";
import { DATA } from "../../../build/site-data.ts";

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

export const getStaticPaths = () =>
  filesBelow(DATA).map((path) => ({
    params: { file: relative(DATA, path).split(sep).join("/") },
  }));

/** The files that the pipelines wrote, as they are: Parquet, code lists, releases, report, schema. */
export const GET: APIRoute = ({ params }) =>
  new Response(new Uint8Array(readFileSync(join(DATA, params["file"] ?? ""))));
