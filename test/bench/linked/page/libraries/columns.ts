import { tableFromIPC } from "@uwdata/flechette";
import { COLUMNS, type Columns } from "../../shape.ts";

/** The columns of the Arrow stream as typed arrays. Throws when one is missing. */
export function readColumns(ipc: Uint8Array): Columns {
  const table = tableFromIPC(ipc);
  const entries = COLUMNS.map((name) => {
    const values = table.getChild(name)?.toArray();
    if (!(values instanceof Uint8Array)) throw new Error(`The table has no column "${name}".`);
    return [name, values];
  });
  return Object.fromEntries(entries);
}
