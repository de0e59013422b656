import { readFileSync } from "node:fs";
import type { APIRoute } from "astro";

/** The citation of the software, as the repository has it. */
export const GET: APIRoute = () => new Response(readFileSync("CITATION.cff", "utf8"));
