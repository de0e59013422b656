import type { Condition } from "../../view/conditions.ts";
import { csvAddress, type Place } from "./place.ts";
import { inLines, pythonText } from "./text.ts";

const listOf = (values: readonly string[], indent: string): string =>
  inLines(values.map(pythonText), indent);

const test = (condition: Condition): string => {
  if (condition.kind === "years")
    return `${condition.from} <= int(row["time_period"][:4]) <= ${condition.to}`;
  if (condition.kind === "without-flag") return `${pythonText(condition.flag)} not in row["flags"]`;
  const { kind, column, values } = condition;
  return `row["${column}"] ${kind === "in" ? "in" : "not in"} {${listOf(values, "            ")}}`;
};

/** The rows in Python without a package, as the list of dictionaries `rows`; a missing number is None. */
export const pythonSnippet = (conditions: readonly Condition[], place: Place): string =>
  `# Python 3.8 or newer, standard library only.
import csv
import io
import urllib.request

ADDRESS = ${pythonText(csvAddress(place))}

with urllib.request.urlopen(ADDRESS) as response:
    table = csv.DictReader(io.TextIOWrapper(response, encoding="utf-8", newline=""))
    rows = [
        row
        for row in table
        if ${conditions.map(test).join("\n        and ")}
    ]
# An empty obs_value is a missing number, never zero; obs_status says why.
for row in rows:
    row["obs_value"] = float(row["obs_value"]) if row["obs_value"] else None
rows.sort(key=lambda row: (row["release"], row["ref_area"], row["time_period"], row["source_row"]))
print(len(rows), "rows")
`;

const frameTest = (condition: Condition): string => {
  if (condition.kind === "years")
    return `all_rows["time_period"].str[:4].astype(int).between(${condition.from}, ${condition.to})`;
  if (condition.kind === "without-flag")
    return `~all_rows["flags"].str.contains(${pythonText(condition.flag)}, regex=False)`;
  const { kind, column, values } = condition;
  return `${kind === "in" ? "" : "~"}all_rows["${column}"].isin([${listOf(values, "        ")}])`;
};

/** The rows in Python with pandas, as the data frame `rows`; a missing number is NaN. */
export const pandasSnippet = (conditions: readonly Condition[], place: Place): string =>
  `# pandas 1.3 or newer. Every column is text but obs_value: NA is the code of Namibia.
import pandas

ADDRESS = ${pythonText(csvAddress(place))}

all_rows = pandas.read_csv(ADDRESS, dtype=str, keep_default_na=False)
rows = all_rows[
    ${conditions
      .map(frameTest)
      .map((line) => `(${line})`)
      .join("\n    & ")}
]
# An empty obs_value is a missing number, never zero; obs_status says why.
rows = rows.assign(obs_value=pandas.to_numeric(rows["obs_value"]))
rows = rows.sort_values(["release", "ref_area", "time_period", "source_row"], kind="stable")
print(len(rows), "rows")
`;
