import type { Cell, Grid, GridRow } from "./grid.ts";

const TITLE = "UNODC";

/** A day that the calendar has, as ISO date; undefined for `2025-02-30`. */
const isoDate = (year: string, month: string, day: string): string | undefined => {
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return exists ? iso : undefined;
};

const stampDate = (stamp: Cell): string | undefined => {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(String(stamp)) ?? [];
  return day && month && year ? isoDate(year, month, day) : undefined;
};

const nameDates = (file: string): string[] =>
  [...file.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)].flatMap(
    ([, year, month, day]) => (year && month && day && isoDate(year, month, day)) || [],
  );

const readStamp = ({ rows, sheet, problems, columnName }: Grid): string | undefined => {
  const column = columnName(0, TITLE);
  const title = rows[0]?.cells[0] ?? null;
  if (title !== TITLE) {
    const message = "is not the title";
    const text = sheet === undefined ? ", or the header, comma-separated" : "";
    problems.add({ row: 1, column, value: title, message, allowed: `"${TITLE}"${text}` });
  }
  const stamp = rows[1]?.cells[0] ?? null;
  const date = stampDate(stamp);
  if (date === undefined) {
    const message = "is not the release date";
    problems.add({ row: rows[1]?.row ?? 2, column, value: stamp, message, allowed: "dd/mm/yyyy" });
  }
  return date;
};

/** Release date of a file, and its rows from the header on. */
export interface Opened {
  readonly release: string;
  /** True when the date stands in the file, false when only its name says it. */
  readonly stamped: boolean;
  readonly header: GridRow;
  readonly body: readonly GridRow[];
}

/**
 * Reads what stands above the data: title `UNODC`, stamp dd/mm/yyyy, header. A text file may begin with the
 * header; its release is then the date in its file name. Throws InputError when no date is found, or when the file
 * name bears another date than the stamp.
 */
export const openGrid = (grid: Grid, headers: readonly string[]): Opened => {
  const { file, sheet, rows, problems } = grid;
  const bare =
    sheet === undefined && rows[0]?.cells.some((cell) => headers.some((name) => name === cell));
  const stamp = bare ? undefined : readStamp(grid);
  problems.stopIfAny();
  const named = nameDates(file);
  const release = stamp ?? named[0];
  const other = named.find((date) => date !== release);
  if (release === undefined) {
    problems.add({
      message: "has no stamp and no date in its name, so that its release is unknown",
      allowed: `rows "${TITLE}" and dd/mm/yyyy above the header, or a name ending in _YYYY-MM-DD.csv`,
    });
  }
  if (other !== undefined) {
    const row = stamp === undefined ? {} : { row: 2 };
    const message = `is the release date, but the file name says ${other}`;
    problems.add({ ...row, value: release, message, allowed: "one date; correct the file name" });
  }
  problems.stopIfAny();
  const at = bare ? 0 : 2;
  const header = rows[at] ?? { row: at + 1, cells: [] };
  return { release: release ?? "", stamped: !bare, header, body: rows.slice(at + 1) };
};
