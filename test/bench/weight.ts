import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const KINDS = {
  html: [".html"],
  css: [".css"],
  js: [".js", ".mjs"],
  font: [".woff2"],
  wasm: [".wasm"],
  image: [".svg", ".png", ".ico", ".webp"],
  data: [".arrow", ".arrows", ".csv", ".json", ".ndjson", ".parquet"],
} as const;

export type Kind = keyof typeof KINDS | "other";

/** Bytes of files as they are and as a host would send them compressed. */
export interface Weight {
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

export function kindOf(path: string): Kind {
  const extension = extname(path);
  const isKind = ([, extensions]: [string, readonly string[]]) => extensions.includes(extension);
  return (Object.entries(KINDS).find(isKind)?.[0] as Kind | undefined) ?? "other";
}

/** Weighs files of a folder by kind; `total`, the last row, is the sum of all of them. */
export function weigh(folder: string, paths: readonly string[]): Map<Kind | "total", Weight> {
  const weights = new Map<Kind | "total", Weight>();
  let total: Weight = { files: 0, raw: 0, gzip: 0, brotli: 0 };
  for (const path of paths) {
    const bytes = readFileSync(join(folder, path));
    const weight = {
      files: 1,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length,
    };
    const kind = kindOf(path);
    weights.set(kind, add(weights.get(kind), weight));
    total = add(total, weight);
  }
  return weights.set("total", total);
}

function add(a: Weight | undefined, b: Weight): Weight {
  if (a === undefined) return b;
  return {
    files: a.files + b.files,
    raw: a.raw + b.raw,
    gzip: a.gzip + b.gzip,
    brotli: a.brotli + b.brotli,
  };
}
