import type { ExampleId } from "../../view/sql-examples.ts";

const EXAMPLES: Readonly<Record<ExampleId, string>> = {
  inventory: "What can be asked: every published table",
  reported: "Arms seized as reported, with the States behind each sum",
  panel: "Arms seized by the same States in every year",
  types: "Share of each weapon type, pooled and with each State once",
  sdg: "SDG 16.4.2 as published, beside the value recomputed",
  routes: "From State of first sale to State of recovery (ATF traces)",
  women: "Women at each stage of justice, out-of-scope values left out",
  flags: "What the checks found: flags and their meaning",
  months: "Rio de Janeiro: whole years counted from months",
  releases: "What a newer release changed",
};

/** Words of the SQL console. */
export const sqlWords = {
  title: "SQL console",
  intro:
    "Ask the figures in SQL. DuckDB runs inside your browser, on copies of the published files: nothing that you write leaves it, and nothing that you write can change a table.",
  back: "Explore without SQL",
  files: "Files for your own DuckDB, R or Python",
  noscript:
    "Scripts are off: the console cannot run. The tables, columns, codes and examples below can be read, and the data files need no script.",
  rulesTitle: "Five rules for a sum that is right",
  rules: [
    "One dataset and one release. Two sources, or two releases, describe the same arms.",
    "One indicator, one freq (A or M) and one unit_measure. A year and its months are both in the table.",
    "One breakdown and one additivity: TOTAL, or PART. Never a total with its parts, never SUBTOTAL, OVERLAPPING or LISTED, never a percentage.",
    "One area_level. A State of a country is already in the country.",
    "The same areas in every year, or no trend: count them beside each sum. An empty obs_value is not zero; obs_status says what it is.",
  ],
  editorTitle: "Your query",
  editorLabel: "SQL",
  editorHint:
    "Ctrl or ⌘ with Enter runs it, Esc stops it. One reading statement at a time: SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE, SHOW, PIVOT, UNPIVOT, EXPLAIN.",
  run: "Run",
  cancel: "Cancel",
  limit: "Stop after",
  limitSeconds: (seconds: string) => `${seconds} seconds`,
  copyLink: "Copy link to this query",
  copied: "The link was copied. Whoever opens it sees the query; it runs when they press Run.",
  notCopied: (link: string) => `Your browser did not let the page copy. The link: ${link}`,
  tooLong: (limit: string) =>
    `This query has more than ${limit} characters and fits into no link: send it as a file.`,
  fromLink:
    "This query came with the link and was not run. Read it, then press Run. It can only read.",
  linkVersion: (asked: string, now: string) =>
    `The link was made with data version ${asked}; the tables here hold version ${now}.`,
  linkUnusable: (parts: string) =>
    `Part of this link could not be used and was left out: ${parts}.`,
  linkParts: { sql: "its query", tables: "a table", data: "its data version" },
  tablesTitle: "Tables to load",
  tablesNone: "none",
  tables: "Tables",
  tablesHint:
    "Ticked tables are fetched when you press Run. Code lists and releases are always there.",
  observations: (count: string) => `${count} observations`,
  replacedTitle: "Releases that a newer one has replaced",
  replacedHint: "Each is a table of its own and is left out of observations.",
  release: (name: string) => `release ${name}`,
  examplesTitle: "Examples",
  examplesHint: "Each keeps the five rules. Choose one, change it, run it.",
  example: EXAMPLES,
  useExample: "Put into the editor",
  needs: (tables: string) => `Needs ${tables}`,
  schemaTitle: "Tables and columns",
  schemaHint: "Choose a name or a code to put it into the query.",
  insert: (name: string) => `Put ${name} into the query`,
  allRows:
    "All rows of the ticked tables that stand now, one below another. The column dataset tells them apart.",
  columnsTitle: "Columns of every dataset and of observations",
  types: { number: "DOUBLE", text: "VARCHAR" },
  codes: (count: string) => `${count} codes`,
  areaCodes:
    "Codes of areas are in the table CL_AREA: SELECT code, label, level, parent FROM CL_AREA.",
  codelistsTitle: "Code lists, as tables",
  codelistsHint:
    'Join them for labels: JOIN CL_SEX s ON s.code = sex. Each has code, label, definition, "order", parent, source; CL_AREA also level, m49, iso2 and names in other languages.',
  releasesTable: "Every release of every dataset: publisher, title, file, terms, is_current.",
  starting: "Starting the query engine …",
  fetching: (bytes: string, total: string) => `Fetching the query engine: ${bytes} of ${total} …`,
  loadingTable: (table: string, bytes: string) => `Loading ${table}: ${bytes} …`,
  loadingLists: "Loading code lists …",
  running: (limit: string) => `Running. It is stopped after ${limit} seconds.`,
  elapsed: (seconds: string) => `${seconds} s`,
  idle: "The engine (34 MB, 8 MB where the host compresses it) is fetched when you enter the editor or press Run.",
  ready: "The engine is ready.",
  answered: (rows: string, columns: string, seconds: string) =>
    `Rows: ${rows}. Columns: ${columns}. Time: ${seconds} s.`,
  rowsAndMore: (rows: string) => `first ${rows} of more`,
  cut: (rows: string) =>
    `Only the first ${rows} rows are kept; the query has more. Add LIMIT, group, or filter.`,
  empty: "The query ran and gave no row.",
  stoppedReader: "You stopped the query. Nothing was changed, and the last result stays.",
  stoppedLimit: (seconds: string) =>
    `Stopped after ${seconds} seconds. Allow more time, or ask for less: filter first, join on equal codes.`,
  stoppedBefore: "Stopped before the query began.",
  restarting:
    "The engine did not give in within 3 seconds and was ended. Another is being started with the same tables …",
  restarted:
    "The engine did not give in within 3 seconds and was ended. Another is ready, with the same tables.",
  died: (reason: string) => `The engine broke down over this query: ${reason}`,
  diedRestarting: "Another is being started with the same tables …",
  diedRestarted: "Another is ready, with the same tables. Ask for less: fewer rows, shorter texts.",
  failed: (reason: string) => `The query engine could not be used: ${reason}`,
  failedHelp:
    "The columns, codes, examples and data files on this page still work. Press Run to try again, or open the page in a current browser.",
  refused: "This was not run: the console only reads.",
  refusedHow:
    "It takes one statement that begins with SELECT, FROM, WITH, VALUES, TABLE, DESCRIBE, SUMMARIZE, SHOW, PIVOT, UNPIVOT or EXPLAIN. No table was changed.",
  refusedWord: (word: string) => `This text begins with ${word}.`,
  refusedMany: "This text holds more than one statement.",
  refusedPivot:
    "PIVOT needs its values by name here: PIVOT … ON sex IN ('F', 'M') USING sum(obs_value).",
  refusedNothing: "There is no statement in this text.",
  wrong: "DuckDB could not run this:",
  place: (line: string) => `Line ${line}`,
  placeColumn: (line: string, column: string) => `Line ${line}, character ${column}`,
  hintTable: (table: string) => `${table} is not loaded yet.`,
  loadAndRun: (table: string) => `Load ${table} and run again`,
  hintNoTable: (tables: string) => `Loaded now: ${tables}, the code lists (CL_…) and releases.`,
  hintExtension: (name: string) =>
    `That needs DuckDB's extension “${name}”, which would be fetched from the network; this page fetches nothing from elsewhere. Take the files and use DuckDB on your machine.`,
  hintIcu:
    "Moments with a time zone need DuckDB's extension “icu”, which would be fetched from the network. Here periods are text: use left(time_period, 4), or CAST(… AS DATE).",
  hintFiles:
    "The console reads the tables of this page alone: no file and no address can be opened, and a text in quotes is no table.",
  hintMemory: "The query needs more memory than a page may take: filter or group earlier.",
  hintParameters: "Parameters (? or $1) cannot be given here: write the value.",
  resultTitle: "Result of your query",
  asTable: "Table",
  asChart: "Chart",
  show: "Show the result as",
  query: "The query behind it",
  nullText: "NULL",
  pages: (from: string, to: string, all: string) => `Rows ${from} to ${to} of ${all}`,
  previous: "Previous rows",
  next: "Next rows",
  sortHint: "Choose a column's name to sort the rows kept here.",
  sort: (column: string) => `Sort by ${column}`,
  scroll: (rows: string) => `Result, ${rows} rows`,
  csv: "Save as CSV",
  json: "Save as JSON",
  saved: (name: string) => `${name} was written.`,
  caveat:
    "Result of a reader's own query; sums over totals and parts are not prevented here. Sources and their caveats: see releases and CL_DATASET.",
  dataVersion: (version: string) => `Data version ${version}`,
  chartTitle: (y: string, x: string) => `${y} by ${x}`,
  chartSeries: (y: string, x: string, series: string) => `${y} by ${x} and ${series}`,
  chartX: "Along",
  chartY: "Value",
  chartBy: "One line each",
  chartNone: "none",
  chartStates: "States behind each point",
  chartJoin: "Join the points: the same States stand behind each",
  coverage: "States behind each point, as the query counts them",
  noCoverage: "How many States stand behind each point: not in this query",
  unconnected:
    "Points are not joined: the query does not say that the same States stand behind them",
  chartNoNumber: "There is no column of numbers to draw.",
  chartNoRow: "There is no row with a number to draw.",
  chartTwice: (x: string, series: string) =>
    `Several rows have the same ${series === "" ? x : `${x} and ${series}`}, and nothing is added up here: choose another column, or group in the query.`,
  chartNegative: "Bars begin at zero and this column has negative numbers: the table shows them.",
  chartCut: (shown: string, all: string) => `The first ${shown} of ${all} rows are drawn.`,
  chartLeft: (count: string) => `Rows without a number, not drawn: ${count}.`,
  others: "Others",
};
