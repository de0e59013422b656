import type { APIRoute } from "astro";

/** What a register of seizures or of persons most often holds, under names that the mapping knows. */
const COLUMNS = [
  "date",
  "area",
  "weapon_type",
  "marking",
  "seizure_place",
  "origin_area",
  "sex",
  "age",
  "count",
];

/** The column names of a plain table, and no row. */
export const GET: APIRoute = () => new Response(`${COLUMNS.join(",")}\r\n`);
