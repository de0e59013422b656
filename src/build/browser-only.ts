import { isBuiltin } from "node:module";
import type { Plugin } from "vite";

const NODE_ONLY = /^(?:@duckdb\/node-|linkedom(?:\/|$)|preact-render-to-string(?:\/|$))/;

/** Fails the build when a script meant for browsers imports what runs in Node only. */
export function browserOnly(): Plugin {
  return {
    name: "browser-only",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "client",
    resolveId(id, importer = "a page") {
      const builtin = isBuiltin(id) && !importer.includes("/node_modules/");
      if (builtin || NODE_ONLY.test(id)) {
        throw new Error(`${id} runs in Node only, but ${importer} sends it to browsers.`);
      }
      return null;
    },
  };
}
