import type { Condition } from "../../view/conditions.ts";
import { csvAddress, type Place } from "./place.ts";
import { inLines, rText } from "./text.ts";

const test = (condition: Condition): string => {
  if (condition.kind === "years")
    return `as.integer(substr(time_period, 1, 4)) >= ${condition.from} & as.integer(substr(time_period, 1, 4)) <= ${condition.to}`;
  if (condition.kind === "without-flag")
    return `!grepl(${rText(condition.flag)}, flags, fixed = TRUE)`;
  const list = `${condition.column} %in% c(${inLines(condition.values.map(rText), "    ")})`;
  return condition.kind === "in" ? list : `!(${list})`;
};

/**
 * The rows in base R, as the data frame `rows`: every column text but obs_value, where NA is a missing number.
 * Throws when a value holds a character 0.
 */
export const rSnippet = (conditions: readonly Condition[], place: Place): string =>
  `# R 3.5 or newer, no package. Every column is text but obs_value: NA is the code of Namibia.
all_rows <- read.csv(
  ${rText(csvAddress(place))},
  colClasses = "character", na.strings = character(0), encoding = "UTF-8"
)
rows <- subset(
  all_rows,
  ${conditions.map(test).join(" &\n  ")}
)
# An empty obs_value is a missing number, never zero; obs_status says why.
rows$obs_value <- as.numeric(rows$obs_value)
rows <- rows[order(rows$release, rows$ref_area, rows$time_period, rows$source_row, method = "radix"), ]
nrow(rows)
`;
