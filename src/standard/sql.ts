/** A text as a literal of SQL. For names that we made ourselves or checked; values are bound. */
export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as an identifier of SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
