/** Modules that run in Node only, besides Node's own. */
const NODE_ONLY = "node_modules/(@duckdb/node-[^/]+|linkedom|preact-render-to-string)(/|$)";
/** Where code for Node may stand: it never reaches a browser. */
const NODE_SIDE = "^(pipelines|test|src/build|src/pages)/|^src/engine/native\\.ts$";

/**
 * A rule that lets a folder of `src` import from the given folders of `src` only.
 * @param {string} folder
 * @param {string[]} allowed
 */
const layer = (folder, allowed) => ({
  name: `layer-${folder}`,
  comment: `src/${folder} may import from src/{${[folder, ...allowed].join(",")}} only.`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: {
    path: "^(src|pipelines|test)/",
    pathNot: `^src/(${[folder, ...allowed].join("|")})/`,
  },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import must lead to a file or to a dependency that package.json names.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\?(url|raw)$|^astro:" },
    },
    layer("standard", []),
    layer("statistics", ["standard"]),
    layer("charts", ["standard"]),
    layer("view", ["standard", "statistics"]),
    layer("engine", ["standard", "view"]),
    layer("return", ["standard", "statistics", "view"]),
    layer("build", [
      "charts",
      "components",
      "engine",
      "export",
      "i18n",
      "standard",
      "statistics",
      "view",
    ]),
    {
      name: "charts-know-no-platform",
      comment: "Charts are drawn at build and in the browser alike.",
      severity: "error",
      from: { path: "^src/charts/" },
      to: { path: "node_modules/", pathNot: "node_modules/(@observablehq/plot|@types/d3|d3)" },
    },
    {
      name: "layer-pipelines",
      comment: "pipelines may import from src/standard and src/statistics only.",
      severity: "error",
      from: { path: "^pipelines/" },
      to: { path: "^(src|test)/", pathNot: "^src/(standard|statistics)/" },
    },
    {
      name: "src-stands-alone",
      comment: "src is fed by the files that pipelines write, never by their code.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(pipelines|test)/" },
    },
    {
      name: "node-side-only",
      comment: "What runs in Node only must not be imported where a browser may get it.",
      severity: "error",
      from: { path: "^src/", pathNot: NODE_SIDE },
      to: { path: NODE_ONLY },
    },
    {
      name: "node-builtins-side-only",
      comment: "What runs in Node only must not be imported where a browser may get it.",
      severity: "error",
      from: { path: "^src/", pathNot: NODE_SIDE },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "one-engine",
      comment: "DuckDB-Wasm is reached through src/engine.",
      severity: "error",
      from: { path: "^(src|pipelines)/", pathNot: "^src/engine/" },
      to: { path: "node_modules/@duckdb/duckdb-wasm/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["browser", "import", "require", "node", "default", "types"],
    },
  },
};
