import { pistolShare } from "./pistol-share.ts";
import { routes } from "./routes.ts";
import type { Write } from "./story.ts";
import { worldTotal } from "./world-total.ts";

/** The stories in the order of their index; the id is the last part of the address. */
export const STORIES = [
  { id: "world-total", write: worldTotal },
  { id: "pistol-share", write: pistolShare },
  { id: "routes", write: routes },
] as const satisfies readonly { readonly id: string; readonly write: Write }[];
