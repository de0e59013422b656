/** The formats in which each dataset is published, and where: `<folder>/<dataset>.<ending>`. */
export const FORMATS = [
  { folder: "zip", ending: "zip", label: "ZIP" },
  { folder: "xlsx", ending: "xlsx", label: "Excel" },
  { folder: "csv", ending: "csv", label: "CSV" },
  { folder: "parquet", ending: "parquet", label: "Parquet" },
  { folder: "json", ending: "json.gz", label: "JSON (gzip)" },
  { folder: "sdmx", ending: "csv.gz", label: "SDMX-CSV (gzip)" },
  { folder: "arrow", ending: "arrow", label: "Arrow" },
] as const;
