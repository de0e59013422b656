/** Words of tables of States that a reader can filter by region and name, and sort. */
export const regionTables = {
  legend: (table: string) => `Filter and sort: ${table}`,
  region: "Region",
  all: "All regions",
  name: "Name of a State",
  shown: (shown: string, all: string) => `${shown} of ${all} States are shown.`,
  sorted: (column: string, direction: "ascending" | "descending", ofNames: boolean) => {
    const least = ofNames ? "A to Z" : "smallest first";
    const most = ofNames ? "Z to A" : "largest first";
    return `Inside each region sorted by “${column}”, ${direction === "ascending" ? least : most}. The order finds rows; it ranks no State.`;
  },
};
