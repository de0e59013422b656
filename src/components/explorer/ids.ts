import type { Stage } from "./state.ts";

/** An id of a part of the page, which a page with two answers has twice. */
export const idIn = ({ side }: Pick<Stage, "side">, id: string): string =>
  side === undefined ? id : `${side.id}-${id}`;

/** The name of a part of the page for those who hear it, with whose it is where a page has it twice. */
export const nameIn = ({ side }: Pick<Stage, "side">, name: string): string =>
  side === undefined ? name : `${side.label}: ${name}`;
