import { ADDRESS_FORM } from "./migrate.ts";
import { encodeView } from "./url.ts";
import type { View } from "./view.ts";

/**
 * The query string of a view, without `?`, that names the version of the data even where the view is that of a
 * first visit: what is cited must not change with the next version.
 */
export const permanentSearch = (view: View, dataVersion: string): string => {
  const search = encodeView(view, dataVersion);
  if (search !== "") return search;
  return new URLSearchParams({ v: String(ADDRESS_FORM), data: dataVersion }).toString();
};
