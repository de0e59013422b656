import type { APIRoute } from "astro";
import { COLUMN_NAMES } from "../../standard/observation.ts";

/** The column names of the standard, and no row. */
export const GET: APIRoute = () => new Response(`${COLUMN_NAMES.join(",")}\r\n`);
